"""The figures of a part of NAICS as lines of a CSV file, each with its source or why it is not published."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from occupations.export import Source
from regions.models import Region
from sectors.figures import Figures, Series
from sectors.grouping_profile import GroupingProfile
from sectors.models import IndustryStatistic

Measure = IndustryStatistic.Measure


def heads() -> list[str]:
    columns = (_("region"), _("source"), _("kind"), _("edition"), _("retrieved on"), _("reason if not published"))
    return [_("Measure"), _("Year"), _("Value"), _("Sign of quality"), _("NAICS codes covered"), *columns]


def surveyed(figures: Figures, quebec: Region) -> Iterator[list]:
    """Yield what surveys say in the whole of Québec, year by year."""
    for measure in Measure:
        if series := figures.found(measure):
            yield from by_year(measure.label, series, quebec)


def by_year(measure: str, series: Series, region: Region) -> Iterator[list]:
    for point in series.points:
        has_figure = point.value is not None
        source = Source(region, series.release if has_figure else None, point.reason)
        value = point.value if has_figure else ""
        yield [measure, point.year, value, point.status, series.industries, *source.cells]


def in_places(profile: GroupingProfile) -> Iterator[list]:
    """Yield the jobs of a sector of activity in each place, year by year, then its prospects."""
    for row in profile.rows:
        if row.employed:
            yield from by_year(Measure.EMPLOYED.label, row.employed, row.region)
    release = profile.prospects_release
    for row in profile.rows:
        if row.level:
            source = Source(row.region, release, "")
            yield [_("Prospects"), release.reference_period, row.level.label, "", "", *source.cells]
