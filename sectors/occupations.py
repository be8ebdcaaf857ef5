"""The occupations found in a part of NAICS, with the figures of a region, in the order that one asks for.

Where they are is known by subsector, from the profiles; the order that nothing asks for puts first those for which it
is the main one. How many persons of an occupation work there is not known, so no share is shown.
"""

from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, Subquery

from catalog.models import Release
from occupations.models import NocGroup
from occupations.order import SORTS, alphabetical, expressions
from occupations.profile import live_releases
from occupations.results import Column, Results, columns
from regions.models import Region
from sectors.models import OccupationIndustry

PAGE_SIZE = 25
PLACE = "place"  # the order where nothing else is asked for


class SectorOccupations:
    """The occupations of the industries that `where` selects (conditions on `OccupationIndustry`)."""

    def __init__(self, area: Region, asked, **where):
        self.area = area
        self.asked = asked  # the address's query: sort, page
        self.ties = OccupationIndustry.objects.current().filter(**where)

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
        return list(shown.order_by(*order, "code"))

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
