"""One occupation in every region: its map, its equal table and the sentence that answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.text import slugify
from django.utils.translation import gettext as _

from imt.templatetags.portal import percent
from occupations.matrix.phrases import PHRASES
from occupations.matrix.rows import Cell, Row, Value
from occupations.matrix.table import Matrix
from regions.map import RegionMap, Shaded


@dataclass(frozen=True)
class Line:
    """A region of the table; `compared` says in words how it stands beside the one that all are compared with."""

    cell: Cell
    compared: str


class OneOccupation:
    """The only row of a matrix, compared with the chosen region, or with Québec where that has no value of its own."""

    def __init__(self, matrix: Matrix):
        self.row: Row = matrix.rows[0]
        self.measure = matrix.measure
        self.chosen: Cell | None = self.row.at(matrix.region.code) if matrix.region else None

    @cached_property
    def base(self) -> Cell:
        return self.chosen if self.chosen and self.chosen.own else self.row.quebec

    def lines(self, order: str) -> list[Line]:
        """Return Québec, then the regions by "region" (name) or "value", reversed by a minus sign: best first."""
        is_reversed = order.startswith("-")
        by_name = sorted(self.row.cells, key=lambda cell: slugify(cell.region.name))
        if order.removeprefix("-") == "region":
            cells = by_name[::-1] if is_reversed else by_name
        else:
            ranked = [cell for cell in by_name if cell in self.row.compared]
            ranked.sort(key=lambda cell: cell.own.order, reverse=is_reversed)
            cells = ranked + [cell for cell in by_name if cell not in ranked]
        return [Line(cell, self.compared(cell)) for cell in (self.row.quebec, *cells)]

    def compared(self, cell: Cell) -> str:
        if cell is self.base or cell.own is None or self.base.value is None:
            return ""
        if not cell.own.stands_beside(self.base.value):
            return _("cannot be compared")
        difference = cell.own.order - self.base.value.order
        if not difference:
            return _("the same")
        if not cell.own.is_amount:
            return _("better") if difference > 0 else _("less good")
        gap = percent(100 * Decimal(difference) / self.base.value.order)
        return f"+{gap}" if difference > 0 else gap

    @property
    def answer(self) -> list[str]:
        """Say where the chances are better, by rule, in one to three plain sentences."""
        phrases, row = PHRASES[self.measure.name], self.row
        if not row.own:
            return [phrases.nothing]
        if len(row.compared) < 2:
            return [*self.about_chosen, _("Fewer than two regions have a value of their own on one scale to compare.")]
        if self.chosen in row.compared:
            facts = {"region": self.chosen.region.name, "value": inside(self.chosen.own)}
            better = row.better_than(self.chosen.own)
            if not better:
                return [phrases.top % facts, *self.equals]
            return [phrases.better % (facts | {"number": len(better), "regions": named(better)})]
        if row.is_even:
            return [*self.about_chosen, phrases.even % {"value": inside(row.compared[0].own)}]
        best = {"value": inside(row.best[0].own), "regions": named(row.best)}
        return [*self.about_chosen, phrases.best % best]

    @property
    def about_chosen(self) -> list[str]:
        """Say what the chosen region has that cannot be compared."""
        if self.chosen is None:
            return []
        name, own = self.chosen.region.name, self.chosen.own
        if own is None:
            return [_("%(region)s has no value of its own in this edition.") % {"region": name}]
        return [_("%(region)s: %(value)s.") % {"region": name, "value": inside(own)}]

    @property
    def equals(self) -> list[str]:
        """Name the regions as good as the chosen one."""
        same = [cell for cell in self.row.compared if cell.own.order == self.chosen.own.order and cell != self.chosen]
        return [_("The same in: %(regions)s.") % {"regions": named(same)}] if same else []

    @property
    def map(self) -> RegionMap:
        """Draw the regions; one without a value of its own says what stands in for it."""
        shaded = [Shaded(cell.region, cell.shade, words(cell)) for cell in self.row.cells]
        return RegionMap(
            shaded, self.measure.legend, _("No value of its own, or undetermined"), self.measure.legend_title
        )


def named(cells: Iterable[Cell]) -> str:
    return ", ".join(cell.region.name for cell in cells)


def inside(value: Value) -> str:
    """Return the words of a value as they stand within a sentence."""
    return value.words[0].lower() + value.words[1:]


def words(cell: Cell) -> str:
    if cell.value is None:
        return _("not published")
    return f"{cell.value.words} ({_('value for the whole of Québec')})" if cell.is_fallback else cell.value.words
