"""The bars of location quotients: across, everything is a percentage of the highest one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sectors.weights import Weight

MOST = 10  # bars


@dataclass(frozen=True)
class Bar:
    weight: Weight
    width: str


class QuotientChart:
    """Bars from zero, each with a mark at one: what the sector would be if it weighed as much as in Québec."""

    def __init__(self, heaviest: Sequence[Weight]):
        self.weights = heaviest[:MOST]
        self.longest = max(1, *(weight.quotient for weight in self.weights))

    def x(self, quotient) -> str:
        return f"{100 * quotient / self.longest:.2f}%"

    @property
    def one_x(self) -> str:
        return self.x(1)

    @property
    def bars(self) -> list[Bar]:
        return [Bar(weight, self.x(weight.quotient)) for weight in self.weights]
