"""The geometry of the wage chart: one bar a region from low to high, with a mark at the median.

Across, everything is a percentage, and down, an em: the chart fills any width and grows with the text. Coordinates
are ready-made strings, because a template would write a decimal comma in French.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from math import ceil, floor, log10

from occupations.profile.wages import WageRow, WageTable

# In em: the axis above the rows, then for each row its label over its bar.
AXIS = 2.0
ROW = 2.8
LABEL = 1.0
BAR = 1.75


@dataclass(frozen=True)
class Tick:
    value: Decimal
    x: str
    anchor: str  # how the label hangs on its line, so that the first and last stay inside


@dataclass(frozen=True)
class Bar:
    row: WageRow
    x: str
    width: str
    median_x: str
    label_y: str
    bar_y: str
    middle_y: str
    box_x: str = ""  # from the first to the third quartile, where the edition has them
    box_y: str = ""
    box_width: str = ""


def steps(low: float, high: float) -> list[float]:
    """Return 3 to 7 round numbers that enclose low and high."""
    rough = max(high - low, 1) / 4
    magnitude = 10 ** floor(log10(rough))
    step = next(magnitude * nice for nice in (1, 2, 5, 10) if magnitude * nice >= rough)
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    return [number * step for number in range(first, last + 1)]


class WageChart:
    """Bars of the rows that have all three figures in the table's unit."""

    def __init__(self, table: WageTable):
        self.extremes = table.extremes
        self.chosen = table.chosen.figure
        self.rows = [row for row in table.in_unit if row.wage.low is not None and row.wage.high is not None]

    def __bool__(self) -> bool:
        return bool(self.rows)

    @cached_property
    def _steps(self) -> list[float]:
        lows, highs = zip(*((float(row.wage.low), float(row.wage.high)) for row in self.rows), strict=True)
        return steps(min(lows), max(highs))

    def _percent(self, value) -> float:
        first, last = self._steps[0], self._steps[-1]
        return 100 * (float(value) - first) / (last - first)

    @property
    def axis_y(self) -> str:
        return f"{LABEL}em"

    @property
    def top(self) -> str:
        return f"{AXIS - 0.5}em"

    @property
    def height(self) -> str:
        return f"{AXIS + ROW * len(self.rows):.2f}em"

    @property
    def ticks(self) -> list[Tick]:
        anchors = {0: "start", len(self._steps) - 1: "end"}
        return [
            Tick(Decimal(str(value)), f"{self._percent(value):.2f}%", anchors.get(place, "middle"))
            for place, value in enumerate(self._steps)
        ]

    @property
    def has_borrowed(self) -> bool:
        return any(row.same_as_quebec for row in self.rows)

    @property
    def has_boxes(self) -> bool:
        return any(has_quartiles(row) for row in self.rows)

    @property
    def quebec_x(self) -> str:
        """Return where Québec's median is, to compare the regions with; "" when it is not drawn."""
        medians = [self._percent(row.wage.median) for row in self.rows if row.region.is_quebec]
        return f"{medians[0]:.2f}%" if medians else ""

    @property
    def bars(self) -> list[Bar]:
        return [self._bar(place, row) for place, row in enumerate(self.rows)]

    def _bar(self, place: int, row: WageRow) -> Bar:
        top = AXIS + place * ROW
        low, median, high = (self._percent(value) for value in (row.wage.low, row.wage.median, row.wage.high))
        bar = Bar(
            row,
            x=f"{low:.2f}%",
            width=f"{high - low:.2f}%",
            median_x=f"{median:.2f}%",
            label_y=f"{top + LABEL:.2f}em",
            bar_y=f"{top + BAR - 0.25:.2f}em",
            middle_y=f"{top + BAR:.2f}em",
        )
        if not has_quartiles(row):
            return bar
        first, third = self._percent(row.wage.quartile_1), self._percent(row.wage.quartile_3)
        return replace(bar, box_x=f"{first:.2f}%", box_y=f"{top + BAR - 0.45:.2f}em", box_width=f"{third - first:.2f}%")


def has_quartiles(row: WageRow) -> bool:
    """Tell whether there is a box to draw; a first quartile above the third would be a mistake of the file."""
    first, third = row.wage.quartile_1, row.wage.quartile_3
    return first is not None and third is not None and first <= third
