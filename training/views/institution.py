"""One institution: what it gives, and where it is. Its code identifies the page, as elsewhere."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from imt.templatetags.portal import absolute
from occupations.views.detail import alternate_url
from regions.choice import PARAMETER, RegionChoice
from regions.nearby import Nearby
from training import linked_data
from training.institution_profile import InstitutionProfile
from training.models import Institution


@require_safe
def detail(request, code: str, slug: str):
    """Show an institution with its programmes."""
    choice, nearby = RegionChoice.of(request), Nearby.of(request)
    found = Institution.objects.filter(pk=code).select_related("municipality", "region")
    if nearby.point:
        found = found.near(nearby.point)
    institution = found.first()
    if institution is None:
        raise Http404
    if slug != institution.slug:
        query = request.META["QUERY_STRING"]
        return HttpResponsePermanentRedirect(institution.get_absolute_url() + (f"?{query}" if query else ""))
    address = institution.get_absolute_url() + (f"?{PARAMETER}={choice.code}" if choice.code else "")
    context = {
        "institution": institution,
        "profile": InstitutionProfile(institution, choice.region or choice.quebec),
        "nearby": nearby,
        "alternate_url": alternate_url(institution.get_absolute_url),
        "linked_data": linked_data.institution(institution, absolute(request, address)),
    }
    return render(request, "training/institution.html", context)
