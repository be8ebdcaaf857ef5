"""One class of NAICS. The code identifies the page; the words after it only decorate the address."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from imt.templatetags.portal import absolute
from occupations.profile import live_releases
from occupations.views.detail import alternate_url
from regions.choice import RegionChoice
from sectors import linked_data
from sectors.figures import Figures
from sectors.models import FormerIndustry, Industry
from sectors.occupations import SectorOccupations
from sectors.place import Place, codes_above
from sectors.training import SectorTraining
from sectors.trend_chart import TrendChart

SOURCES = ("occupation-industries", "occupation-shares", "sector-grouping-codes", "naics")


@require_safe
def detail(request, code: str, slug: str):
    """Show a class, or help with a code that the current classification does not have."""
    place = Place.of(code)
    if place is None or place.industry.retired_on:
        return unknown(request, code, place)
    industry = place.industry
    if (code, slug) != (industry.code, industry.slug):
        return moved(request, industry)
    choice = RegionChoice.of(request)
    occupations = SectorOccupations.of_class(place, choice.region or choice.quebec, request.GET)
    releases = live_releases()
    figures = Figures([industry.code], releases)
    figures_address = reverse("sectors:industry-csv", args=[industry.code, industry.slug])
    told = ["sector-descriptions"] if place.description else []
    renamed = ["naics-2017"] if place.former_codes else []
    context = {
        "place": place,
        "industry": industry,
        "occupations": occupations,
        "page_obj": occupations.page,
        "training": SectorTraining(occupations.groups),
        "training_at": industry.grouping if occupations.is_wider else place.subsector,
        "figures": figures,
        "charts": {name: TrendChart(series.points) for name, series in figures.shown.items()},
        "sources": [
            *figures.used,
            *occupations.results.releases.values(),
            *(releases[slug] for slug in (*told, *SOURCES, *renamed) if slug in releases),
        ],
        "figures_address": figures_address,
        "linked_data": described(request, place, figures, figures_address),
        "alternate_url": alternate_url(industry.get_absolute_url),
    }
    return render(request, "sectors/industry.html", context)


def described(request, place: Place, figures: Figures, figures_address: str) -> dict:
    """Return what the page says to programs."""
    classes = [*place.ancestors, place.industry]
    steps = [(gettext("Sectors"), absolute(request, reverse("sectors:index")))]
    steps += [(each.name, absolute(request, each.get_absolute_url())) for each in classes]
    name, address = steps[-1]
    quebec = RegionChoice.of(request).quebec
    return linked_data.graph(
        linked_data.breadcrumbs(steps),
        linked_data.term(place.industry, address, place.description),
        *linked_data.datasets(name, figures, quebec, absolute(request, figures_address)),
    )


def moved(request, industry: Industry):
    query = request.META["QUERY_STRING"]
    return HttpResponsePermanentRedirect(industry.get_absolute_url() + (f"?{query}" if query else ""))


def unknown(request, code: str, place: Place | None):
    """Lead from a code of 2017 to what it became; else say that there is no such class now, and what is near."""
    became = list(FormerIndustry.objects.current().filter(former_code__startswith=code).select_related("industry"))
    industries = {each.industry for each in became}
    if len(industries) == 1:
        return moved(request, industries.pop())
    if became:
        context = {"code": code, "became": became, "release": live_releases().get("naics-2017")}
        return render(request, "sectors/former_code.html", context)
    nearest = Industry.objects.current().filter(pk__in=codes_above(code))
    context = {"code": code, "retired": place and place.industry, "nearest": nearest}
    return render(request, "sectors/unknown_code.html", context, status=404)
