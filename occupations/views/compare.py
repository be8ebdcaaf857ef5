"""Occupations side by side. The address says which ones and where: `?code=31301&code=32101&region=06&region=05`."""

from dataclasses import dataclass

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from occupations.comparison import MOST, OccupationComparison
from occupations.comparison.export import csv_response
from occupations.views.asked import AskedAreas, AskedCodes, added


@dataclass(frozen=True)
class Asked(AskedCodes):
    """What an address asks to compare."""

    areas: AskedAreas

    @classmethod
    def of(cls, request) -> "Asked":
        return cls(cls.given(request, "code"), MOST, AskedAreas.of(request))

    def address(self, codes: list[str], name: str = "compare") -> str:
        """Return the address that compares these codes in the same regions."""
        return self.areas.address(reverse(f"occupations:{name}"), codes)

    @property
    def comparison(self) -> OccupationComparison:
        return OccupationComparison(self.groups, self.areas.shown, self.areas.choice.quebec)


@require_safe
def compare(request):
    """Show the comparison; what the form adds leads to the address that has it."""
    asked = Asked.of(request)
    text = added(request)
    if "add" in request.GET and (address := asked.address_with(text)):
        return redirect(address)
    shown = [group.code for group in asked.groups]
    context = {
        "heading": _("Compare occupations"),
        "asked": asked,
        "comparison": asked.comparison if shown else None,
        "not_found": text,
        "csv_address": asked.address(shown, "compare-csv"),
        "matrix_address": asked.address(shown, "matrix"),
        "unknown_region": "",  # said here, for each of them
    }
    return render(request, "occupations/compare.html", context)


@require_safe
def table(request):
    """Answer the same cells as CSV, one a line, each with its source or why it is not published."""
    asked = Asked.of(request)
    return csv_response(asked.comparison.sections if asked.groups else [], _("Occupation"))
