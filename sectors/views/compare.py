"""Sectors of activity side by side. The address says which and where: `?code=05&code=34&region=06&region=462`."""

from dataclasses import dataclass
from functools import cached_property

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from occupations.comparison.export import csv_response
from occupations.order import plain
from occupations.profile import live_releases
from occupations.views.asked import LOOKED_UP, AskedAreas, AskedReferences
from regions.models import Region
from sectors.areas import metropolitan
from sectors.comparison import MOST, SectorComparison
from sectors.jobs import counted_in
from sectors.models import Grouping


class Areas(AskedAreas):
    """Regions, and the metropolitan areas that have figures of jobs."""

    @property
    def offered(self) -> list[Region]:
        return [*self.choice.everywhere, *metropolitan(self.choice)]


@dataclass(frozen=True)
class Asked(AskedReferences):
    """What an address asks to compare."""

    areas: AskedAreas

    @classmethod
    def of(cls, request) -> "Asked":
        """Read the address; `add` is what the form adds to the others."""
        return cls(cls.given(request, "code") + cls.given(request, "add"), MOST, Areas.of(request))

    @cached_property
    def everything(self) -> dict[str, Grouping]:
        """Return all sectors by code, few as they are: to find those asked for, and to offer the others."""
        return Grouping.objects.in_bulk()

    @cached_property
    def found(self) -> dict[str, Grouping]:
        return {code: self.everything[code] for code in self.codes[:LOOKED_UP] if code in self.everything}

    @property
    def others(self) -> list[Grouping]:
        """Return the sectors that may be added, if there is room."""
        if self.is_full:
            return []
        others = (each for each in self.everything.values() if each.retired_on is None and each not in self.groups)
        return sorted(others, key=lambda grouping: plain(grouping.name))

    def address(self, codes: list[str], name: str = "compare") -> str:
        """Return the address that compares these codes in the same places."""
        return self.areas.address(reverse(f"sectors:{name}"), codes)

    @property
    def comparison(self) -> SectorComparison:
        areas = self.areas.shown
        return SectorComparison(self.groups, areas, counted_in(areas, self.areas.choice), live_releases())


@require_safe
def compare(request):
    """Show the comparison; what the form adds leads to the address that has it."""
    asked = Asked.of(request)
    if "add" in request.GET:
        return redirect(asked.address(list(dict.fromkeys(asked.codes))))
    shown = [grouping.code for grouping in asked.groups]
    context = {
        "heading": _("Compare sectors of activity"),
        "asked": asked,
        "comparison": asked.comparison if shown else None,
        "csv_address": asked.address(shown, "compare-csv"),
        "metropolitan_areas": metropolitan(asked.areas.choice),
        "unknown_region": "",  # said here, for each of them
    }
    return render(request, "sectors/compare.html", context)


@require_safe
def table(request):
    """Answer the same cells as CSV, one a line, each with its source or why it is not published."""
    asked = Asked.of(request)
    return csv_response(asked.comparison.sections if asked.groups else [], _("Sector of activity"))
