"""One class of the classification. The code identifies the page; the words after it only decorate the address."""

from collections.abc import Callable

from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from imt.templatetags.portal import absolute
from occupations import linked_data
from occupations.models import FormerCode, NocGroup
from occupations.profile import OccupationProfile, Place, live_releases
from occupations.profile.class_page import figure_releases, sections
from regions.choice import PARAMETER, RegionChoice
from regions.nearby import Nearby

FORMER_CODE_LENGTH = 4


@require_safe
def detail(request, code: str, slug: str = ""):
    """Show a class, or the way to it: its current address, what a former code became, or help with a wrong one."""
    place = Place.of(code)
    if place is None:
        return former_code(request, code)
    if slug != place.group.slug:
        return moved(request, place.group)
    choice = RegionChoice.of(request)
    show = unit_group if place.group.level == NocGroup.Level.UNIT_GROUP else class_above
    return show(request, place, choice)


def moved(request, group: NocGroup):
    query = request.META["QUERY_STRING"]
    return HttpResponsePermanentRedirect(group.get_absolute_url() + (f"?{query}" if query else ""))


def unit_group(request, place: Place, choice: RegionChoice):
    nearby = Nearby.of(request)
    profile = OccupationProfile(place, choice.everywhere, choice.region or choice.quebec, nearby.point)
    address = place.group.get_absolute_url() + (f"?{PARAMETER}={choice.code}" if choice.code else "")
    context = {
        "profile": profile,
        "nearby": nearby,
        "group": place.group,
        "counsellor": request.GET.get("view") == "counsellor",
        "alternate_url": alternate_url(place.group.get_absolute_url),
        "linked_data": linked_data.occupation(profile, absolute(request, address)),
    }
    return render(request, "occupations/detail.html", context)


def class_above(request, place: Place, choice: RegionChoice):
    area = choice.region or choice.quebec
    listed = sections(place, area)
    releases = live_releases()
    figures = figure_releases(listed, {release.pk: release for release in releases.values()})
    context = {
        "place": place,
        "group": place.group,
        "sections": listed,
        "area": area,
        "former_codes": former_codes(place.group.code),
        "figures": figures,
        "sources": [*figures, *(release for slug, release in releases.items() if slug == "noc")],
        "alternate_url": alternate_url(place.group.get_absolute_url),
    }
    return render(request, "occupations/class.html", context)


def former_code(request, code: str):
    """Lead from a four-digit code of 2016 or 2011 to what it became; else say that there is no such code."""
    became = former_codes(code)
    if len(became) == 1:
        return moved(request, became[0].unit_group)
    if became:
        context = {"code": code, "former_codes": became, "release": live_releases().get("noc-2016")}
        return render(request, "occupations/former_code.html", context)
    return render(request, "occupations/unknown_code.html", {"code": code, "nearest": nearest(code)}, status=404)


def former_codes(code: str) -> list[FormerCode]:
    if len(code) != FORMER_CODE_LENGTH:
        return []
    return list(FormerCode.objects.current().filter(former_code=code).select_related("unit_group"))


@require_safe
def of_no_unit_group(request, code: str, slug: str, under: str):
    """Lead from what only unit groups have (sheet, employer's view) to the page of an old code, or of the class."""
    query = request.META["QUERY_STRING"]
    return HttpResponseRedirect(reverse("occupations:detail", args=[code]) + (f"?{query}" if query else ""))


def nearest(code: str) -> list[NocGroup]:
    """Return the classes that begin like a code that does not exist, from the broad category down."""
    beginnings = [code[:length] for length in range(1, min(len(code), NocGroup.Level.UNIT_GROUP))]
    return list(NocGroup.objects.current().filter(pk__in=beginnings))


def alternate_url(address: Callable[[], str]) -> str:
    """Return the address of the page in the other language, whose slug is in that language's words."""
    other = "fr" if translation.get_language() == "en" else "en"
    with translation.override(other):
        return address()
