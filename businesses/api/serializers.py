"""What the API says of a business."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from businesses.models import Establishment
from catalog.api import ReleaseReferenceSerializer
from imt.api import LANGUAGES, TextSerializer


class BusinessSerializer(serializers.ModelSerializer):
    """A place of business; of what the source does not say, texts are empty, and the rest is null."""

    url = serializers.HyperlinkedIdentityField(view_name="api:business-detail", lookup_field="key")
    page = serializers.SerializerMethodField(help_text=_("Its page on the portal."))
    name = serializers.CharField(help_text=_("The name that people know it by."))
    withheld = serializers.CharField(help_text=_("Why there is no address: individual or asked; empty where there is."))
    region = serializers.CharField(source="region_id", allow_null=True)
    rcm = serializers.CharField(source="rcm_id", allow_null=True)
    municipality = serializers.CharField(source="municipality_id", allow_null=True)
    industry = serializers.CharField(source="industry_id", allow_null=True, help_text=_("The code of NAICS."))
    grouping = serializers.CharField(
        source="grouping_id", allow_null=True, help_text=_("The code of the sector of activity.")
    )
    kilometres = serializers.SerializerMethodField(help_text=_("From the postal code asked for; null without one."))
    release = serializers.SerializerMethodField()

    class Meta:
        model = Establishment
        fields = (
            "key",
            "url",
            "page",
            "name",
            "legal_name",
            "enterprise",
            "is_main",
            "withheld",
            "address",
            "locality",
            "postal_code",
            "municipality",
            "rcm",
            "region",
            "latitude",
            "longitude",
            "precision",
            "kilometres",
            "telephone",
            "website",
            "size_min",
            "size_max",
            "size_year",
            "size_of",
            "activity",
            "industry",
            "industry_confidence",
            "grouping",
            "release",
        )
        extra_kwargs = {
            "precision": {"help_text": _("Of the place: given by the source, or the middle of its postal area.")},
            "size_max": {"help_text": _("Null with a minimum: no upper bound.")},
            "size_of": {"help_text": _("What the size is of: the whole enterprise in Québec, or this establishment.")},
        }

    @extend_schema_field(TextSerializer)
    def get_page(self, business) -> dict[str, str]:
        addresses = {}
        for language in LANGUAGES:
            with override(language):
                addresses[language] = self.context["request"].build_absolute_uri(business.get_absolute_url())
        return addresses

    def get_kilometres(self, business) -> float | None:
        away = getattr(business, "away", None)
        return None if away is None else round(away, 1)

    @extend_schema_field(ReleaseReferenceSerializer(allow_null=True))
    def get_release(self, business):
        release = self.context["releases"].get(business.source_id)
        return ReleaseReferenceSerializer(release, context=self.context).data if release else None


class BusinessPageSerializer(serializers.Serializer):
    """A page of a list that has no numbers: `next` and `previous` lead on and back."""

    count = serializers.IntegerField(allow_null=True, help_text=_("Null for more than 10,000, which are not counted."))
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = BusinessSerializer(many=True)
