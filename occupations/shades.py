"""How the levels of prospects are shaded on the map of the regions and in the tables of many."""

from collections.abc import Iterable

from occupations.models import OutlookLevel
from regions.map import UNSHADED, Shade

SHADES = 5


def level_shade(level: OutlookLevel, steps: int) -> str:
    """Spread the `steps` levels of a scale over the shades, the most favourable darkest; undetermined has none."""
    return UNSHADED if level.rank is None else str(-(-(steps - level.rank + 1) * SHADES // steps))


def level_mark(level: OutlookLevel, steps: int) -> str:
    """Return how many steps the level is drawn with: the more, the better."""
    return "?" if level.rank is None else str(steps - level.rank + 1)


def level_legend(levels: Iterable[tuple[OutlookLevel, int]]) -> list[Shade]:
    """Return what the shades mean for (level, steps of its scale) pairs, in their order."""
    return [
        Shade(level_shade(level, steps), level.label, level_mark(level, steps))
        for level, steps in levels
        if level.rank is not None
    ]
