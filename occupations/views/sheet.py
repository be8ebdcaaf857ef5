"""The sheet of a unit group: its page as a PDF document."""

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from imt.templatetags.portal import absolute
from occupations.sheet import pdf
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
    file_name = "-".join(filter(None, [group.code, group.slug, choice.code]))
    return HttpResponse(
        pdf(profile, address),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="{file_name}.pdf"',
            "Link": f'<{address}>; rel="canonical"',  # search engines should lead to the page
        },
    )
