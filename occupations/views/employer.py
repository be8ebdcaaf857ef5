"""A unit group as an employer sees it. The address may hold an offer: `?region=06&wage=25.50&per=hour`."""

import csv

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from occupations.employer import EmployerProfile
from occupations.employer.benchmark import csv_rows
from occupations.employer.offer import OfferForm
from occupations.export import BOM
from occupations.views.detail import alternate_url
from occupations.views.unit_group import profile_or_404
from regions.nearby import Nearby


@require_safe
def employer(request, code: str, slug: str):
    """Show what to pay, how hard it is to recruit, who could move in and what to check."""
    profile = profile_or_404(request, code)
    group = profile.group
    if slug != group.slug:
        query = request.META["QUERY_STRING"]
        return HttpResponsePermanentRedirect(group.get_employer_url() + (f"?{query}" if query else ""))
    employer = EmployerProfile(profile)
    form = OfferForm(request.GET) if "wage" in request.GET else OfferForm(initial={"per": profile.wages.unit})
    context = {
        "profile": profile,
        "nearby": Nearby.of(request),
        "employer": employer,
        "group": group,
        "form": form,
        "standing": employer.benchmark.standing(form.offer) if form.is_bound else None,
        "alternate_url": alternate_url(group.get_employer_url),
    }
    return render(request, "occupations/employer/page.html", context)


@require_safe
def wages(request, code: str, slug: str):
    """Give the benchmark as CSV, a line for each region; the words in the address only decorate it."""
    profile = profile_or_404(request, code)
    name = f"{profile.group.code}-{_('wages')}-{get_language()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"}
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8", headers=headers)
    csv.writer(response).writerows(csv_rows(profile.group, profile.wages))
    return response
