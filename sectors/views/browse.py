"""The door of the sectors: all of them side by side, their CSV, or what words find."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from imt.addresses import tidied
from occupations.export import csv_file
from occupations.profile import live_releases
from regions.choice import PARAMETER, RegionChoice
from sectors.browse import Browse
from sectors.export import csv_rows
from sectors.search import code_in, search, where_occupations_are

PAGE_SIZE = 30


@require_safe
def index(request):
    """Show the sectors of activity, or what words find; a code leads to its page."""
    if short := tidied(request):
        return short
    q = request.GET.get("q", "").replace("\x00", "").strip()[:120]
    choice = RegionChoice.of(request)
    if code := code_in(q):
        return to_code(code, choice)
    if q:
        return found(request, q)
    browse = Browse(choice, live_releases(), request.GET.get("sort", ""))
    context = {"browse": browse, "metropolitan_areas": browse.metropolitan_areas}
    return render(request, "sectors/index.html", context)


def found(request, q: str):
    language = get_language()
    hits = search(q, language)
    context = {
        "q": q,
        "page_obj": Paginator(hits, PAGE_SIZE).get_page(request.GET.get("page")),
        "nearby": [] if hits else where_occupations_are(q, language),
    }
    return render(request, "sectors/search.html", context)


def to_code(code: str, choice: RegionChoice):
    """Lead to the page of a class, which helps when there is no such code."""
    address = reverse("sectors:industry", args=[code])
    return redirect(address + (f"?{PARAMETER}={choice.area_code}" if choice.area_code else ""))


@require_safe
def export(request):
    """Give the same table as CSV."""
    choice = RegionChoice.of(request)
    browse = Browse(choice, live_releases(), request.GET.get("sort", ""))
    name = f"{_('sectors')}-{get_language()}-{timezone.localdate():%Y-%m-%d}"
    return csv_file(name, csv_rows(browse, request.build_absolute_uri))
