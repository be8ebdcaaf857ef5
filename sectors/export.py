"""The sectors of activity side by side as lines of a CSV file, with the source of each figure."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from occupations.export import Source
from sectors.browse import Browse


def csv_rows(browse: Browse, absolute: Callable[[str], str]) -> Iterator[list]:
    """Yield the head and a line for each sector; `absolute` makes an address whole."""
    occupations, demand = _("Occupations found there"), _("In demand now")
    # The profiles place occupations whatever the region, so theirs is none.
    found = Source(None, browse.releases.get("occupation-industries"), "")
    wanted = Source(browse.area, browse.demand, _("No edition says which occupations are in demand now."))
    yield [
        _("Code"),
        _("Sector of activity"),
        occupations,
        *found.names(occupations),
        demand,
        *wanted.names(demand),
        _("Page"),
    ]
    for row in browse.rows:
        yield [
            row.grouping.code,
            row.grouping.name,
            row.occupations,
            *found.cells,
            row.in_demand if browse.demand else "",
            *wanted.cells,
            absolute(row.grouping.get_absolute_url()),
        ]
