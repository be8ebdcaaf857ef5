"""The programmes with the best prospects in a region, by a rule that the page states.

A programme is as good as the least favourable level of the occupations that it leads to, so that none of them is worse;
those that it may lead to, with more studies or experience, do not count. Listed are the two best levels of the scale
that most programmes are on; the best one first, then by the median wage of the occupation that pays least.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from catalog.models import Release
from occupations.models import OutlookLevel, Wage
from occupations.models.wage import HOURS_A_YEAR
from occupations.order import plain
from occupations.results import Result
from regions.models import Region
from training import editions
from training.models import Programme
from training.tied import TiedOccupations

BEST_RANKS = 2  # of a scale


@dataclass(frozen=True)
class Best:
    """A programme, the occupations that it leads to and the level that the rule gives it; `offered` in the region."""

    programme: Programme
    occupations: list[Result]
    level: OutlookLevel
    steps: int
    offered: int

    @property
    def least_paid(self) -> Decimal:
        """Return the lowest median wage of its occupations, in dollars a year; 0 where none is published."""
        wages = [each.group for each in self.occupations if each.group.wage_median is not None]
        a_year = (group.wage_median * (HOURS_A_YEAR if group.wage_unit == Wage.Unit.HOUR else 1) for group in wages)
        return min(a_year, default=Decimal(0))


class BestProspects:
    """The list for a region, or for the whole of Québec, of the programmes of one level of studies or of all."""

    def __init__(self, programmes: Iterable[Programme], area: Region, level: str):
        self.programmes = [each for each in programmes if each.leads_to and level in ("", each.level)]
        self.area = area

    @cached_property
    def tied(self) -> TiedOccupations:
        return TiedOccupations({code for each in self.programmes for code in each.leads_to}, self.area)

    @cached_property
    def levels(self) -> dict[str, OutlookLevel]:
        found = {each.pk: self.tied.level_of(each) for each in self.programmes}
        return {programme: level for programme, level in found.items() if level}

    @cached_property
    def scale(self) -> str:
        """Return the scale that most programmes are on: two are never compared."""
        counted = Counter(level.scale for level in self.levels.values()).most_common(1)
        return counted[0][0] if counted else ""

    @cached_property
    def listed(self) -> list[Best]:
        found = [self.best(each) for each in self.programmes if self.is_best(each)]
        return sorted(found, key=lambda best: (best.level.rank, -best.least_paid, plain(best.programme.title)))

    def is_best(self, programme: Programme) -> bool:
        level = self.levels.get(programme.pk)
        return level is not None and level.scale == self.scale and level.rank <= BEST_RANKS

    def best(self, programme: Programme) -> Best:
        level = self.levels[programme.pk]
        places = dict(place.split(":") for place in programme.places)
        offered = int(places.get(self.area.code, 0)) if not self.area.is_quebec else sum(map(int, places.values()))
        return Best(programme, self.tied.led_to(programme), level, self.tied.steps[level.scale], offered)

    @property
    def best_levels(self) -> list[OutlookLevel]:
        """Return the levels that the list shows."""
        levels = (level for level in self.tied.levels.values() if level.scale == self.scale and level.rank)
        return sorted((level for level in levels if level.rank <= BEST_RANKS), key=lambda level: level.rank)

    @property
    def releases(self) -> list[Release]:
        """Return the releases of the figures that the list shows."""
        shown = (*self.tied.figures, editions.durations(), editions.offerings())
        return [release for release in shown if release]
