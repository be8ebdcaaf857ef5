"""What the API says of an occupation."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from catalog.api import ReleaseReferenceSerializer
from imt.api import Text, WithPage
from occupations.api import figures
from occupations.api.plain_profile import PlainProfileSerializer, in_parts
from occupations.models import FormerCode, JobTitle, NocGroup, OfficialText
from occupations.profile import OccupationProfile
from regions.api import RegionSerializer


class GroupSerializer(serializers.ModelSerializer):
    name = Text()

    class Meta:
        model = NocGroup
        fields = ("code", "name")


class ShownWageSerializer(serializers.Serializer):
    """The median wage of the region that was asked for, else of the whole of Québec: `region` says which."""

    region = RegionSerializer()
    unit = serializers.CharField()
    median = serializers.FloatField()
    release = ReleaseReferenceSerializer()


class ShownOutlookSerializer(serializers.Serializer):
    """The outlook of the region that was asked for, else of the whole of Québec: `region` says which."""

    region = RegionSerializer()
    level = figures.OutlookLevelSerializer()
    release = ReleaseReferenceSerializer()


class ShownDemandSerializer(serializers.Serializer):
    """Whether the occupation is in demand now in the region that was asked for, else in the whole of Québec."""

    region = RegionSerializer()
    in_demand = serializers.BooleanField()
    release = ReleaseReferenceSerializer()


class OccupationSerializer(WithPage, GroupSerializer):
    url = serializers.HyperlinkedIdentityField(view_name="api:occupation-detail", lookup_field="code")

    class Meta(GroupSerializer.Meta):
        fields = ("code", "url", "page", "name", "teer")


class OccupationInListSerializer(OccupationSerializer):
    """With what `OccupationFilter` added; the context has the regions, levels and releases that it names by key."""

    wage = serializers.SerializerMethodField()
    outlook = serializers.SerializerMethodField()
    demand = serializers.SerializerMethodField()

    class Meta(OccupationSerializer.Meta):
        fields = (*OccupationSerializer.Meta.fields, "wage", "outlook", "demand")

    @extend_schema_field(ShownWageSerializer(allow_null=True))
    def get_wage(self, group):
        if group.wage_median is None:
            return None
        wage = self.shown(group.wage_region, group.wage_release) | {
            "unit": group.wage_unit,
            "median": group.wage_median,
        }
        return ShownWageSerializer(wage, context=self.context).data

    @extend_schema_field(ShownOutlookSerializer(allow_null=True))
    def get_outlook(self, group):
        if group.outlook_level is None:
            return None
        level = self.context["levels"][group.outlook_level]
        outlook = self.shown(group.outlook_region, group.outlook_release) | {"level": level}
        return ShownOutlookSerializer(outlook, context=self.context).data

    @extend_schema_field(ShownDemandSerializer(allow_null=True))
    def get_demand(self, group):
        if group.in_demand_now is None:
            return None
        demand = self.shown(group.demand_region, group.demand_release) | {"in_demand": group.in_demand_now}
        return ShownDemandSerializer(demand, context=self.context).data

    def shown(self, region: str, release: int) -> dict:
        return {"region": self.context["regions"][region], "release": self.context["releases"][release]}


class JobTitleSerializer(serializers.ModelSerializer):
    is_main = serializers.BooleanField(source="is_illustrative")

    class Meta:
        model = JobTitle
        fields = ("language", "title", "is_main")


class OfficialTextSerializer(serializers.ModelSerializer):
    class Meta:
        model = OfficialText
        fields = ("language", "element", "text")


class FormerCodeSerializer(serializers.ModelSerializer):
    code = serializers.CharField(source="former_code")
    name = Text(source="former_name")

    class Meta:
        model = FormerCode
        fields = ("code", "name")


class OccupationDetailSerializer(OccupationSerializer):
    """One occupation with all that the portal knows of it. The context has its OccupationProfile as `profile`."""

    definition = Text(allow_null=True, help_text=_("The official definition; null until an operator has loaded it."))
    release = serializers.SerializerMethodField(help_text=_("The release of the classification."))
    broader = serializers.SerializerMethodField(help_text=_("The classes above it, from the broad category down."))
    former_codes = serializers.SerializerMethodField(help_text=_("The codes of NOC 2016 and 2011 that became it."))
    job_titles = serializers.SerializerMethodField()
    plain_profile = serializers.SerializerMethodField(
        help_text=_("The portal's own texts, each language written for itself; null until they are written.")
    )
    official_texts = serializers.SerializerMethodField(help_text=_("Empty until an operator has loaded them."))
    wages = serializers.SerializerMethodField(help_text=_("The whole of Québec, then each region."))
    outlooks = serializers.SerializerMethodField(help_text=_("The whole of Québec, then each region."))
    projection = serializers.SerializerMethodField()

    class Meta(OccupationSerializer.Meta):
        fields = (
            *OccupationSerializer.Meta.fields,
            "definition",
            "release",
            "broader",
            "former_codes",
            "job_titles",
            "plain_profile",
            "official_texts",
            "wages",
            "outlooks",
            "projection",
        )

    @property
    def profile(self) -> OccupationProfile:
        return self.context["profile"]

    def data_of(self, serializer, instance, **options):
        return None if instance is None else serializer(instance, context=self.context, **options).data

    @extend_schema_field(ReleaseReferenceSerializer(allow_null=True))
    def get_release(self, group):
        return self.data_of(ReleaseReferenceSerializer, self.profile.releases.get("noc"))

    @extend_schema_field(GroupSerializer(many=True))
    def get_broader(self, group):
        return self.data_of(GroupSerializer, self.profile.place.ancestors, many=True)

    @extend_schema_field(FormerCodeSerializer(many=True))
    def get_former_codes(self, group):
        return self.data_of(FormerCodeSerializer, self.profile.former_codes, many=True)

    @extend_schema_field(JobTitleSerializer(many=True))
    def get_job_titles(self, group):
        titles = group.job_titles.current().order_by("language", "-is_illustrative", "title")
        return self.data_of(JobTitleSerializer, titles, many=True)

    @extend_schema_field(PlainProfileSerializer(allow_null=True))
    def get_plain_profile(self, group):
        plain = self.profile.plain
        return self.data_of(PlainProfileSerializer, plain and in_parts(plain))

    @extend_schema_field(OfficialTextSerializer(many=True))
    def get_official_texts(self, group):
        texts = group.official_texts.current().order_by("language", "element", "position")
        return self.data_of(OfficialTextSerializer, texts, many=True)

    @extend_schema_field(figures.WageSerializer(many=True))
    def get_wages(self, group):
        return self.data_of(figures.WageSerializer, figures.wages(self.profile), many=True)

    @extend_schema_field(figures.OutlookSerializer(many=True))
    def get_outlooks(self, group):
        return self.data_of(figures.OutlookSerializer, figures.outlooks(self.profile), many=True)

    @extend_schema_field(figures.ProjectionSerializer(allow_null=True))
    def get_projection(self, group):
        return self.data_of(figures.ProjectionSerializer, figures.projection(self.profile))
