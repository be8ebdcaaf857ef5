"""The occupations found in a part of NAICS, with the figures of a region, in the order that one asks for.

Where they are is known by subsector, from the profiles; the order that nothing asks for puts first those for which it
is the main one. How much of an occupation works there is shown where an edition of shares is live.
"""

from decimal import Decimal
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Page, Paginator
from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Concat

from catalog.models import Release
from occupations.models import NocGroup
from occupations.order import SORTS, alphabetical, expressions
from occupations.profile import live_releases
from occupations.results import Column, Results, columns
from regions.models import Region
from sectors.models import OccupationIndustry, OccupationShare
from sectors.place import Place
from sectors.shares import added_up

PAGE_SIZE = 25
PLACE = "place"  # the order where nothing else is asked for


class SectorOccupations:
    """The occupations of the industries that `where` selects (conditions on `OccupationIndustry` and on shares)."""

    is_wider = False  # whether they are those of the whole sector of activity of a class

    def __init__(self, area: Region, asked, **where):
        self.area = area
        self.asked = asked  # the address's query: sort, page
        self.ties = OccupationIndustry.objects.current().filter(**where)
        self.shares = OccupationShare.objects.live().filter(**where)

    @classmethod
    def of_class(cls, place: Place, area: Region, asked) -> "SectorOccupations":
        """Return those of a class of NAICS, or of its whole sector of activity where none is mostly found there.

        Six subsectors are the main ones of no occupation (November 2026).
        """
        found = cls(area, asked, industry__in=place.occupations_in)
        grouping = place.industry.grouping
        if found or grouping is None:
            return found
        wider = cls(area, asked, industry__grouping=grouping)
        wider.is_wider = True
        return wider

    @property
    def sort(self) -> str:
        sort = self.asked.get("sort", "")
        return sort if sort.removeprefix("-") in SORTS else PLACE

    @property
    def columns(self) -> list[Column]:
        return columns(self.sort)

    @cached_property
    def groups(self) -> list[NocGroup]:
        """Return them all, 137 at the most (November 2026), which saves counting them; one query."""
        rank = self.ties.filter(unit_group=OuterRef("pk")).order_by("rank").values("rank")[:1]
        order = ["place", alphabetical()] if self.sort == PLACE else expressions(self.sort)
        code = self.area.code
        groups = NocGroup.objects.unit_groups().filter(pk__in=self.ties.values("unit_group"))
        shown = groups.with_wage(code).with_outlook(code).with_demand(code).annotate(place=Subquery(rank))
        if self.share_release:
            told = Concat("industry_id", Value(":"), Cast("share", CharField()))
            shares = self.shares.filter(unit_group=OuterRef("pk")).order_by()
            shown = shown.annotate(shares=ArraySubquery(shares.values_list(told)))
        return [with_share(group) for group in shown.order_by(*order, "code")]

    @property
    def share_release(self) -> Release | None:
        return live_releases().get("occupation-shares")

    def __len__(self) -> int:
        return len(self.groups)

    @cached_property
    def in_demand(self) -> list[NocGroup]:
        return sorted((group for group in self.groups if group.in_demand_now), key=lambda group: group.place)

    @cached_property
    def demand_releases(self) -> list[Release]:
        """Return the releases that say which of them are in demand."""
        keys = {group.demand_release for group in self.groups}
        return [release for release in live_releases().values() if release.pk in keys]

    @cached_property
    def page(self) -> Page:
        return Paginator(self.groups, PAGE_SIZE).get_page(self.asked.get("page"))

    @cached_property
    def results(self) -> Results:
        """Return what `occupations/_table.html` shows of the page."""
        return Results(self.page, {}, self.area)


def with_share(group: NocGroup) -> NocGroup:
    """Give `share_here`, the percentage of the people of the occupation who work here, or None."""
    pairs = (text.split(":") for text in getattr(group, "shares", ()))
    group.share_here = added_up({code: Decimal(share) for code, share in pairs})
    return group
