"""Wages, outlooks and the national projection of one occupation, as the API gives them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from catalog.api import ReleaseReferenceSerializer
from catalog.models import Release
from imt.api import Text
from occupations.models import Outlook, OutlookLevel, Projection, Wage
from occupations.models.projection import Condition
from occupations.profile import OccupationProfile
from regions.api import RegionSerializer
from regions.models import Region


@dataclass(frozen=True)
class Figure:
    """A fact about an occupation in a region (None: Canada). `fact` is None when the edition has none."""

    region: Region | None
    fact: Wage | Outlook | Projection | None
    release: Release | None
    reason: Callable[[], str] | None = None  # why it is not published, in the active language

    @property
    def not_published(self) -> str:
        return self.reason() if self.reason else ""


def wages(profile: OccupationProfile) -> list[Figure]:
    release = profile.releases.get("wages")
    return [
        Figure(row.region, row.wage, release, None if row.is_published else lambda row=row: row.reason)
        for row in profile.wages.rows
    ]


def outlooks(profile: OccupationProfile) -> list[Figure]:
    prospects = profile.prospects
    return [
        Figure(row.region, row.outlook, row.release, None if row.outlook else lambda: prospects.reason)
        for row in prospects.rows
    ]


def projection(profile: OccupationProfile) -> Figure | None:
    national = profile.projection
    if national is None:
        return None
    reason = None if national.is_published else lambda: gettext("The edition has no figure for this occupation.")
    return Figure(None, national.figures, national.release, reason)


class SourcedSerializer(serializers.Serializer):
    not_published = Text(allow_null=True, help_text=_("Why there is no figure; null when there is one."))
    release = ReleaseReferenceSerializer(allow_null=True)


class Dollars(serializers.FloatField):
    def __init__(self, **kwargs):
        super().__init__(allow_null=True, help_text=_("Dollars an hour or a year, as the unit says."), **kwargs)


class WageSerializer(SourcedSerializer):
    region = RegionSerializer()
    unit = serializers.ChoiceField(source="fact.unit", choices=Wage.Unit.choices, allow_null=True)
    low = Dollars(source="fact.low")
    median = Dollars(source="fact.median")
    high = Dollars(source="fact.high")
    average = Dollars(source="fact.average")
    quartile_1 = Dollars(source="fact.quartile_1")
    quartile_3 = Dollars(source="fact.quartile_3")


class OutlookLevelSerializer(serializers.ModelSerializer):
    """One level of one scale. Two scales are never compared."""

    label = Text()
    sentence = Text()

    class Meta:
        model = OutlookLevel
        fields = ("code", "scale", "rank", "label", "sentence")
        extra_kwargs = {"rank": {"help_text": _("1 is the most favourable level of the scale; null is undetermined.")}}


class OutlookSerializer(SourcedSerializer):
    region = RegionSerializer()
    level = OutlookLevelSerializer(source="fact.level", allow_null=True)
    trends = Text(source="fact.trends", allow_null=True, help_text=_("The publisher's own words, where it gives some."))


class Persons(serializers.IntegerField):
    def __init__(self, **kwargs):
        super().__init__(allow_null=True, **kwargs)


class Assessment(serializers.ChoiceField):
    def __init__(self, **kwargs):
        super().__init__(choices=Condition.choices, allow_null=True, **kwargs)

    def to_representation(self, value):
        return super().to_representation(value) or None


class ProjectionSerializer(SourcedSerializer):
    """The national projection (COPS): the whole of Canada over the reference period of the release, in persons."""

    employment = Persons(source="fact.employment", help_text=_("In the year before the period begins."))
    employment_growth = Persons(source="fact.employment_growth")
    retirements = Persons(source="fact.retirements")
    other_replacement = Persons(source="fact.other_replacement")
    job_openings = Persons(source="fact.job_openings")
    school_leavers = Persons(source="fact.school_leavers")
    immigration = Persons(source="fact.immigration")
    other_seekers = Persons(source="fact.other_seekers")
    job_seekers = Persons(source="fact.job_seekers")
    recent_conditions = Assessment(source="fact.recent_conditions")
    future_conditions = Assessment(source="fact.future_conditions")
