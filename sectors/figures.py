"""Jobs and earnings of a part of NAICS in the whole of Québec, year by year, as surveys publish them.

Surveys cut NAICS their own way: a part of it is shown with the figures of the narrowest published industries that hold
it, whose names are given where they are wider.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.models import DataVersion, Release
from sectors.coverage import is_exact, narrowest
from sectors.models import Industry, IndustryStatistic, Status
from sectors.points import Point, Signs

Measure = IndustryStatistic.Measure
GROWTH_YEARS = 5


@dataclass(frozen=True)
class Series:
    """A measure of published industries, the earliest year first. `names` is empty where they are the very part."""

    release: Release
    points: Sequence[Point]
    names: Sequence[str]
    industries: str = ""  # their NAICS codes, as published

    @cached_property
    def published(self) -> list[Point]:
        return [point for point in self.points if point.value is not None]

    @property
    def latest(self) -> Point:
        return self.published[-1]

    @cached_property
    def by_year(self) -> dict[int, Point]:
        return {point.year: point for point in self.points}

    def in_year(self, year: int) -> Point:
        return self.by_year.get(year) or Point(year, None, Status.NOT_AVAILABLE)

    @property
    def signs(self) -> Signs:
        return Signs(self.points)

    @property
    def growth(self) -> Decimal | None:
        """Return the change over five years in percent; None where either year has no figure."""
        before = self.in_year(self.latest.year - GROWTH_YEARS).value
        return 100 * (self.latest.value - before) / before if before else None


def published() -> dict[str, dict[str, tuple[int, list[Point]]]]:
    """Return {measure: {industries: (release, points)}} of what is live; one query per version of the data."""

    def read():
        found: dict = {}
        rows = IndustryStatistic.objects.live().order_by("year")
        for measure, industries, release, *point in rows.values_list(
            "measure", "industries", "release", "year", "value", "status"
        ):
            found.setdefault(measure, {}).setdefault(industries, (release, []))[1].append(Point(*point))
        return found

    return DataVersion.remember("industry-statistics", read)


def names_of_sectors() -> dict[str, str]:
    """Return the names of the sectors and subsectors of NAICS in the active language, by code."""
    wide = Industry.objects.current().filter(level__lte=Industry.Level.SUBSECTOR)
    return DataVersion.remember(
        f"names-of-wide-industries-{get_language()}", lambda: {each.code: each.name for each in wide}
    )


class Figures:
    """What surveys say of the classes of NAICS with these codes, taken together."""

    def __init__(self, codes: Sequence[str], releases: Mapping[str, Release]):
        self.codes = codes
        self.releases = {release.pk: release for release in releases.values()}
        self._found: dict[str, Series | None] = {}

    def series(self, measure: str) -> Series | None:
        """Return a measure of which some year has a figure."""
        found = self.found(measure)
        return found if found and found.published else None

    def found(self, measure: str) -> Series | None:
        """Return a measure, all of whose figures may be suppressed."""
        if measure not in self._found:
            self._found[measure] = self.read(measure)
        return self._found[measure]

    def read(self, measure: str) -> Series | None:
        of_industries = published().get(measure, {})
        industries = narrowest(of_industries, self.codes)
        if industries is None:
            return None
        release, points = of_industries[industries]
        if release not in self.releases:
            return None
        wider = [] if is_exact(industries, self.codes) else industries.split()
        return Series(
            self.releases[release], points, [names_of_sectors().get(code, code) for code in wider], industries
        )

    @cached_property
    def employed(self) -> Series | None:
        return self.series(Measure.EMPLOYED)

    @cached_property
    def full_time(self) -> Series | None:
        return self.series(Measure.FULL_TIME)

    @cached_property
    def part_time(self) -> Series | None:
        return self.series(Measure.PART_TIME)

    @property
    def jobs(self) -> Series | None:
        """Return employment, or else full-time employment: where part time is always suppressed, so is the sum."""
        return self.employed or self.full_time

    @property
    def jobs_label(self) -> str:
        return (Measure.EMPLOYED if self.employed else Measure.FULL_TIME).label

    def missing(self, measure: str) -> str:
        """Return why the last year of a measure has no figure, or "" where no survey has the measure."""
        found = self.found(measure)
        return found.points[-1].reason if found else ""

    @property
    def missing_total(self) -> str:
        """Return why only full-time employment is known, or ""."""
        return "" if self.employed else self.missing(Measure.EMPLOYED)

    @cached_property
    def earnings(self) -> Series | None:
        return self.series(Measure.WEEKLY_EARNINGS)

    @property
    def part_time_share(self) -> Decimal | None:
        """Return part-time jobs as a percentage of all, in the latest year of employment."""
        if not (self.employed and self.part_time):
            return None
        latest = self.employed.latest
        part = self.part_time.in_year(latest.year).value
        return None if part is None else 100 * part / latest.value

    @property
    def rows(self) -> list[tuple[int, list[Point]]]:
        """Return for each year, the latest first, the point of each of `columns`."""
        years = {point.year for series in self.columns for point in series.points}
        return [(year, [series.in_year(year) for series in self.columns]) for year in sorted(years, reverse=True)]

    @cached_property
    def columns(self) -> list[Series]:
        measures = (Measure.EMPLOYED, Measure.FULL_TIME, Measure.PART_TIME)
        return [found for measure in measures if (found := self.found(measure))] if self.jobs else []

    @property
    def heads(self) -> list[str]:
        """Return what `columns` are called."""
        names = {
            Measure.EMPLOYED: _("Employment"),
            Measure.FULL_TIME: _("Full time"),
            Measure.PART_TIME: _("Part time"),
        }
        return [name for measure, name in names.items() if self.found(measure)]

    @property
    def signs(self) -> Signs:
        """Return what stands beside or instead of the figures of `columns`."""
        return Signs([point for series in self.columns for point in series.points])

    @property
    def shown(self) -> dict[str, Series]:
        """Return what is drawn as a line, by the name of its chart."""
        return {name: series for name in ("jobs", "earnings") if (series := getattr(self, name))}

    @property
    def used(self) -> list[Release]:
        return list(dict.fromkeys(series.release for series in (*self.columns, self.earnings) if series))
