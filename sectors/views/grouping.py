"""One of the 41 sectors of activity. The code identifies the page; the words after it only decorate the address."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from imt.templatetags.portal import absolute
from occupations.sheet.document import pdf_response
from occupations.views.detail import alternate_url
from regions.choice import PARAMETER, RegionChoice
from sectors import linked_data
from sectors.grouping_page import GroupingPage
from sectors.growth_map import growth_map
from sectors.models import Grouping
from sectors.sheet import content
from sectors.training import SectorTraining


@require_safe
def detail(request, code: str, slug: str):
    """Show who works in a sector of activity, and what it is made of."""
    grouping = get_object_or_404(Grouping.objects.current(), pk=code)
    if slug != grouping.slug:
        return moved(request, grouping.get_absolute_url())
    page = GroupingPage(grouping, RegionChoice.of(request), request.GET)
    figures_address = reverse("sectors:grouping-csv", args=[grouping.code, grouping.slug])
    context = {
        "grouping": grouping,
        "profile": page.profile,
        "area": page.area,
        "metropolitan_areas": page.profile.metropolitan_areas,
        "chosen": page.chosen,
        "included": page.included,
        "occupations": page.occupations,
        "page_obj": page.occupations.page,
        "training": SectorTraining(page.occupations.groups),
        "figures": page.figures,
        "growth_map": growth_map(page.profile.rows),
        "charts": page.charts,
        "sources": page.sources,
        "figures_address": figures_address,
        "linked_data": described(request, page, figures_address),
        "alternate_url": alternate_url(grouping.get_absolute_url),
    }
    return render(request, "sectors/grouping.html", context)


def described(request, page: GroupingPage, figures_address: str) -> dict:
    """Return what the page says to programs; addresses are without the region, of which none of this depends."""
    grouping = page.grouping
    address = absolute(request, grouping.get_absolute_url())
    steps = [(gettext("Sectors"), absolute(request, reverse("sectors:index"))), (grouping.name, address)]
    return linked_data.graph(
        linked_data.breadcrumbs(steps),
        linked_data.term(grouping, address, page.profile.description),
        *linked_data.datasets(grouping.name, page.figures, page.choice.quebec, absolute(request, figures_address)),
    )


@require_safe
def sheet(request, code: str, slug: str):
    """Answer the page as a PDF for the region of the address; the page cache keeps it until the data change."""
    grouping = get_object_or_404(Grouping.objects.current(), pk=code)
    if slug != grouping.slug:
        return moved(request, grouping.get_sheet_url())
    choice = RegionChoice.of(request)
    query = f"?{PARAMETER}={choice.area_code}" if choice.area_code else ""
    address = absolute(request, grouping.get_absolute_url() + query)
    name = "-".join(filter(None, [code, slug, choice.area_code]))
    return pdf_response(content(GroupingPage(grouping, choice, {}), address), address, name)


def moved(request, address: str) -> HttpResponsePermanentRedirect:
    query = request.META["QUERY_STRING"]
    return HttpResponsePermanentRedirect(address + (f"?{query}" if query else ""))
