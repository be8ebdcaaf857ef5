"""One business. The key identifies the page; the words after it only decorate the address."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from businesses import linked_data
from businesses.directory import sources
from businesses.favourites import Favourites
from businesses.models import Establishment
from imt.templatetags.portal import absolute
from regions.choice import RegionChoice
from sectors.occupations import SectorOccupations
from sectors.place import Place

MOST_OTHERS = 25  # establishments of the same enterprise


@require_safe
def detail(request, key: str, slug: str = ""):
    """Show what is known of a business, or that the directory lists it no more."""
    business = get_object_or_404(Establishment.objects.shown().select_related("rcm"), pk=key)
    if not business.is_listed:
        return render(request, "businesses/gone.html", status=410)
    if slug != business.slug:
        query = request.META["QUERY_STRING"]
        return HttpResponsePermanentRedirect(business.get_absolute_url() + (f"?{query}" if query else ""))
    others = others_of(business)
    favourites = Favourites(request.GET)
    context = {
        "business": business,
        "others": others[:MOST_OTHERS],
        "has_more": len(others) > MOST_OTHERS,
        "favourites": favourites,
        "is_favourite": key in favourites,
        "toggled": favourites.toggled(key),
        "linked_data": linked_data.business(business, absolute(request, business.get_absolute_url())),
        **occupations_of(business, request),
    }
    used = context["occupations"].results.releases.values() if context["occupations"] else []
    context["sources"] = [*sources([business]), *used]
    return render(request, "businesses/business.html", context)


def others_of(business: Establishment) -> list[Establishment]:
    """Return the other establishments of the enterprise, one more than is shown; one query."""
    if not business.enterprise:
        return []
    others = Establishment.objects.listed().shown().filter(enterprise=business.enterprise).exclude(pk=business.pk)
    return list(others.order_by("-is_main", "folded_name", "key")[: MOST_OTHERS + 1])


def occupations_of(business: Establishment, request) -> dict:
    """Return the occupations found in its sector, with the figures of the region chosen, or else of its own."""
    place = Place.of(business.industry_id) if business.industry_id else None
    if place is None:
        return {"occupations": None}
    choice = RegionChoice.of(request)
    area = choice.region or business.region or choice.quebec
    occupations = SectorOccupations.of_class(place, area, request.GET)
    return {"occupations": occupations if occupations else None, "page_obj": occupations.page, "place": place}
