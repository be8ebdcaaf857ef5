"""What the API says of a programme, of an institution and of who gives what."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from catalog.api import ReleaseReferenceSerializer
from imt.api import Text, WithPage
from regions.api import RegionSerializer
from training.api.figures import DurationSerializer, OutcomeSerializer, TieSerializer
from training.models import GraduateOutcome, Institution, Offering, Prerequisite, Programme, ProgrammeDuration


class SectorSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = Text()


class ProgrammeSerializer(WithPage):
    url = serializers.HyperlinkedIdentityField(view_name="api:programme-detail", lookup_field="identifier")
    title = Text(help_text=_("The English one is empty where none is known."))
    sector = SectorSerializer(allow_null=True)

    class Meta:
        model = Programme
        fields = (
            "identifier",
            "url",
            "page",
            "official_code",
            "english_code",
            "title",
            "credential",
            "level",
            "sector",
            "sector_evidence",
            "cip",
            "evidence",
            "status",
        )
        extra_kwargs = {
            "official_code": {"help_text": _("Empty where the program has none that is known.")},
            "english_code": {"help_text": _("Of a vocational program in English: the other code plus 500.")},
            "cip": {"help_text": _("Its field in the Classification of Instructional Programs.")},
        }


class ProgrammeInListSerializer(ProgrammeSerializer):
    """One of `training.listing.listed`."""

    leads_to = serializers.ListField(child=serializers.CharField(), help_text=_("Codes of occupations."))
    may_lead_to = serializers.ListField(child=serializers.CharField(), help_text=_("Codes of occupations."))

    class Meta(ProgrammeSerializer.Meta):
        fields = (*ProgrammeSerializer.Meta.fields, "leads_to", "may_lead_to")


class Kilometres(serializers.FloatField):
    def to_representation(self, value):
        return round(value, 1)


class InstitutionSerializer(WithPage):
    url = serializers.HyperlinkedIdentityField(view_name="api:institution-detail", lookup_field="code")
    municipality = serializers.CharField(source="municipality.name", default=None, allow_null=True)
    region = RegionSerializer(allow_null=True)
    latitude = serializers.FloatField(allow_null=True)
    longitude = serializers.FloatField(allow_null=True)
    distance = Kilometres(
        default=None, allow_null=True, help_text=_("Kilometres from the postal area, as the crow flies.")
    )

    class Meta:
        model = Institution
        fields = (
            "code",
            "url",
            "page",
            "name",
            "kind",
            "network",
            "language",
            "address",
            "municipality",
            "region",
            "postal_code",
            "latitude",
            "longitude",
            "distance",
            "website",
        )


class OfferingSerializer(serializers.ModelSerializer):
    """A programme that an institution gives."""

    program = serializers.CharField(source="programme_id")
    title = Text(source="programme.title")
    institution = serializers.CharField(source="institution_id")
    name = serializers.CharField(source="institution.name")
    region = serializers.CharField(source="institution.region_id", allow_null=True)
    release = ReleaseReferenceSerializer()

    class Meta:
        model = Offering
        fields = ("program", "title", "institution", "name", "region", "language", "release")


class PrerequisiteSerializer(serializers.Serializer):
    code = serializers.ChoiceField(choices=Prerequisite.choices, source="value")
    name = Text(source="label")


class ProgrammeDetailSerializer(ProgrammeSerializer):
    prerequisites = serializers.SerializerMethodField(
        help_text=_("Courses of secondary school that it asks for, besides the conditions of its credential.")
    )
    occupations = serializers.SerializerMethodField()
    durations = serializers.SerializerMethodField()
    outcomes = serializers.SerializerMethodField()
    offerings = serializers.SerializerMethodField()

    class Meta(ProgrammeSerializer.Meta):
        fields = (
            *ProgrammeSerializer.Meta.fields,
            "prerequisites",
            "occupations",
            "durations",
            "outcomes",
            "offerings",
        )

    @extend_schema_field(PrerequisiteSerializer(many=True))
    def get_prerequisites(self, programme):
        found = [Prerequisite(code) for code in programme.prerequisites.split()]
        return PrerequisiteSerializer(found, many=True).data

    @extend_schema_field(TieSerializer(many=True))
    def get_occupations(self, programme):
        ties = programme.occupations.current().select_related("unit_group")
        return TieSerializer(ties, many=True, context=self.context).data

    @extend_schema_field(DurationSerializer(many=True))
    def get_durations(self, programme):
        live = ProgrammeDuration.objects.live().filter(programme=programme).select_related("release")
        return DurationSerializer(live, many=True, context=self.context).data

    @extend_schema_field(OutcomeSerializer(many=True))
    def get_outcomes(self, programme):
        live = GraduateOutcome.objects.live().filter(programme=programme).select_related("release").order_by("-year")
        return OutcomeSerializer(live, many=True, context=self.context).data

    @extend_schema_field(OfferingSerializer(many=True))
    def get_offerings(self, programme):
        return offerings(self.context, programme=programme)


class InstitutionDetailSerializer(InstitutionSerializer):
    offerings = serializers.SerializerMethodField()

    class Meta(InstitutionSerializer.Meta):
        fields = (*InstitutionSerializer.Meta.fields, "offerings")

    @extend_schema_field(OfferingSerializer(many=True))
    def get_offerings(self, institution):
        return offerings(self.context, institution=institution)


def offerings(context: dict, **of):
    live = Offering.objects.live().filter(**of).select_related("programme", "institution", "release")
    return OfferingSerializer(live.order_by("programme", "institution", "language"), many=True, context=context).data
