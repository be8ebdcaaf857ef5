"""One occupation in every region: its own value there, or else Québec's, said to be so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from catalog.models import Release
from occupations.models import NocGroup, OutlookLevel
from regions.map import UNSHADED
from regions.models import QUEBEC, Region


@dataclass(frozen=True)
class Value:
    """A published figure of one occupation in one region."""

    words: str
    mark: str  # what the narrow cell of a list holds
    release: Release
    scale: str  # only values of one scale are compared …
    order: int | Decimal | None  # … the greater, the better; None: said, but neither better nor worse (undetermined)
    shade: str = UNSHADED  # of regions.map.Shade
    is_amount: bool = False  # a difference is then told in percents
    level: OutlookLevel | None = None  # to be drawn, with
    steps: int = 0

    def stands_beside(self, other: "Value | None") -> bool:
        """Tell whether one of the two can be called the better."""
        return other is not None and self.scale == other.scale and None not in {self.order, other.order}


@dataclass(frozen=True)
class Cell:
    """What a row says of a region. No value: not published, and `missing` says why."""

    region: Region
    value: Value | None
    is_fallback: bool = False  # the value is Québec's
    missing: str = ""

    @property
    def own(self) -> Value | None:
        return None if self.is_fallback else self.value

    @property
    def shade(self) -> str:
        return self.own.shade if self.own else UNSHADED


class Row:
    """One unit group: a cell for Québec, and one for each region in the order given.

    `values` are the own ones by region code, `missing` says why there is none where Québec has none either.
    """

    def __init__(
        self,
        group: NocGroup,
        quebec: Region,
        regions: Sequence[Region],
        values: Mapping[str, Value],
        missing: Mapping[str, str],
    ):
        self.group = group
        provincial = values.get(QUEBEC)

        def cell(region: Region) -> Cell:
            if region.code in values:
                return Cell(region, values[region.code])
            return Cell(region, provincial, is_fallback=provincial is not None, missing=missing.get(region.code, ""))

        self.quebec = cell(quebec)
        self.cells = [cell(region) for region in regions]

    def at(self, code: str) -> Cell:
        return next(cell for cell in (self.quebec, *self.cells) if cell.region.code == code)

    @property
    def everywhere(self) -> list[Cell]:
        return [self.quebec, *self.cells]

    @cached_property
    def own(self) -> list[Cell]:
        """Return the cells of the regions that have a value of their own."""
        return [cell for cell in self.cells if cell.own]

    @cached_property
    def compared(self) -> list[Cell]:
        """Return those of them that can be ranked; none where the regions' values are on two scales."""
        ranked = [cell for cell in self.own if cell.own.order is not None]
        return ranked if len({cell.own.scale for cell in ranked}) == 1 else []

    @property
    def is_even(self) -> bool:
        return len(self.compared) > 1 and len({cell.own.order for cell in self.compared}) == 1

    @cached_property
    def best(self) -> list[Cell]:
        """Return the regions at the row's best value; none where all are equal."""
        if len(self.compared) < 2 or self.is_even:
            return []
        top = max(cell.own.order for cell in self.compared)
        return [cell for cell in self.compared if cell.own.order == top]

    def better_than(self, value: Value) -> list[Cell]:
        """Return the regions with a better value of their own, the best first."""
        better = [cell for cell in self.compared if cell.own.stands_beside(value) and cell.own.order > value.order]
        return sorted(better, key=lambda cell: cell.own.order, reverse=True)
