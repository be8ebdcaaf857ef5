"""The geometry of the bars of location quotients. Across, everything is a percentage, and down, an em."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from occupations.profile.wage_chart import Tick, steps
from sectors.weights import Weight

MOST = 10  # bars
# In em: the axis above the rows, then for each row its label over its bar.
AXIS = 2.0
ROW = 2.8
LABEL = 1.0
BAR = 1.45


@dataclass(frozen=True)
class Bar:
    weight: Weight
    width: str
    label_y: str
    bar_y: str


class QuotientChart:
    """Bars from zero, with a line at one: what the sector would be if it weighed as much as in Québec."""

    axis_y = f"{LABEL}em"
    top = f"{AXIS - 0.5}em"

    def __init__(self, heaviest: Sequence[Weight]):
        self.weights = heaviest[:MOST]
        self.marks = steps(0, float(self.weights[0].quotient))

    @property
    def height(self) -> str:
        return f"{AXIS + ROW * len(self.weights):.2f}em"

    def x(self, value) -> str:
        return f"{100 * float(value) / self.marks[-1]:.2f}%"

    @property
    def one_x(self) -> str:
        return self.x(1)

    @property
    def ticks(self) -> list[Tick]:
        anchors = {0: "start", len(self.marks) - 1: "end"}
        return [
            Tick(Decimal(str(mark)), self.x(mark), anchors.get(place, "middle"))
            for place, mark in enumerate(self.marks)
        ]

    @property
    def bars(self) -> list[Bar]:
        tops = (AXIS + place * ROW for place in range(len(self.weights)))
        return [
            Bar(weight, self.x(weight.quotient), f"{top + LABEL:.2f}em", f"{top + BAR:.2f}em")
            for weight, top in zip(self.weights, tops, strict=True)
        ]
