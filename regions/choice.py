"""The region that a visitor has chosen: `?region=06` in the address, and nowhere else."""

import re

from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext

from catalog.models import DataVersion
from regions.codes import MERGED_REGIONS, METROPOLITAN_AREAS, levels
from regions.models import QUEBEC, Region

PARAMETER = "region"
CODE = re.compile(r"0[1-9]|1[0-7]")


class RegionChoice:
    """What the address says about the region.

    `code` and `is_unknown` cost no query; the regions cost one together. A code that no region has is
    ignored: the page shows the whole of Québec and says so. A metropolitan area may be chosen as well, for the few
    figures that are published by area: `area` is then that one, and `region` none.
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
    def area_code(self) -> str:
        """Return the code of one of the 17 regions or of a metropolitan area, or "" for the whole of Québec."""
        return self.asked if self.is_metropolitan else self.code

    @property
    def is_metropolitan(self) -> bool:
        return self.asked in METROPOLITAN_AREAS

    @property
    def is_merged(self) -> bool:
        """Return whether the address asks for two regions as one, which cannot be chosen: each of them can."""
        return self.asked in MERGED_REGIONS

    @property
    def is_unknown(self) -> bool:
        return self.asked not in {"", QUEBEC, self.area_code}

    @cached_property
    def places(self) -> list[Region]:
        """Return all that figures are about: Québec, the regions and the merged one by name, metropolitan areas."""
        places = DataVersion.remember("regions", lambda: list(Region.objects.current()))
        return sorted(places, key=lambda place: (not place.is_quebec, place.is_metropolitan, slugify(place.name)))

    @property
    def everywhere(self) -> list[Region]:
        """Return the whole of Québec, then the 17 regions by name, whatever its accents."""
        return [place for place in self.places if place.is_quebec or place.is_administrative]

    @property
    def quebec(self) -> Region:
        """Return the whole of Québec, of which only the code and the name are known before geography is loaded."""
        return self.place(QUEBEC) or Region(code=QUEBEC, name=gettext("Whole of Québec"))

    @property
    def regions(self) -> list[Region]:
        return [region for region in self.everywhere if not region.is_quebec]

    @property
    def metropolitan_areas(self) -> list[Region]:
        return [place for place in self.places if place.is_metropolitan]

    @cached_property
    def region(self) -> Region | None:
        """Return the chosen region, or None for the whole of Québec."""
        return self.place(self.code)

    @property
    def area(self) -> Region:
        """Return the chosen region or metropolitan area, or else the whole of Québec."""
        return self.place(self.area_code) or self.quebec

    @property
    def levels(self) -> list[Region]:
        """Return where to look for a figure, the chosen area first and the whole of Québec last."""
        found = (self.place(code) for code in levels(self.area.code))
        return [place for place in found if place] or [self.quebec]

    def place(self, code: str) -> Region | None:
        return next((place for place in self.places if place.code == code), None)
