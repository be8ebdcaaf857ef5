"""A comparison as CSV: one cell a line, each with its source or why it is not published."""

import csv
from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.translation import gettext as _

from occupations.comparison.rows import Section
from occupations.export import BOM, Source


def csv_response(sections: Iterable[Section], compared: str) -> HttpResponse:
    """Answer the cells of the sections; `compared` is what their columns are: "Occupation"."""
    headers = {"Content-Disposition": f'attachment; filename="{_("comparison")}.csv"', "X-Robots-Tag": "noindex"}
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.writer(response)
    columns = (_("region"), _("source"), _("kind"), _("edition"), _("retrieved on"), _("reason if not published"))
    writer.writerow([_("Part"), _("Row"), _("Code"), compared, _("Value"), *columns])
    for section in sections:
        for row, cells in section.lines:
            for thing, cell in cells:
                source = Source(cell.region, cell.release, cell.missing)
                writer.writerow([section.title, row.label, thing.code, thing.name, cell.words, *source.cells])
    return response
