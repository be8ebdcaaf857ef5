"""The wages that an employer compares with: those of the region, beside Québec's and the other regions'."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from occupations.employer.offer import Offer
from occupations.employer.standing import Standing
from occupations.export import Source
from occupations.models import NocGroup
from occupations.profile.wages import WageRow, WageTable

FIGURES = ("low", "quartile_1", "median", "quartile_3", "high", "average")


@dataclass(frozen=True)
class Rank:
    """The place of the region's median among the regions that have figures of their own; 1 is the highest."""

    place: int
    regions: int


class Benchmark:
    def __init__(self, table: WageTable):
        self.table = table

    @property
    def row(self) -> WageRow | None:
        """Return the row to set a wage by: the region's, else Québec's, else none."""
        return self.table.chosen.figure

    @cached_property
    def rank(self) -> Rank | None:
        own = self.table.own
        if self.row not in own or len(own) == 1:
            return None
        return Rank(1 + sum(row.wage.median > self.row.wage.median for row in own), len(own))

    def standing(self, offer: Offer | None) -> Standing | None:
        return Standing(offer, self.row) if offer and self.row else None


def csv_rows(group: NocGroup, table: WageTable) -> Iterator[list]:
    """Yield the heading, then a line for each region: its figures, their source, or why there are none."""
    columns = (_("source"), _("kind"), _("edition"), _("retrieved on"), _("reason if not published"))
    yield [
        _("Code"),
        _("Occupation"),
        _("Region"),
        _("Unit of the wage"),
        pgettext("wage", "Low"),
        _("First quartile"),
        pgettext("wage", "Median"),
        _("Third quartile"),
        pgettext("wage", "High"),
        _("Average"),
        _("Median against Québec (%)"),
        _("Same figures as Québec"),
        _("Reference period"),
        *columns,
    ]
    for row in table.rows:
        yield [group.code, group.name, row.region.name, *cells(row), *source_cells(row, table)]


def cells(row: WageRow) -> list[str]:
    if not row.is_published:
        return [""] * (len(FIGURES) + 3)
    amounts = (getattr(row.wage, name) for name in FIGURES)
    difference = row.difference_percent
    return [
        row.wage.get_unit_display(),
        *("" if amount is None else f"{amount:f}" for amount in amounts),
        "" if difference is None else f"{difference:.1f}",
        _("yes") if row.same_as_quebec else "",
    ]


def source_cells(row: WageRow, table: WageTable) -> list[str]:
    """Return the period, then the columns of `Source` after its region, which the line has already."""
    if not row.is_published or table.release is None:
        return ["", *Source(None, None, row.reason).cells[1:]]
    return [table.release.reference_period, *Source(row.region, table.release, "").cells[1:]]
