"""For how many occupations of a list each region is at the best value: the list's map, and the line that equals it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from occupations.matrix.rows import Row
from regions.map import UNSHADED, RegionMap, Shade, Shaded
from regions.models import Region

SHADES = 5


@dataclass(frozen=True)
class Count:
    region: Region
    number: int
    shade: str  # of regions.map.Shade

    @property
    def words(self) -> str:
        return occupations(str(self.number), self.number) if self.number else _("none")


class Tally:
    """False when no region is better than another for any of the rows."""

    def __init__(self, rows: Iterable[Row], regions: Sequence[Region]):
        best = Counter(cell.region.code for row in rows for cell in row.best)
        self.most = max(best.values(), default=0)
        self.counts = [Count(region, best[region.code], self.shade(best[region.code])) for region in regions]

    def __bool__(self) -> bool:
        return self.most > 0

    def shade(self, number: int) -> str:
        """Return the shade of a count: by fifths of the highest one, the darkest for it."""
        return str(ceil(SHADES * number / self.most)) if number else UNSHADED

    @property
    def leaders(self) -> list[Count]:
        """Return the three regions with the highest counts."""
        return sorted(filter(lambda count: count.number, self.counts), key=lambda count: -count.number)[:3]

    @cached_property
    def map(self) -> RegionMap:
        shaded = [Shaded(count.region, count.shade, count.words) for count in self.counts]
        return RegionMap(shaded, self.legend, _("none"), _("At the best value for"))

    @property
    def legend(self) -> list[Shade]:
        numbers: dict[str, list[int]] = {}
        for number in range(self.most, 0, -1):
            numbers.setdefault(self.shade(number), []).append(number)
        return [Shade(shade, occupations(span(found), found[0])) for shade, found in numbers.items()]


def span(numbers: Sequence[int]) -> str:
    """Write numbers that follow each other downwards as a range, the lowest first."""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[-1]}–{numbers[0]}"


def occupations(words: str, number: int) -> str:
    return ngettext("%(words)s occupation", "%(words)s occupations", number) % {"words": words}
