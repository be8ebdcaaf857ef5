"""Occupations side by side. The address says which ones and where: `?code=31301&code=32101&region=06&region=05`."""

import csv
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from occupations.comparison import MOST, OccupationComparison
from occupations.export import BOM, Source
from occupations.views.asked import AskedCodes, added, first_hit
from regions.choice import PARAMETER, RegionChoice
from regions.models import Region


@dataclass(frozen=True)
class Asked(AskedCodes):
    """What an address asks to compare."""

    region_codes: list[str]
    choice: RegionChoice

    @classmethod
    def of(cls, request) -> "Asked":
        codes, regions = (cls.given(request, name) for name in ("code", PARAMETER))
        return cls(codes, MOST, regions, RegionChoice.of(request))

    @cached_property
    def chosen_areas(self) -> list[Region]:
        return [region for region in self.choice.everywhere if region.code in self.region_codes]

    @property
    def areas(self) -> list[Region]:
        return self.chosen_areas or [self.choice.quebec]

    @property
    def unknown_regions(self) -> list[str]:
        known = {region.code for region in self.choice.everywhere}
        return [code for code in self.region_codes if code not in known]

    def address(self, codes: list[str], name: str = "compare") -> str:
        """Return the address that compares these codes in the same regions."""
        pairs = [("code", code) for code in codes] + [(PARAMETER, region.code) for region in self.chosen_areas]
        path = reverse(f"occupations:{name}")
        return f"{path}?{urlencode(pairs)}" if pairs else path

    @property
    def comparison(self) -> OccupationComparison:
        return OccupationComparison(self.groups, self.areas, self.choice.quebec)


@require_safe
def compare(request):
    """Show the comparison; what the form adds leads to the address that has it."""
    asked = Asked.of(request)
    text = added(request)
    codes = [group.code for group in asked.known]
    hit = first_hit(text) if text else ""
    if "add" in request.GET and (hit or not text):
        return redirect(asked.address(list(dict.fromkeys([*codes, hit])) if hit else codes))
    shown = codes[:MOST]
    context = {
        "asked": asked,
        "comparison": asked.comparison if shown else None,
        "occupations": [
            (group, asked.address([each for each in shown if each != group.code])) for group in asked.groups
        ],
        "is_full": len(shown) == MOST,
        "most": MOST,
        "not_found": text,
        "all_regions": asked.choice.everywhere,
        "csv_address": asked.address(shown, "compare-csv"),
        "matrix_address": asked.address(shown, "matrix"),
        "unknown_region": "",  # said here, for each of them
    }
    return render(request, "occupations/compare.html", context)


@require_safe
def table(request):
    """Answer the same cells as CSV, one a line, each with its source or why it is not published."""
    asked = Asked.of(request)
    headers = {"Content-Disposition": f'attachment; filename="{_("comparison")}.csv"', "X-Robots-Tag": "noindex"}
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.writer(response)
    columns = (_("region"), _("source"), _("kind"), _("edition"), _("retrieved on"), _("reason if not published"))
    writer.writerow([_("Part"), _("Row"), _("Code"), _("Occupation"), _("Value"), *columns])
    for section in asked.comparison.sections if asked.groups else []:
        for row, cells in section.lines:
            for group, cell in cells:
                source = Source(cell.region, cell.release, cell.missing)
                writer.writerow([section.title, row.label, group.code, group.name, cell.words, *source.cells])
    return response
