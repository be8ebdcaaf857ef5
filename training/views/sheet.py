"""The sheet of a programme: its page as a PDF document."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from imt.templatetags.portal import absolute
from occupations.sheet.document import pdf_response
from regions.choice import PARAMETER, RegionChoice
from regions.nearby import Nearby
from training.listing import listed
from training.profile import ProgrammeProfile
from training.search import by_code, plain_code
from training.sheet import content
from training.templatetags.training import place_query


@require_safe
def sheet(request, identifier: str, slug: str):
    """Answer the PDF as seen from the region and the postal code; the page cache keeps it until the data change."""
    everything = listed()
    known = next((each for each in everything if each.pk == identifier), None)
    programme = known or by_code(everything, plain_code(identifier))
    if programme is None:
        raise Http404
    place = place_query({"request": request})
    if (identifier, slug) != (programme.pk, programme.slug):
        return HttpResponsePermanentRedirect(programme.get_sheet_url() + place)
    choice = RegionChoice.of(request)
    page = absolute(request, programme.get_absolute_url())
    profile = ProgrammeProfile(programme, choice, Nearby.of(request))
    canonical = page + (f"?{PARAMETER}={choice.code}" if choice.code else "")
    name = "-".join(filter(None, [programme.pk, slug, choice.code]))
    return pdf_response(content(profile, page + place), canonical, name)
