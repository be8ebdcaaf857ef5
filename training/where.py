"""Where one programme is given: its institutions, those that one can reach first, and how many each region has."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from occupations.models.noc import Language
from occupations.order import plain
from regions.distance import Point, kilometres
from regions.map import UNSHADED, RegionMap, Shade, Shaded
from regions.models import Region
from training.models import Institution, Offering, Programme
from training.offers import PLACE

# Institutions a region has, at most, for each shade of the map.
SHADES = ((1, "1"), (3, "2"), (6, "3"), (12, "4"), (None, "5"))


@dataclass(frozen=True)
class Given:
    """An institution that gives the programme, in which languages, and `km` from where the visitor is, if known."""

    institution: Institution
    languages: list[str]
    km: float | None

    @property
    def language_names(self) -> str:
        return ", ".join(str(Language(code).label) for code in self.languages)


class Where:
    """The institutions of a programme seen from a place, or else from a region; one query."""

    def __init__(self, programme: Programme, regions: Sequence[Region], area: Region, start: Point | None):
        self.programme = programme
        self.regions = [region for region in regions if not region.is_quebec]
        self.area = area
        self.start = start

    @cached_property
    def given(self) -> list[Given]:
        """Return them by distance; without one, those of the region first, then by name."""
        offers = Offering.objects.live().filter(programme=self.programme)
        offers = offers.select_related("institution__region", "institution__municipality")
        if self.start:
            offers = offers.annotate(km=kilometres(self.start, *PLACE))
        found: dict[str, Given] = {}
        for offer in offers.order_by(F("language").desc()):  # French first
            km = offer.km if self.start else None
            known = found.setdefault(offer.institution_id, Given(offer.institution, [], km))
            known.languages.append(offer.language)
        return sorted(found.values(), key=self.nearness)

    def nearness(self, given: Given):
        far = given.km is None
        elsewhere = given.institution.region_id != self.area.code
        name = plain(given.institution.name)
        return (far, given.km or 0, name) if self.start else (elsewhere, name)

    @property
    def nearest(self) -> Given | None:
        """Return the nearest one, or one of the region; None when neither is known."""
        first = next(iter(self.given), None)
        is_near = first and (first.km is not None or first.institution.region_id == self.area.code)
        return first if is_near else None

    @cached_property
    def by_region(self) -> Counter:
        return Counter(given.institution.region_id for given in self.given)

    @property
    def rows(self) -> list[tuple[Region, int]]:
        """Return how many institutions each region has, as the table beside the map says it."""
        return [(region, self.by_region[region.code]) for region in self.regions]

    @property
    def here(self) -> int:
        return self.by_region[self.area.code]

    @cached_property
    def map(self) -> RegionMap:
        shaded = [Shaded(region, shade(self.by_region[region.code]), self.words(region)) for region in self.regions]
        return RegionMap(shaded, legend(), _("none"), _("Institutions that give it"))

    def words(self, region: Region) -> str:
        count = self.by_region[region.code]
        return ngettext("%(count)s institution", "%(count)s institutions", count) % {"count": count}


def shade(count: int) -> str:
    if not count:
        return UNSHADED
    return next(name for most, name in SHADES if most is None or count <= most)


def legend() -> list[Shade]:
    shades, least = [], 1
    for most, name in SHADES:
        if most is None:
            words = _("%(least)s or more") % {"least": least}
        elif most == least:
            words = str(least)
        else:
            words = _("%(least)s to %(most)s") % {"least": least, "most": most}
        shades.append(Shade(name, words))
        least = (most or 0) + 1
    return shades
