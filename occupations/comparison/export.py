"""A comparison as CSV: one cell a line, each with its source or why it is not published."""

from collections.abc import Iterable, Iterator

from django.http import HttpResponse
from django.utils.translation import gettext as _

from occupations.comparison.rows import Section
from occupations.export import Source, csv_file


def csv_response(sections: Iterable[Section], compared: str) -> HttpResponse:
    """Answer the cells of the sections; `compared` is what their columns are: "Occupation"."""
    response = csv_file(_("comparison"), lines(sections, compared))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def lines(sections: Iterable[Section], compared: str) -> Iterator[list]:
    columns = (_("region"), _("source"), _("kind"), _("edition"), _("retrieved on"), _("reason if not published"))
    yield [_("Part"), _("Row"), _("Code"), compared, _("Value"), *columns]
    for section in sections:
        for row, cells in section.lines:
            for thing, cell in cells:
                source = Source(cell.region, cell.release, cell.missing)
                yield [section.title, row.label, thing.code, thing.name, cell.words, *source.cells]
