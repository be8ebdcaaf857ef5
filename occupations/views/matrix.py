"""Occupations by region: "where are the chances better for me?".

The address names the occupations (`?code=31301&code=32101`), or has the criteria of a search and means what it finds;
`show` is what regions are compared by, `by` how the rows are sorted, `region` the one that they are compared with.
"""

import csv
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from occupations.comparison import MOST as COMPARED
from occupations.export import BOM, Source
from occupations.filters import OccupationFilter
from occupations.matrix import Matrix
from occupations.matrix.measures import MEASURES
from occupations.matrix.one import OneOccupation
from occupations.matrix.table import reasons_of, releases_of
from occupations.models import NocGroup
from occupations.panel import Panel
from occupations.results import column
from occupations.views.asked import AskedCodes, added
from regions.choice import RegionChoice

MOST = 30  # occupations named in an address, and rows of a page
SHOW = "prospects"  # where the address does not say


@dataclass(frozen=True)
class Asked(AskedCodes):
    """What an address asks to see by region."""

    query: QueryDict
    choice: RegionChoice

    @classmethod
    def of(cls, request) -> "Asked":
        return cls(cls.given(request, "code"), MOST, request.GET, RegionChoice.of(request))

    @cached_property
    def filters(self) -> OccupationFilter:
        return OccupationFilter(self.query, NocGroup.objects.all())

    @cached_property
    def is_search(self) -> bool:
        return not self.codes and bool(self.filters.query or self.filters.chosen)

    @cached_property
    def occupations(self) -> list[NocGroup]:
        """Return all the occupations that a search finds, or those named, `MOST` at the most."""
        if not self.is_search:
            return self.groups
        return [group for group in self.filters.qs if group.level == NocGroup.Level.UNIT_GROUP]

    @property
    def measure(self) -> str:
        asked = self.query.get("show", "")
        return asked if asked in MEASURES else SHOW

    @property
    def by(self) -> str:
        return self.query.get("by", "")

    @cached_property
    def matrix(self) -> Matrix:
        return Matrix(self.occupations, self.measure, self.choice)

    def address(self, codes: list[str], name: str = "matrix") -> str:
        """Return the address of the same page for other occupations."""
        query = self.query.copy()
        for parameter in ("add", "page"):
            query.pop(parameter, None)
        query.setlist("code", codes)
        path = reverse(f"occupations:{name}")
        return f"{path}?{query.urlencode()}" if query else path


@require_safe
def matrix(request):
    """Show the occupations by region; what the form adds leads to the address that has it."""
    asked = Asked.of(request)
    text = added(request)
    if "add" in request.GET and (address := asked.address_with(text)):
        return redirect(address)
    shown = [group.code for group in asked.groups]
    context = {
        "asked": asked,
        "measures": [(name, measure.label) for name, measure in MEASURES.items()],
        "most": MOST,
        "not_found": text,
        "panel": Panel(asked.filters, request.GET) if asked.is_search else None,
        "csv_address": asked.address(shown, "matrix-csv"),
        "compare_address": asked.address(shown, "compare") if 1 < len(shown) <= COMPARED else "",
        **(table(asked, request.GET.get("page")) if asked.occupations else {}),
    }
    return render(request, "occupations/matrix.html", context)


def table(asked: Asked, page: str | None) -> dict:
    """Return what the templates need of the rows: of one occupation, or of a page of several."""
    found = asked.matrix
    if len(found.rows) == 1:
        one = OneOccupation(found)
        by = asked.by or "-value"
        heads = [column("region", _("Region"), by), column("-value", found.measure.label, by)]
        rows, own = found.rows, {"one": one, "lines": one.lines(by), "heads": heads}
    else:
        page_obj = Paginator(found.sorted_by(asked.by), MOST).get_page(page)
        heads = [column(f"-{code}", region.name, asked.by) for code, region in found.columns.items()]
        first = column("title", _("Occupation"), asked.by)
        rows, own = list(page_obj), {"page_obj": page_obj, "first_head": first, "heads": heads}
    return own | {"matrix": found, "releases": releases_of(rows), "reasons": reasons_of(rows)}


@require_safe
def export(request):
    """Answer the cells of the whole list as CSV, one a line, each with its source or why it is not published."""
    asked = Asked.of(request)
    name = _("occupations-by-region")
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "X-Robots-Tag": "noindex"}
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.writer(response)
    label = asked.matrix.measure.label
    writer.writerow([_("Code"), _("Occupation"), _("Region"), label, *Source.names(label)])
    for row in asked.matrix.sorted_by(asked.by):
        for cell in row.everywhere:
            value = cell.value
            source = Source(
                row.quebec.region if cell.is_fallback else cell.region,
                value.release if value else None,
                "" if value else cell.missing,
            )
            words = value.words if value else ""
            writer.writerow([row.group.code, row.group.name, cell.region.name, words, *source.cells])
    return response
