"""The region that a visitor has chosen: `?region=06` in the address, and nowhere else."""

import re

from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext

from catalog.models import DataVersion
from regions.models import QUEBEC, Region

PARAMETER = "region"
CODE = re.compile(r"0[1-9]|1[0-7]")


class RegionChoice:
    """What the address says about the region.

    `code` and `is_unknown` cost no query; the regions cost one together. A code that no region has is
    ignored: the page shows the whole of Québec and says so.
    """

    def __init__(self, asked: str):
        self.asked = asked

    @classmethod
    def of(cls, request) -> "RegionChoice":
        """Return the one choice that views and templates share for this request."""
        if not hasattr(request, "region_choice"):
            request.region_choice = cls(request.GET.get(PARAMETER, ""))
        return request.region_choice

    @property
    def code(self) -> str:
        """Return the code of one of the 17 regions, or "" for the whole of Québec."""
        return self.asked if CODE.fullmatch(self.asked) else ""

    @property
    def is_unknown(self) -> bool:
        return self.asked not in {"", QUEBEC, self.code}

    @cached_property
    def everywhere(self) -> list[Region]:
        """Return the whole of Québec, then the 17 regions by name, whatever its accents."""
        regions = DataVersion.remember("regions", lambda: list(Region.objects.current()))
        return sorted(regions, key=lambda region: (not region.is_quebec, slugify(region.name)))

    @property
    def quebec(self) -> Region:
        """Return the whole of Québec, of which only the code and the name are known before geography is loaded."""
        found = (region for region in self.everywhere if region.is_quebec)
        return next(found, None) or Region(code=QUEBEC, name=gettext("Whole of Québec"))

    @property
    def regions(self) -> list[Region]:
        return [region for region in self.everywhere if not region.is_quebec]

    @cached_property
    def region(self) -> Region | None:
        """Return the chosen region, or None for the whole of Québec."""
        if not self.code:
            return None
        return next((region for region in self.regions if region.code == self.code), None)
