"""The sheet of a unit group: its page as a PDF document."""

from django.http import HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from imt.templatetags.portal import absolute
from occupations.sheet import content
from occupations.sheet.document import pdf_response
from occupations.views.unit_group import profile_or_404
from regions.choice import PARAMETER, RegionChoice


@require_safe
def sheet(request, code: str, slug: str):
    """Answer the PDF for the region of the address; the page cache keeps it until the data change."""
    profile = profile_or_404(request, code)
    group, choice = profile.group, RegionChoice.of(request)
    query = f"?{PARAMETER}={choice.code}" if choice.code else ""
    if slug != group.slug:
        return HttpResponsePermanentRedirect(group.get_sheet_url() + query)
    address = absolute(request, group.get_absolute_url() + query)
    name = "-".join(filter(None, [group.code, group.slug, choice.code]))
    return pdf_response(content(profile, address), address, name)
