"""Looking for an occupation: the page of results, their CSV, and the suggestions of its field while one types."""

import re

from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from imt.addresses import tidied
from occupations.export import csv_lines
from occupations.filters import OccupationFilter
from occupations.models import NocGroup
from occupations.panel import Panel
from occupations.results import Results, columns
from occupations.search import suggest as suggestions
from occupations.widen import FEW, Widening
from regions.choice import PARAMETER, RegionChoice

PAGE_SIZE = 20
UNIT_GROUP_CODE = re.compile(r"\d{5}")


@require_safe
def search(request):
    """Show what was found, or every occupation; the code of one leads straight to it."""
    if short := tidied(request):
        return short
    filters = OccupationFilter(request.GET, NocGroup.objects.all())
    if not filters.chosen and (group := unit_group(filters.query)):
        return straight_to(request, group)
    choice = RegionChoice.of(request)
    # What a search finds is little enough to be read whole, which saves counting it.
    found = list(filters.qs) if filters.query or filters.chosen else filters.qs
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    panel = Panel(filters, request.GET)
    context = {
        "q": filters.query,
        "sort": filters.order,
        "columns": columns(filters.order),
        "as_cards": request.GET.get("view") == "cards",
        "panel": panel,
        "page_obj": page,
        "results": Results(page, filters.hits, choice.region or choice.quebec),
        "former": next((hit.former for hit in filters.hits.values() if hit.former), None),
    }
    if page.paginator.count < FEW:
        regions = {region.code: region for region in choice.everywhere}
        context["steps"] = Widening(panel, regions, page.paginator.count).steps
    if not page or (page.number == 1 and not filters.asked.keys() - {"region"}):
        context["categories"] = NocGroup.objects.current().filter(level=NocGroup.Level.BROAD_CATEGORY)
    return render(request, "occupations/search.html", context)


@require_safe
def export(request):
    """Give the whole list as CSV, with the source of each figure or why there is none."""
    filters = OccupationFilter(request.GET, NocGroup.objects.all())
    choice = RegionChoice.of(request)
    # Read before the answer begins: a failure is then a page of error and not half a file.
    results = Results(filters.qs, filters.hits, choice.region or choice.quebec)
    lines = csv_lines(results, choice.everywhere, request.build_absolute_uri)
    name = _("occupations") + f"-{get_language()}-{timezone.localdate():%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Language": get_language()}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def unit_group(query: str) -> NocGroup | None:
    if not UNIT_GROUP_CODE.fullmatch(query):
        return None
    return NocGroup.objects.unit_groups().filter(pk=query).first()


def straight_to(request, group: NocGroup):
    code = RegionChoice.of(request).area_code
    address = group.get_absolute_url() + (f"?{PARAMETER}={code}" if code else "")
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


@require_safe
def suggest(request):
    """Answer the field of static/js/search-box.js with the options of its listbox, or with none.

    The field is that of the search (`q`) or the one that adds an occupation to others (`add`).
    """
    text = (request.GET.get("q") or request.GET.get("add", "")).replace("\x00", "").strip()
    found = suggestions(text, get_language()) if text else []
    return render(request, "occupations/_suggestions.html", {"suggestions": found})
