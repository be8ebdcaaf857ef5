"""One programme. Its identifier is the address; the words after it only decorate it."""

from difflib import get_close_matches

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from imt.templatetags.portal import absolute
from occupations.views.detail import alternate_url
from regions.choice import PARAMETER, RegionChoice
from regions.nearby import Nearby
from training import linked_data
from training.listing import listed
from training.models import Programme
from training.profile import ProgrammeProfile
from training.search import by_code, plain_code

MOST_NEAR = 6
LONGEST_CODE = 20  # characters shown of an address that has none


@require_safe
def detail(request, identifier: str, slug: str):
    """Show a programme, or the way to it: from its code in English, written with its dot or in capitals."""
    everything = listed()
    programme = next((each for each in everything if each.pk == identifier), None)
    if programme is None:
        programme = by_code(everything, plain_code(identifier))
        return moved(request, programme) if programme else unknown(request, identifier, everything)
    if slug != programme.slug:
        return moved(request, programme)
    profile = ProgrammeProfile(programme, RegionChoice.of(request), Nearby.of(request))
    code = profile.choice.code
    address = programme.get_absolute_url() + (f"?{PARAMETER}={code}" if code else "")
    context = {
        "programme": programme,
        "profile": profile,
        "nearby": profile.nearby,
        "alternate_url": alternate_url(programme.get_absolute_url),
        "linked_data": linked_data.programme(profile, absolute(request, address)),
    }
    return render(request, "training/programme.html", context)


def moved(request, programme: Programme):
    query = request.META["QUERY_STRING"]
    return HttpResponsePermanentRedirect(programme.get_absolute_url() + (f"?{query}" if query else ""))


def unknown(request, identifier: str, everything: list[Programme]):
    """Say that there is no such programme now, and what is near: the one that was, codes that look alike."""
    retired = Programme.objects.exclude(retired_on=None).filter(pk=plain_code(identifier)).first()
    known = {code: each for each in everything for code in (each.pk, plain_code(each.english_code)) if code}
    near = get_close_matches(plain_code(identifier), known, n=MOST_NEAR, cutoff=0.7)
    nearest = list(dict.fromkeys(known[code] for code in near))
    context = {"code": Truncator(identifier).chars(LONGEST_CODE), "retired": retired, "nearest": nearest}
    return render(request, "training/unknown_code.html", context, status=404)
