"""The sectors of activity side by side as lines of a CSV file, each figure with its source or why there is none."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.export import Source
from sectors.browse import Browse, Row


def csv_rows(browse: Browse, absolute: Callable[[str], str]) -> Iterator[list]:
    """Yield the head and a line for each sector; `absolute` makes an address whole."""
    figures = [label for label, _value, _source in cells(browse, None)]
    heads = [head for label in figures for head in (label, *Source.names(label))]
    yield [_("Code"), _("Sector of activity"), *heads, _("Page")]
    for row in browse.rows:
        line = [cell for _label, value, source in cells(browse, row) for cell in (value, *source.cells)]
        yield [row.grouping.code, row.grouping.name, *line, absolute(row.grouping.get_absolute_url())]


def cells(browse: Browse, row: Row | None) -> Iterator[tuple[str, object, Source]]:
    """Yield the name, the value and the source of each figure of a line; without a row, their names only."""

    def figure(label: str, value, release: Release | None, reason: str = "", area=browse.area):
        published = release if value is not None else None
        return label, "" if value is None else value, Source(area, published, reason or _("No edition says it."))

    latest = row and row.latest
    reason = latest.reason if latest else ""
    growth = row and row.growth
    earnings = row and row.earnings
    place = browse.employment_area
    change = None if growth is None else round(growth, 1)
    yield figure(_("Employment"), latest and latest.value, browse.employment, reason, place)
    yield figure(_("Change in five years, %"), change, browse.employment, reason, place)
    yield figure(_("Prospects"), row and row.level and row.level.label, browse.prospects)
    # Surveys of earnings and the profiles, which place occupations, speak of the whole of Québec.
    yield figure(_("Average weekly earnings"), earnings and earnings.latest.value, browse.earnings, area=None)
    wider = " + ".join(earnings.names) if earnings else ""
    yield figure(_("Wider industry of the earnings"), wider, browse.earnings, area=None)
    yield figure(
        _("Occupations found there"), row and row.occupations, browse.live_one_of("occupation-industries"), area=None
    )
    yield figure(_("In demand now"), row.in_demand if row and browse.demand else None, browse.demand)
