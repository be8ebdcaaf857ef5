"""What the page of a sector or of a class of NAICS shows, as CSV files."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from occupations.export import csv_file, csv_table
from occupations.profile import live_releases
from occupations.results import Results
from regions.choice import RegionChoice
from sectors.figures import Figures
from sectors.figures_export import heads, in_places, surveyed
from sectors.grouping_profile import GroupingProfile
from sectors.models import Grouping, Industry
from sectors.occupations import SectorOccupations
from sectors.place import Place


@require_safe
def of_grouping(request, code: str, slug: str):
    """Give the jobs, earnings and prospects of a sector of activity, in the whole of Québec and in each place."""
    grouping = get_object_or_404(Grouping.objects.current(), pk=code)
    if slug != grouping.slug:
        return moved("sectors:grouping-csv", grouping)
    releases, choice = live_releases(), RegionChoice.of(request)
    codes = list(grouping.codes.current().values_list("industry", flat=True))
    profile = GroupingProfile(grouping, choice.places, releases, [])
    lines = [heads(), *surveyed(Figures(codes, releases), choice.quebec), *in_places(profile)]
    return csv_file(f"{code}-{slug}", lines)


def class_or_404(code: str) -> Place:
    place = Place.of(code)
    if place is None or place.industry.retired_on:
        raise Http404(code)
    return place


@require_safe
def of_industry(request, code: str, slug: str):
    """Give the jobs and earnings of a class of NAICS, in the whole of Québec."""
    industry = class_or_404(code).industry
    if (code, slug) != (industry.code, industry.slug):
        return moved("sectors:industry-csv", industry)
    figures = Figures([industry.code], live_releases())
    return csv_file(f"{code}-{slug}", [heads(), *surveyed(figures, RegionChoice.of(request).quebec)])


@require_safe
def occupations(request, code: str, slug: str):
    """Give the occupations that the page of a class lists, all of them, as `?sort=` puts them."""
    place = class_or_404(code)
    industry = place.industry
    if (code, slug) != (industry.code, industry.slug):
        return moved("sectors:occupations-csv", industry)
    choice = RegionChoice.of(request)
    found = SectorOccupations.of_class(place, choice.region or choice.quebec, request.GET)
    results = Results(found.groups, {}, found.area)
    name = f"{_('occupations')}-{code}-{slug}"
    return csv_file(name, csv_table(results, choice.everywhere, request.build_absolute_uri))


def moved(view: str, thing: Grouping | Industry) -> HttpResponsePermanentRedirect:
    return HttpResponsePermanentRedirect(reverse(view, args=[thing.code, thing.slug]))
