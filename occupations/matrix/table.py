"""The rows of a list of occupations, in the order asked for, and where their values come from."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from catalog.models import Release
from occupations.matrix.measures import MEASURES, Measure
from occupations.matrix.rows import Row
from occupations.matrix.tally import Tally
from occupations.models import NocGroup
from occupations.order import plain
from regions.choice import RegionChoice
from regions.models import Region


class Matrix:
    """Unit groups by region, by one measure (a name of `MEASURES`)."""

    def __init__(self, groups: Sequence[NocGroup], measure: str, choice: RegionChoice):
        self.quebec, self.regions = choice.quebec, choice.regions
        self.region: Region | None = choice.region
        self.columns = {region.code: region for region in (self.quebec, *self.regions)}
        self.measure: Measure = MEASURES[measure]([group.code for group in groups], self.columns)
        values, missing = self.measure.values, self.measure.missing
        self.rows = [
            Row(group, self.quebec, self.regions, values.get(group.code, {}), missing(group.code)) for group in groups
        ]

    def sorted_by(self, column: str) -> list[Row]:
        """Return the rows by "title", "code" or the value in a region (its code), reversed by a minus sign.

        Rows without a value there are last either way; without a column that exists the rows keep their order.
        """
        name, is_reversed = column.removeprefix("-"), column.startswith("-")
        if name == "title":
            return sorted(self.rows, key=lambda row: plain(row.group.name), reverse=is_reversed)
        if name == "code":
            return sorted(self.rows, key=lambda row: row.group.code, reverse=is_reversed)
        if name not in self.columns:
            return self.rows
        orders = {row.group.code: value.order for row in self.rows if (value := row.at(name).value)}
        ranked = [row for row in self.rows if orders.get(row.group.code) is not None]
        others = [row for row in self.rows if orders.get(row.group.code) is None]
        return sorted(ranked, key=lambda row: orders[row.group.code], reverse=is_reversed) + others

    @cached_property
    def tally(self) -> Tally:
        """Return for how many rows each region is at the best value."""
        return Tally(self.rows, self.regions)


def releases_of(rows: Iterable[Row]) -> list[Release]:
    """Return the releases of the values, each once."""
    values = [cell.value for row in rows for cell in row.everywhere if cell.value]
    return list({value.release.pk: value.release for value in values}.values())


def reasons_of(rows: Iterable[Row]) -> list[str]:
    """Return why values are missing, each reason once."""
    missing = [cell.missing for row in rows for cell in row.everywhere if cell.value is None]
    return list(dict.fromkeys(filter(None, missing)))
