"""The geometry of a line chart by year. Across, everything is a percentage, and down, an em, as in the wage chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from occupations.profile.wage_chart import steps
from sectors.points import Point, reasons

# Years whose average a recession weighed on, as the C.D. Howe Institute dates those of Canada: from October 2008
# to May 2009, and March and April 2020.
RECESSIONS = (2009, 2020)
HEIGHT = 16.0  # em, of the plot
TOP = 1.6  # em above it, for the highest label
YEARS_APART = 5


@dataclass(frozen=True)
class Line:
    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Tick:
    value: int | Decimal
    at: str


class TrendChart:
    """A line through the years that have a figure, broken where one has none; the axis begins at zero."""

    height = f"{TOP + HEIGHT + 2}em"
    bottom = f"{TOP + HEIGHT}em"
    axis_y = f"{TOP + HEIGHT + 1.4}em"

    def __init__(self, points: Sequence[Point]):
        self.points = points
        self.first, self.last = points[0].year, points[-1].year
        self.marks = steps(0, float(max(point.value for point in points if point.value is not None)))

    def x(self, year: float) -> str:
        return f"{100 * (year - self.first + 0.5) / (self.last - self.first + 1):.2f}%"

    def y(self, value) -> str:
        return f"{TOP + HEIGHT * (1 - float(value) / self.marks[-1]):.2f}em"

    @property
    def lines(self) -> list[Line]:
        return [
            Line(self.x(one.year), self.y(one.value), self.x(next_one.year), self.y(next_one.value))
            for one, next_one in pairwise(self.points)
            if None not in (one.value, next_one.value)
        ]

    @property
    def gaps(self) -> list[tuple[str, list[int]]]:
        """Return why years have no figure: (reason, years) pairs."""
        missing = [point for point in self.points if point.value is None]
        return [(reason, [point.year for point in missing if point.reason == reason]) for reason in reasons(missing)]

    @property
    def dots(self) -> list[tuple[str, str]]:
        return [(self.x(point.year), self.y(point.value)) for point in self.points if point.value is not None]

    @property
    def values(self) -> list[Tick]:
        return [Tick(Decimal(mark), self.y(mark)) for mark in self.marks]

    @property
    def years(self) -> list[Tick]:
        return [Tick(year, self.x(year)) for year in range(self.first, self.last + 1) if year % YEARS_APART == 0]

    @property
    def width(self) -> str:
        """Return the width of one year."""
        return f"{100 / (self.last - self.first + 1):.2f}%"

    @property
    def recessions(self) -> list[str]:
        """Return where the years of recession begin."""
        return [self.x(year - 0.5) for year in RECESSIONS if self.first <= year <= self.last]
