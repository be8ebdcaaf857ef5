"""Looking for a programme: the page of results, their CSV, and the suggestions of its field while one types."""

import csv

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from occupations.export import BOM
from occupations.widen import FEW
from regions.choice import PARAMETER, RegionChoice
from regions.nearby import POSTAL, RADII, Nearby
from training.export import csv_rows
from training.filters import ProgrammeFilter
from training.listing import listed
from training.models import Programme
from training.panel import ProgrammePanel
from training.results import ProgrammeResults, columns
from training.search import by_code, code_in
from training.suggestions import Suggestions
from training.widen import steps

PAGE_SIZE = 20


@require_safe
def index(request):
    """Show what was found, or every programme; the code of one, in either language, leads straight to it."""
    nearby = Nearby.of(request)
    if PARAMETER not in request.GET and nearby.area:
        # One who says where one is has chosen the region too; "" keeps the whole of Québec.
        return redirect(f"{request.path}?{request.GET.urlencode()}&{PARAMETER}={nearby.area.region_id}")
    filters = ProgrammeFilter(request.GET, Programme.objects.all(), request=request)
    if not filters.chosen and (programme := by_code(filters.everything, code_in(filters.query))):
        return straight_to(request, programme)
    choice = RegionChoice.of(request)
    results = ProgrammeResults(filters, choice.region or choice.quebec)
    page = Paginator(results.rows, PAGE_SIZE).get_page(request.GET.get("page"))
    panel = ProgrammePanel(filters, request.GET, results.tied)
    context = {
        "q": filters.query,
        "nearby": nearby,
        "radii": RADII,
        "sort": filters.order,
        "columns": columns(filters.order, nearby.point is not None),
        "as_cards": request.GET.get("view") == "cards",
        "panel": panel,
        "page_obj": page,
        "results": results,
        "only_here": panel.only_in(choice.code) if choice.code else None,
        "reasons": results.reasons(page),
        "sources": [*results.releases, *results.tied.figures],
    }
    if page.paginator.count < FEW:
        context["steps"] = steps(panel)
    return render(request, "training/index.html", context)


def straight_to(request, programme: Programme):
    kept = request.GET.copy()
    kept.pop("q", None)
    query = {name: kept[name] for name in (PARAMETER, POSTAL) if kept.get(name)}
    address = request.GET.copy()
    address.clear()
    address.update(query)
    return redirect(programme.get_absolute_url() + (f"?{address.urlencode()}" if query else ""))


@require_safe
def export(request):
    """Give the whole list as CSV, with the source of each figure or why there is none."""
    filters = ProgrammeFilter(request.GET, Programme.objects.all(), request=request)
    choice = RegionChoice.of(request)
    results = ProgrammeResults(filters, choice.region or choice.quebec)
    name = f"{_('programs')}-{get_language()}-{timezone.localdate():%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Language": get_language()}
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8", headers=headers)
    csv.writer(response).writerows(csv_rows(results, choice.everywhere, request.build_absolute_uri))
    return response


@require_safe
def suggest(request):
    """Answer the field of static/js/search-box.js with the options of its listbox, or with none."""
    text = request.GET.get("q", "").replace("\x00", "").strip()
    found = Suggestions.of(listed(), text, get_language()) if text else Suggestions()
    return render(request, "training/_suggestions.html", {"suggestions": found})
