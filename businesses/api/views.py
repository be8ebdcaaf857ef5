from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.response import Response

from businesses.api.serializers import BusinessPageSerializer, BusinessSerializer
from businesses.directory import Directory, sources
from businesses.filters import SORTS, DirectoryForm
from businesses.models import Establishment
from imt.api import LANGUAGES, InvalidParameters
from regions.nearby import RADII

ACCEPTED = {"sort": [name for name, _label in SORTS], "within": list(RADII), "per_page": [10, 25, 50]}
PARAMETERS = [
    OpenApiParameter("lang", enum=LANGUAGES, default="fr", description=_("The language of what the form refuses")),
    *(
        OpenApiParameter(name, enum=ACCEPTED.get(name), description=field.label)
        for name, field in DirectoryForm.base_fields.items()
    ),
    OpenApiParameter("after", description=_("The key of the business that the page begins after, as `next` has it")),
    OpenApiParameter("before", description=_("The key of the business that the page ends before")),
]


class BusinessViewSet(viewsets.GenericViewSet):
    """The directory as its page has it: the same question, the same order, the same limits."""

    queryset = Establishment.objects.none()  # for the documentation
    serializer_class = BusinessSerializer
    lookup_field = "key"
    lookup_value_regex = r"[a-z0-9-]{1,40}"
    filter_backends = ()
    pagination_class = None

    @extend_schema(
        summary=_("Businesses, found by words, place, sector, occupation or size"),
        parameters=PARAMETERS,
        responses=BusinessPageSerializer,
    )
    def list(self, request):
        directory = Directory(request.GET, {})
        if directory.form.errors:
            raise InvalidParameters(directory.form.errors)
        here = request.build_absolute_uri(request.path)
        return Response(
            {
                "count": directory.total,
                "next": here + directory.next if directory.next else None,
                "previous": here + directory.previous if directory.previous else None,
                "results": said(self, directory.establishments),
            }
        )

    @extend_schema(summary=_("One business"))
    def retrieve(self, request, key: str):
        business = get_object_or_404(Establishment.objects.listed().shown(), pk=key)
        return Response(said(self, [business])[0])


def said(view: BusinessViewSet, businesses: list[Establishment]) -> list[dict]:
    """Return what the API says of businesses, with the release of each."""
    releases = {release.dataset_id: release for release in sources(businesses)}
    context = view.get_serializer_context() | {"releases": releases}
    return BusinessSerializer(businesses, many=True, context=context).data
