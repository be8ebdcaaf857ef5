"""One of the 41 sectors of activity. The code identifies the page; the words after it only decorate the address."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from occupations.profile import live_releases
from occupations.views.detail import alternate_url
from regions.choice import RegionChoice
from sectors.models import Grouping
from sectors.occupations import SectorOccupations
from sectors.place import included_in

SOURCES = ("occupation-industries", "sector-groupings", "sector-grouping-codes", "naics")


@require_safe
def detail(request, code: str, slug: str):
    """Show who works in a sector of activity, and what it is made of."""
    grouping = get_object_or_404(Grouping.objects.current(), pk=code)
    if slug != grouping.slug:
        query = request.META["QUERY_STRING"]
        return HttpResponsePermanentRedirect(grouping.get_absolute_url() + (f"?{query}" if query else ""))
    choice = RegionChoice.of(request)
    occupations = SectorOccupations(choice.region or choice.quebec, request.GET, industry__grouping=grouping)
    releases = live_releases()
    context = {
        "grouping": grouping,
        "included": included_in(grouping),
        "occupations": occupations,
        "page_obj": occupations.page,
        "sources": [*occupations.results.releases.values(), *(releases[slug] for slug in SOURCES if slug in releases)],
        "alternate_url": alternate_url(grouping.get_absolute_url),
    }
    return render(request, "sectors/grouping.html", context)
