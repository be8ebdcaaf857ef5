"""The 41 sectors of activity side by side, as one sorts them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Release
from occupations.criteria import rows_for
from occupations.order import plain
from occupations.results import Column, column
from regions.models import Region
from sectors.models import Grouping

# As one most likely wants each column the first time.
FIRST_CHOICES = (
    ("title", _("Sector of activity")),
    ("-occupations", _("Occupations found there")),
    ("-demand", _("In demand now")),
)
DEFAULT = "title"


@dataclass(frozen=True)
class Row:
    grouping: Grouping
    occupations: int
    in_demand: int
    width: str  # of its bar: its part of the most occupations

    @property
    def keys(self) -> dict[str, int | str]:
        """Return what each column sorts by."""
        return {"title": plain(self.grouping.name), "occupations": self.occupations, "demand": self.in_demand}


class Browse:
    """Every sector of activity with the number of its occupations, and of those in demand now in a region.

    Without an edition of the demand of the moment there is no such column. A region that has none of its own takes
    that of the whole of Québec, occupation by occupation.
    """

    def __init__(self, area: Region, releases: Mapping[str, Release], sort: str):
        self.area = area
        self.releases = releases
        known = {name.removeprefix("-") for name, _label in self.choices}
        self.sort = sort if sort.removeprefix("-") in known else DEFAULT

    @property
    def demand(self) -> Release | None:
        return self.releases.get("in-demand") or self.releases.get("in-demand-demonstration")

    @property
    def choices(self) -> list[tuple[str, Promise]]:
        return [choice for choice in FIRST_CHOICES if choice[0] != "-demand" or self.demand]

    @property
    def columns(self) -> list[Column]:
        return [column(first, label, self.sort) for first, label in self.choices]

    @cached_property
    def rows(self) -> list[Row]:
        """Return a row for each; two queries."""
        found, in_demand = Counter(), Counter()
        for occupation in rows_for(self.area.code):
            sectors = set(occupation["sectors"])
            found.update(sectors)
            if occupation["is_in_demand"]:
                in_demand.update(sectors)
        most = max(found.values(), default=1)
        rows = [
            Row(each, found[each.code], in_demand[each.code], f"{100 * found[each.code] / most:.1f}%")
            for each in Grouping.objects.current()
        ]
        rows.sort(key=lambda row: row.keys["title"])
        name = self.sort.removeprefix("-")
        return sorted(rows, key=lambda row: row.keys[name], reverse=self.sort.startswith("-"))

    @property
    def sources(self) -> list[Release]:
        found = [self.releases.get(slug) for slug in ("occupation-industries", "sector-groupings")]
        return [release for release in (*found, self.demand) if release]
