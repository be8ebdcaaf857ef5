"""The datasets and their public releases; and the way in which every figure names its release."""

from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_field, extend_schema_view
from rest_framework import serializers, viewsets
from rest_framework.exceptions import NotFound
from rest_framework.response import Response

from catalog.models import Dataset, Kind, Release
from catalog.registry import registry
from imt.api import Text


class ReleaseReferenceSerializer(serializers.ModelSerializer):
    """Where a figure comes from: what each figure carries, so that one taken alone still says it."""

    url = serializers.HyperlinkedIdentityField(view_name="api:release-detail")
    dataset = serializers.CharField(source="dataset_id")

    class Meta:
        model = Release
        fields = ("id", "dataset", "label", "kind", "reference_period", "retrieved_at", "url")


class FileSerializer(serializers.Serializer):
    name = serializers.CharField()
    layout = serializers.CharField()
    sha256 = serializers.CharField()
    bytes = serializers.IntegerField()


class CountsSerializer(serializers.ModelSerializer):
    class Meta:
        model = Release
        fields = ("read", "out_of_scope", "rejected", "loaded", "added", "changed", "unchanged", "removed")


class ReleaseSerializer(ReleaseReferenceSerializer):
    is_live = serializers.SerializerMethodField(help_text=_("Whether the portal shows this release now."))
    live_since = serializers.DateTimeField(source="published_at")
    note = Text(allow_null=True)
    files = FileSerializer(many=True)
    counts = CountsSerializer(source="*")

    class Meta(ReleaseReferenceSerializer.Meta):
        fields = (
            *ReleaseReferenceSerializer.Meta.fields,
            "published_on",
            "is_live",
            "live_since",
            "note",
            "files",
            "counts",
        )

    def get_is_live(self, release) -> bool:
        return release.state == Release.State.LIVE


class DatasetSerializer(serializers.Serializer):
    """A dataset as declared, with the release that the portal shows."""

    slug = serializers.CharField()
    url = serializers.HyperlinkedIdentityField(view_name="api:dataset-detail", lookup_field="slug")
    title = Text()
    description = Text(allow_null=True)
    publisher = Text()
    licence = Text()
    licence_url = serializers.CharField()
    homepage = serializers.CharField()
    file_urls = serializers.ListField(source="urls", child=serializers.URLField())
    live_release = serializers.SerializerMethodField()

    @extend_schema_field(ReleaseReferenceSerializer(allow_null=True))
    def get_live_release(self, definition):
        release = self.context["live"].get(definition.slug)
        return release and ReleaseReferenceSerializer(release, context=self.context).data


@extend_schema_view(
    list=extend_schema(summary=_("The datasets, in the order in which they depend on each other")),
    retrieve=extend_schema(summary=_("One dataset")),
)
class DatasetViewSet(viewsets.GenericViewSet):
    queryset = Dataset.objects.none()  # the datasets are declared in code; the schema asks the model for its key
    serializer_class = DatasetSerializer
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9-]+"

    def list(self, request):
        page = self.paginate_queryset(list(registry))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    def retrieve(self, request, slug):
        if slug not in registry:
            raise NotFound
        return Response(self.get_serializer(registry[slug]).data)

    def get_serializer_context(self):
        if getattr(self, "swagger_fake_view", False):  # the document describes figures and reads none
            return super().get_serializer_context()
        live = {release.dataset_id: release for release in Release.objects.filter(state=Release.State.LIVE)}
        return super().get_serializer_context() | {"live": live}


class ReleaseFilter(filters.FilterSet):
    dataset = filters.ChoiceFilter(
        field_name="dataset_id",
        choices=[(definition.slug, definition.slug) for definition in registry],
        label=_("The dataset that they are releases of"),
    )
    kind = filters.ChoiceFilter(choices=Kind.choices, label=_("How far the figures can be trusted"))


@extend_schema_view(
    list=extend_schema(summary=_("The releases that the portal shows or has shown, newest first")),
    retrieve=extend_schema(summary=_("One release, with what loading it did")),
)
class ReleaseViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Release.objects.public().defer("examples", "log", "failure")
    serializer_class = ReleaseSerializer
    filterset_class = ReleaseFilter
    lookup_value_regex = r"\d+"
