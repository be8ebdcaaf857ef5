from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import viewsets
from rest_framework.exceptions import NotFound
from rest_framework.response import Response

from imt.api import LANGUAGES
from occupations.api.serializers import OccupationDetailSerializer, OccupationInListSerializer
from occupations.criteria import CRITERIA, Criterion
from occupations.filters import OccupationFilter
from occupations.levels import HAS
from occupations.models import NocGroup, OutlookLevel
from occupations.profile import OccupationProfile, Place, live_releases
from regions.choice import RegionChoice


def accepted(name: str) -> list[str]:
    return [value for value, _label in OccupationFilter.base_filters[name].extra["choices"]]


def several(criterion: Criterion) -> OpenApiParameter:
    """Return the parameter of a criterion: several values widen it."""
    return OpenApiParameter(criterion.name, enum=criterion.enum, many=True, description=criterion.label)


PARAMETERS = [
    OpenApiParameter(
        "lang", enum=LANGUAGES, default="fr", description=_("The language of q, and of the order by title")
    ),
    OpenApiParameter(
        "region", enum=accepted("region"), description=_("The region of the figures; 00 is the whole of Québec")
    ),
    *(several(criterion) for criterion in CRITERIA),
    OpenApiParameter(
        HAS,
        many=True,
        description=_("A characteristic of OaSIS and a level, for example F01b01:4: that level or above"),
    ),
    OpenApiParameter("sort", enum=accepted("sort"), description=_("The order; a minus sign reverses it")),
]


@extend_schema_view(
    list=extend_schema(
        summary=_("Occupations, found by words or codes, with the wage and the outlook of a region"),
        parameters=PARAMETERS,
    ),
    retrieve=extend_schema(
        summary=_("One occupation, with its wages and outlooks in every region"), responses=OccupationDetailSerializer
    ),
)
class OccupationViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = NocGroup.objects.unit_groups()
    serializer_class = OccupationInListSerializer
    filterset_class = OccupationFilter
    lookup_field = "code"
    lookup_value_regex = r"\d{5}"

    def get_serializer_context(self):
        context = super().get_serializer_context()
        if self.action == "list" and not getattr(self, "swagger_fake_view", False):
            context["regions"] = {region.pk: region for region in RegionChoice("").everywhere}
            context["levels"] = {level.pk: level for level in OutlookLevel.objects.all()}
            context["releases"] = {release.pk: release for release in live_releases().values()}
        return context

    def retrieve(self, request, code):
        place = Place.of(code)
        if place is None or place.group.retired_on:
            raise NotFound
        choice = RegionChoice("")
        profile = OccupationProfile(place, choice.everywhere, choice.quebec)
        context = self.get_serializer_context() | {"profile": profile}
        return Response(OccupationDetailSerializer(place.group, context=context).data)
