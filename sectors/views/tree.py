"""NAICS as a way in: its sectors and their subsectors."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from occupations.profile import live_releases
from sectors.models import Industry


@require_safe
def tree(request):
    """Show them all; deeper classes are on the page of each."""
    industries = list(Industry.objects.current().filter(level__lte=Industry.Level.SUBSECTOR))
    sectors = [
        (sector, [each for each in industries if each.parent_id == sector.code])
        for sector in industries
        if sector.level == Industry.Level.SECTOR
    ]
    return render(request, "sectors/tree.html", {"sectors": sectors, "release": live_releases().get("naics")})
