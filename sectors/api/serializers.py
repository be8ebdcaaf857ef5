"""What the API says of an industry and of a sector of activity."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from imt.api import Text, WithPage
from occupations.api.serializers import GroupSerializer
from occupations.models import NocGroup
from occupations.profile import live_releases
from regions.choice import RegionChoice
from sectors.api.figures import (
    RegionalFigureSerializer,
    RegionLevel,
    RegionLevelSerializer,
    StatisticSerializer,
    by_year,
    statistics,
)
from sectors.grouping_profile import GroupingProfile
from sectors.models import Grouping, Industry, IndustryStatistic


class GroupingSerializer(WithPage):
    name = Text()
    url = serializers.HyperlinkedIdentityField(view_name="api:grouping-detail", lookup_field="code")
    naics = serializers.SerializerMethodField(help_text=_("The NAICS codes that it is made of."))

    class Meta:
        model = Grouping
        fields = ("code", "url", "page", "name", "naics")

    def get_naics(self, grouping) -> list[str]:
        return [code.industry_id for code in grouping.codes.all() if code.retired_on is None]


class IndustrySerializer(WithPage):
    name = Text()
    url = serializers.HyperlinkedIdentityField(view_name="api:industry-detail", lookup_field="code")
    parent = serializers.CharField(source="parent_id", allow_null=True, help_text=_("The code of the class above."))
    grouping = serializers.CharField(
        source="grouping_id", allow_null=True, help_text=_("The sector of activity; null where it spans several.")
    )

    class Meta:
        model = Industry
        fields = ("code", "url", "page", "name", "level", "parent", "grouping")


def occupations_in(**where) -> list[NocGroup]:
    """Return the occupations of which a main sector is among industries, by their code."""
    conditions = {f"industries__{name}": value for name, value in where.items()}
    return list(NocGroup.objects.unit_groups().related_by(industries__retired_on=None, **conditions).order_by("code"))


class IndustryDetailSerializer(IndustrySerializer):
    occupations = serializers.SerializerMethodField(help_text=_("Those found in its subsector, or in its subsectors."))
    statistics = serializers.SerializerMethodField()

    class Meta(IndustrySerializer.Meta):
        fields = (*IndustrySerializer.Meta.fields, "occupations", "statistics")

    @extend_schema_field(GroupSerializer(many=True))
    def get_occupations(self, industry):
        is_sector = industry.level == Industry.Level.SECTOR
        where = {"industry__parent": industry.code} if is_sector else {"industry": industry.code[:3]}
        return GroupSerializer(occupations_in(**where), many=True, context=self.context).data

    @extend_schema_field(StatisticSerializer(many=True))
    def get_statistics(self, industry):
        return StatisticSerializer(statistics([industry.code]), many=True, context=self.context).data


class GroupingDetailSerializer(GroupingSerializer):
    occupations = serializers.SerializerMethodField()
    statistics = serializers.SerializerMethodField()
    regional_employment = serializers.SerializerMethodField()
    prospects = serializers.SerializerMethodField()

    class Meta(GroupingSerializer.Meta):
        fields = (
            *GroupingSerializer.Meta.fields,
            "occupations",
            "statistics",
            "regional_employment",
            "prospects",
        )

    def profile(self, grouping) -> GroupingProfile:
        return GroupingProfile(grouping, RegionChoice("").places, live_releases(), [])

    @extend_schema_field(GroupSerializer(many=True))
    def get_occupations(self, grouping):
        found = occupations_in(industry__grouping=grouping)
        return GroupSerializer(found, many=True, context=self.context).data

    @extend_schema_field(StatisticSerializer(many=True))
    def get_statistics(self, grouping):
        return StatisticSerializer(statistics(self.get_naics(grouping)), many=True, context=self.context).data

    @extend_schema_field(RegionalFigureSerializer(many=True))
    def get_regional_employment(self, grouping):
        found = [
            figure
            for row in self.profile(grouping).rows
            if row.employed
            for figure in by_year(IndustryStatistic.Measure.EMPLOYED, row.employed, row.region)
        ]
        return RegionalFigureSerializer(found, many=True, context=self.context).data

    @extend_schema_field(RegionLevelSerializer(many=True))
    def get_prospects(self, grouping):
        profile = self.profile(grouping)
        found = [RegionLevel(row.region, row.level, profile.prospects_release) for row in profile.rows if row.level]
        return RegionLevelSerializer(found, many=True, context=self.context).data
