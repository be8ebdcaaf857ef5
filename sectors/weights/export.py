"""What sectors weigh in places as lines of a CSV file, each with its source or why there is no figure."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from occupations.export import Source
from regions.models import Region
from sectors.weights import Weight, Weights


def csv_rows(weights: Weights, absolute: Callable[[str], str]) -> Iterator[list]:
    """Yield the head and a line for each sector in each place; `absolute` makes an address whole."""
    columns = (_("source"), _("kind"), _("edition"), _("retrieved on"), _("reason if not published"))
    yield [
        _("Region"),
        _("Code"),
        _("Sector of activity"),
        _("Employment"),
        _("Share of the jobs here, %"),
        _("Share in Québec, %"),
        _("Location quotient"),
        _("Change in five years, %"),
        *columns,
        _("Page"),
    ]
    for place in weights.places:
        rows = weights.rows if weights.is_chosen else weights.in_place(place.code)
        for row in rows:
            yield [place.name, *line(row, weights, place), absolute(row.grouping.get_absolute_url())]


def line(row: Weight, weights: Weights, place: Region) -> list:
    employed = row.point.value if row.point else None
    reason = (row.point and row.point.reason) or _("This edition has no figure for this sector.")
    source = Source(place, weights.release if employed is not None else None, reason)
    figures = [
        "" if value is None else round(value, digits)
        for value, digits in ((row.share, 2), (row.quebec_share, 2), (row.quotient, 2), (row.growth, 1))
    ]
    return [
        row.grouping.code,
        row.grouping.name,
        "" if employed is None else employed,
        *figures,
        *source.cells[1:],  # the place is the first column
    ]
