"""One of the 41 sectors of activity. The code identifies the page; the words after it only decorate the address."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from occupations.profile import live_releases
from occupations.views.detail import alternate_url
from regions.choice import RegionChoice
from sectors.figures import Figures
from sectors.grouping_profile import GroupingProfile
from sectors.growth_map import growth_map
from sectors.models import Grouping
from sectors.occupations import SectorOccupations
from sectors.place import included_in
from sectors.trend_chart import TrendChart

SOURCES = ("occupation-industries", "occupation-shares", "sector-groupings", "sector-grouping-codes", "naics")


@require_safe
def detail(request, code: str, slug: str):
    """Show who works in a sector of activity, and what it is made of."""
    grouping = get_object_or_404(Grouping.objects.current(), pk=code)
    if slug != grouping.slug:
        query = request.META["QUERY_STRING"]
        return HttpResponsePermanentRedirect(grouping.get_absolute_url() + (f"?{query}" if query else ""))
    choice = RegionChoice.of(request)
    included = included_in(grouping)
    occupations = SectorOccupations(choice.region or choice.quebec, request.GET, industry__grouping=grouping)
    releases = live_releases()
    figures = Figures([part.industry.code for part in included], releases)
    levels = sorted(occupations.results.levels.values(), key=lambda level: level.rank or 0)
    profile = GroupingProfile(grouping, choice.places, releases, levels)
    described = ["sector-descriptions"] if profile.description else []
    turned_to = ["sector-organizations"] if profile.organizations else []
    context = {
        "grouping": grouping,
        "profile": profile,
        "area": choice.area,
        "metropolitan_areas": profile.metropolitan_areas,
        "chosen": profile.nearest_prospects(choice.levels),
        "included": included,
        "occupations": occupations,
        "page_obj": occupations.page,
        "figures": figures,
        "growth_map": growth_map(profile.rows),
        "charts": {name: TrendChart(series.points) for name, series in figures.shown.items()},
        "sources": [
            *figures.used,
            *profile.used,
            *occupations.results.releases.values(),
            *(releases[slug] for slug in (*described, *turned_to, *SOURCES) if slug in releases),
        ],
        "figures_address": reverse("sectors:grouping-csv", args=[grouping.code, grouping.slug]),
        "alternate_url": alternate_url(grouping.get_absolute_url),
    }
    return render(request, "sectors/grouping.html", context)
