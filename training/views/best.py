"""Training with the best prospects, by region and level of studies."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from occupations.profile import live_releases
from regions.choice import RegionChoice
from regions.nearby import Nearby
from training.best import BestProspects
from training.listing import listed
from training.models import Level

PAGE_SIZE = 25


@require_safe
def best(request):
    """Show the list and its rule; a level that there is not is that of all."""
    choice = RegionChoice.of(request)
    level = request.GET.get("level", "")
    level = level if level in Level.values else ""
    everything = listed()
    found = BestProspects(everything, choice.region or choice.quebec, level)
    page = Paginator(found.listed, PAGE_SIZE).get_page(request.GET.get("page"))
    ties = live_releases().get("programme-occupations")
    context = {
        "best": found,
        "level": level,
        "levels": [each for each in Level if any(programme.level == each for programme in everything)],
        "page_obj": page,
        "nearby": Nearby.of(request),
        "sources": [*found.releases, *([ties] if ties else [])],
    }
    return render(request, "training/best.html", context)
