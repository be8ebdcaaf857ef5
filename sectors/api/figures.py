"""Jobs, earnings and prospects of industries, as the API gives them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from catalog.api import ReleaseReferenceSerializer
from catalog.models import Release
from occupations.api.figures import OutlookLevelSerializer, SourcedSerializer
from occupations.models import OutlookLevel
from occupations.profile import live_releases
from regions.api import RegionSerializer
from regions.models import Region
from sectors.figures import Figures, Series
from sectors.models import IndustryStatistic
from sectors.points import Point


@dataclass(frozen=True)
class YearFigure:
    """One figure of one year, of published industries or in a region."""

    measure: str
    point: Point
    release: Release
    industries: str = ""
    region: Region | None = None

    @property
    def not_published(self) -> str:
        return self.point.reason


@dataclass(frozen=True)
class RegionLevel:
    region: Region
    level: OutlookLevel
    release: Release


class YearFigureSerializer(SourcedSerializer):
    measure = serializers.ChoiceField(choices=IndustryStatistic.Measure.choices)
    year = serializers.IntegerField(source="point.year")
    value = serializers.FloatField(source="point.value", allow_null=True, help_text=_("Persons, or dollars a week."))
    status = serializers.CharField(source="point.status", help_text=_("The publisher’s sign of quality, or empty."))


class StatisticSerializer(YearFigureSerializer):
    industries = serializers.CharField(
        help_text=_("The NAICS codes that the figure covers, which may be wider than what was asked for.")
    )


class RegionalFigureSerializer(YearFigureSerializer):
    region = RegionSerializer()


class RegionLevelSerializer(serializers.Serializer):
    region = RegionSerializer()
    level = OutlookLevelSerializer()
    release = ReleaseReferenceSerializer()


def statistics(codes: list[str]) -> list[YearFigure]:
    """Return what surveys say, in the whole of Québec, of the narrowest published industries that hold these."""
    figures = Figures(codes, live_releases())
    found = ((measure, figures.found(measure)) for measure in IndustryStatistic.Measure.values)
    return [figure for measure, series in found if series for figure in by_year(measure, series)]


def by_year(measure: str, series: Series, region: Region | None = None) -> Iterator[YearFigure]:
    return (YearFigure(measure, point, series.release, series.industries, region) for point in series.points)
