"""Where programmes are given: in which languages and regions, and how far from a place the nearest institution is."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from regions.distance import Point, around, kilometres
from training.models import Offering, Programme

PLACE = ("institution__latitude", "institution__longitude")


class Offer(NamedTuple):
    """A language and a region that a programme is given in; with a place to start from, by which institution nearest.

    `km` is as the crow flies. The institution is left out (None) where distances are not asked for.
    """

    programme: str
    language: str
    region: str  # its code, or ""
    institution: str | None = None
    name: str = ""
    km: float | None = None


def offers_anywhere(programmes: Iterable[Programme]) -> list[Offer]:
    """Return the offers of programmes that `listing` read; no query."""
    return [Offer(each.pk, *said.split(":")) for each in programmes for said in each.offers]


def offers_from(start: Point, radius: int | None) -> list[Offer]:
    """Return the nearest offer of each programme, language and region, within `radius` km if there is one; one query.

    Institutions whose place is not known are left out.
    """
    given = Offering.objects.live().filter(institution__latitude__isnull=False, institution__longitude__isnull=False)
    return [Offer(*row) for row in nearest(given, start, radius)]


def nearest(given: QuerySet, start: Point, radius: int | None) -> QuerySet:
    if radius is not None:
        given = given.filter(around(start, radius, *PLACE))
    given = given.annotate(km=kilometres(start, *PLACE))
    if radius is not None:
        given = given.filter(km__lte=radius)
    of_each = ("programme", "language", "institution__region")
    return (
        given.order_by(*of_each, "km")
        .distinct(*of_each)
        .values_list(*of_each, "institution", "institution__name", "km")
    )
