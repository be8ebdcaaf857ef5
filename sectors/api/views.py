from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers, viewsets

from sectors.api.serializers import (
    GroupingDetailSerializer,
    GroupingSerializer,
    IndustryDetailSerializer,
    IndustrySerializer,
)
from sectors.models import Grouping, Industry


class DetailToo(viewsets.ReadOnlyModelViewSet):
    """A list, and one of it with its figures."""

    lookup_field = "code"
    detail_class: type[serializers.Serializer]

    def get_serializer_class(self):
        return self.detail_class if self.action == "retrieve" else self.serializer_class


class IndustryFilter(filters.FilterSet):
    level = filters.ChoiceFilter(
        choices=Industry.Level.choices, label=_("The level of the classification, from 1 to 5")
    )
    grouping = filters.CharFilter(field_name="grouping_id", label=_("The code of a sector of activity"))
    parent = filters.CharFilter(field_name="parent_id", label=_("The code of the class above"))


@extend_schema_view(
    list=extend_schema(summary=_("The classes of NAICS Canada 2022")),
    retrieve=extend_schema(
        summary=_("One class of NAICS, with its occupations, jobs and earnings"), responses=IndustryDetailSerializer
    ),
)
class IndustryViewSet(DetailToo):
    queryset = Industry.objects.current()
    serializer_class = IndustrySerializer
    detail_class = IndustryDetailSerializer
    filterset_class = IndustryFilter
    lookup_value_regex = r"[0-9]{2}-[0-9]{2}|[0-9]{2,6}"


@extend_schema_view(
    list=extend_schema(summary=_("The 41 sectors of activity, with the NAICS codes that each is made of")),
    retrieve=extend_schema(
        summary=_("One sector of activity, with its occupations, jobs, earnings and prospects in every region"),
        responses=GroupingDetailSerializer,
    ),
)
class GroupingViewSet(DetailToo):
    queryset = Grouping.objects.current().prefetch_related("codes")
    serializer_class = GroupingSerializer
    detail_class = GroupingDetailSerializer
    lookup_value_regex = r"\d{2}"
