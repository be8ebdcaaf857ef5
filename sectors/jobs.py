"""Jobs of the sectors of activity in places, and what each sector weighs there against the whole of Québec.

The survey counts two regions together and knows metropolitan areas: `sectors.areas` says which place a figure is of.
"""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from catalog.models import Release
from regions.choice import RegionChoice
from regions.codes import levels
from regions.models import QUEBEC, Region
from sectors.areas import measured
from sectors.figures import Series
from sectors.models import RegionalEmployment
from sectors.points import Point


def counted_in(areas: Iterable[Region], choice: RegionChoice) -> dict[str, Region]:
    """Return the place whose figures stand for each area, by the area's code: itself, or the next level up."""
    known = measured()
    found = {area.code: next((code for code in levels(area.code) if code in known), QUEBEC) for area in areas}
    return {area: choice.place(place) or choice.quebec for area, place in found.items()}


class RegionalJobs:
    """Employment of every sector in these places (their codes) and in the whole of Québec; one query."""

    def __init__(self, places: Collection[str], releases: Mapping[str, Release]):
        self.places = {QUEBEC, *places}
        self.releases = {release.pk: release for release in releases.values()}

    @cached_property
    def _rows(self) -> list[RegionalEmployment]:
        return list(RegionalEmployment.objects.live().filter(region__in=self.places).order_by("year"))

    @cached_property
    def release(self) -> Release | None:
        """Return the edition of the figures, or None where there are none."""
        return self.releases.get(self._rows[0].release_id) if self._rows else None

    @property
    def year(self) -> int:
        """Return the last year of the edition."""
        return self._rows[-1].year

    @cached_property
    def _points(self) -> dict[tuple[str, str], list[Point]]:
        found: dict[tuple[str, str], list[Point]] = {}
        for row in self._rows:
            point = Point(row.year, row.employed, row.status)
            found.setdefault((row.grouping_id, row.region_id), []).append(point)
        return found

    def series(self, grouping: str, place: str) -> Series | None:
        points = self._points.get((grouping, place))
        return Series(self.release, points, ()) if self.release and points else None

    def point(self, grouping: str, place: str) -> Point | None:
        """Return the figure of the last year, or why there is none; None where the edition has no line."""
        series = self.series(grouping, place)
        return series.in_year(self.year) if series else None

    def employed(self, grouping: str, place: str) -> int | None:
        point = self.point(grouping, place)
        return point and point.value

    def growth(self, grouping: str, place: str) -> Decimal | None:
        """Return the change over five years in percent, of a sector with a figure in the last year."""
        is_known = self.employed(grouping, place) is not None
        return self.series(grouping, place).growth if is_known else None

    @cached_property
    def totals(self) -> dict[str, int]:
        """Return the people employed in each place in the last year: those of the sectors that have a figure."""
        found = dict.fromkeys(self.places, 0)
        for (_grouping, place), points in self._points.items():
            if points[-1].year == self.year:
                found[place] += points[-1].value or 0
        return found

    def suppressed(self, place: str) -> int:
        """Return how many sectors have no figure in the last year, which the total of the place leaves out."""
        points = (self.point(grouping, where) for grouping, where in self._points if where == place)
        return sum(point.value is None for point in points)

    def share(self, grouping: str, place: str) -> Decimal | None:
        """Return the percentage of the people employed in a place who work in a sector."""
        employed = self.employed(grouping, place)
        return None if employed is None else 100 * Decimal(employed) / self.totals[place]

    def quotient(self, grouping: str, place: str) -> Decimal | None:
        """Return the location quotient: the sector's share of jobs in the place over its share in Québec."""
        here, quebec = self.share(grouping, place), self.share(grouping, QUEBEC)
        return here / quebec if here is not None and quebec else None
