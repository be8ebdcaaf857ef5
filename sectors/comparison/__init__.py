"""A few sectors of activity side by side, in one place or several, made with the same queries for one as for five."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.comparison.rows import Cell, Row, Section
from regions.models import Region
from sectors.comparison.here import InPlaces
from sectors.comparison.survey import surveyed
from sectors.main_occupations import main_occupations
from sectors.models import Grouping

MOST = 5  # sectors
OCCUPATIONS = 5  # of each


class SectorComparison:
    """Sectors seen from areas. `counted_in` gives the place of the jobs of each area, by the code of the area."""

    def __init__(
        self,
        groupings: Sequence[Grouping],
        areas: Sequence[Region],
        counted_in: Mapping[str, Region],
        releases: Mapping[str, Release],
    ):
        self.groupings = groupings
        self.codes = [grouping.code for grouping in groupings]
        self.areas = areas
        self.counted_in = counted_in
        self.releases = releases

    @cached_property
    def sections(self) -> list[Section]:
        """Return a section for each area, then those that are the same everywhere; none is empty."""
        parts = [
            *self.places(),
            ("survey", _("In the whole of Québec, by survey"), surveyed(self.codes, self.releases)),
            ("occupations", _("Main occupations"), self.occupations),
        ]
        return [Section(anchor, title, rows, self.groupings) for anchor, title, rows in parts if rows]

    def places(self) -> Iterator[tuple[str, str, list[Row]]]:
        """Yield the areas, and before the first of two whose jobs are counted together, those jobs: once."""
        here = InPlaces(self.codes, self.areas, self.counted_in.values(), self.releases)
        shown = set()
        for area in self.areas:
            place = self.counted_in[area.code]
            if place.members and place not in shown:
                yield f"area-{place.code}", place.name, here.jobs_of(place, place)
            jobs = [] if place.members else here.jobs_of(place, area)
            yield f"area-{area.code}", area.name, [*jobs, *here.prospects_of(area)]
            shown.add(place)

    @property
    def occupations(self) -> list[Row]:
        release = self.releases.get("occupation-industries")
        if release is None:
            return []
        found = main_occupations(self.codes)

        def cell(code: str) -> Cell:
            names = tuple(group.name for group in found[code][:OCCUPATIONS])
            missing = _("No occupation is found in this sector more than in any other.")
            return Cell(items=names, release=release, missing="" if names else missing)

        label = _("Found here more than in any other sector, the most numerous in Canada first")
        return [Row(label, [cell(code) for code in self.codes], is_prose=True)]
