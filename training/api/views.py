from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins, viewsets

from imt.api import LANGUAGES, InvalidParameters
from occupations.models.noc import Language
from regions.choice import RegionChoice
from regions.nearby import RADII, Nearby
from training.api.serializers import (
    InstitutionDetailSerializer,
    InstitutionSerializer,
    OfferingSerializer,
    ProgrammeDetailSerializer,
    ProgrammeInListSerializer,
)
from training.criteria import CRITERIA
from training.filters import ProgrammeFilter
from training.models import Institution, Offering, Programme
from training.results import ProgrammeResults

POSTAL_CODE = _("A postal code, of which the first three characters are used, to count distances from")
WITHIN = _("Kilometres from the postal area, at most")


def accepted(name: str) -> list[str]:
    return [value for value, _label in ProgrammeFilter.base_filters[name].extra["choices"]]


PROGRAMME_PARAMETERS = [
    OpenApiParameter(
        "lang", enum=LANGUAGES, default="fr", description=_("The language of q, and of the order by title")
    ),
    OpenApiParameter("region", description=_("The region that the order by prospects is for")),
    OpenApiParameter("occupation", description=_("The code of an occupation that it leads to, or may lead to")),
    OpenApiParameter("postal", description=POSTAL_CODE),
    OpenApiParameter("within", enum=accepted("within"), description=WITHIN),
    *(OpenApiParameter(each.name, enum=each.enum, many=True, description=each.label) for each in CRITERIA),
    OpenApiParameter("sort", enum=accepted("sort"), description=_("The order; a minus sign reverses it")),
]


@extend_schema_view(
    list=extend_schema(
        summary=_("Programs of study, found by words, codes, occupation or distance"),
        parameters=PROGRAMME_PARAMETERS,
    ),
    retrieve=extend_schema(
        summary=_("One program, with its occupations, durations, graduates and institutions"),
        responses=ProgrammeDetailSerializer,
    ),
)
class ProgrammeViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Programme.objects.current().select_related("sector")
    serializer_class = ProgrammeInListSerializer
    filterset_class = ProgrammeFilter
    lookup_field = "identifier"
    lookup_value_regex = "[a-z0-9-]+"

    def get_serializer_class(self):
        return ProgrammeDetailSerializer if self.action == "retrieve" else self.serializer_class

    def list(self, request):
        asked = ProgrammeFilter(request.query_params, self.queryset, request=request)
        if not asked.is_valid():
            raise InvalidParameters(asked.errors)
        choice = RegionChoice.of(request)
        rows = ProgrammeResults(asked, choice.region or choice.quebec).rows
        page = self.paginate_queryset([row.programme for row in rows])
        return self.get_paginated_response(self.get_serializer(page, many=True).data)


class InstitutionFilter(filters.FilterSet):
    """With a postal code, institutions come by distance."""

    kind = filters.ChoiceFilter(choices=Institution.Kind.choices, label=_("Kind of institution"))
    network = filters.ChoiceFilter(choices=Institution.Network.choices, label=_("Network"))
    region = filters.CharFilter(field_name="region_id", label=_("The code of a region"))
    program = filters.CharFilter(method="giving", label=_("The identifier of a program that it gives"))
    postal = filters.CharFilter(method="from_place", label=POSTAL_CODE)
    within = filters.ChoiceFilter(
        choices=[(str(radius), str(radius)) for radius in RADII], method="from_place", label=WITHIN
    )

    class Meta:
        model = Institution
        fields = []

    def giving(self, queryset, _name, programme):
        return queryset.giving(programme)

    def from_place(self, queryset, name, _value):
        """Sort by distance, and leave out what is farther than asked, once: the two parameters go together."""
        nearby = Nearby(self.data.get("postal", ""), self.data.get("within", ""))
        if name == "within" or not nearby.point:
            return queryset
        return queryset.within(nearby.radius, nearby.point) if nearby.radius else queryset.near(nearby.point)


@extend_schema_view(
    list=extend_schema(summary=_("Institutions that give programs of study")),
    retrieve=extend_schema(
        summary=_("One institution, with the programs that it gives"), responses=InstitutionDetailSerializer
    ),
)
class InstitutionViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Institution.objects.teaching().select_related("municipality", "region")
    serializer_class = InstitutionSerializer
    filterset_class = InstitutionFilter
    lookup_field = "code"
    lookup_value_regex = r"\d{6}"

    def get_serializer_class(self):
        return InstitutionDetailSerializer if self.action == "retrieve" else self.serializer_class


class OfferingFilter(filters.FilterSet):
    program = filters.CharFilter(field_name="programme_id", label=_("The identifier of a program"))
    institution = filters.CharFilter(field_name="institution_id", label=_("The code of an institution"))
    region = filters.CharFilter(field_name="institution__region_id", label=_("The code of a region"))
    language = filters.ChoiceFilter(choices=Language.choices, label=_("Language of instruction"))


@extend_schema_view(list=extend_schema(summary=_("Which institution gives which program, in which language")))
class OfferingViewSet(mixins.ListModelMixin, viewsets.GenericViewSet):
    serializer_class = OfferingSerializer
    filterset_class = OfferingFilter
    queryset = Offering.objects.none()

    def get_queryset(self):
        found = Offering.objects.live().select_related("programme", "institution", "release")
        return found.order_by("programme", "institution", "language")
