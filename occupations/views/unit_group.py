"""What the pages under the address of a unit group have in common."""

from django.http import Http404

from occupations.models import NocGroup
from occupations.profile import OccupationProfile, Place
from regions.choice import RegionChoice
from regions.nearby import Nearby


def profile_or_404(request, code: str) -> OccupationProfile:
    """Return a unit group seen from the region of the address; no other class and no former code has such pages."""
    place = Place.of(code)
    if place is None or place.group.level != NocGroup.Level.UNIT_GROUP:
        raise Http404
    choice = RegionChoice.of(request)
    return OccupationProfile(place, choice.everywhere, choice.region or choice.quebec, Nearby.of(request).point)
