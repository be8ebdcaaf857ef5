"""Jobs and prospects of the compared sectors in each place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from catalog.models import Release
from imt.templatetags.portal import number, percent
from occupations.comparison.rows import Cell, Row
from occupations.models import OutlookLevel
from occupations.templatetags.occupations import signed_percent
from regions.codes import levels
from regions.models import Region
from sectors.jobs import RegionalJobs
from sectors.models import SectorProspect


class InPlaces:
    """`codes` are those of the sectors; two queries for jobs, three for prospects."""

    def __init__(
        self,
        codes: Sequence[str],
        areas: Sequence[Region],
        counted_in: Iterable[Region],
        releases: Mapping[str, Release],
    ):
        self.codes = codes
        self.areas = areas
        self.releases = {release.pk: release for release in releases.values()}
        self.jobs = RegionalJobs({place.code for place in counted_in}, releases)

    def jobs_of(self, place: Region, area: Region) -> list[Row]:
        """Return what is counted in a place, for the area that it stands for."""
        jobs = self.jobs
        if jobs.release is None:
            return []
        measures = [
            (_("Employment, %(year)s") % {"year": jobs.year}, jobs.employed, number),
            (_("Share of the jobs here"), jobs.share, percent),
            (_("Change in five years"), jobs.growth, signed_percent),
        ]
        if not place.is_quebec:  # whose quotients are all 1
            measures.append((_("Location quotient (Québec: 1)"), jobs.quotient, lambda value: number(value, 2)))
        return [
            Row(label, [self.cell(code, place, area, read, write) for code in self.codes])
            for label, read, write in measures
        ]

    def cell(self, code: str, place: Region, area: Region, read: Callable, write: Callable[[Decimal], str]) -> Cell:
        value = read(code, place.code)
        if value is not None:
            return Cell(write(value), region=place, is_fallback=place != area, release=self.jobs.release)
        point = self.jobs.point(code, place.code)
        return Cell(missing=(point and point.reason) or _("This edition has no figure for this sector."))

    @cached_property
    def prospects(self) -> dict[tuple[str, str], SectorProspect]:
        places = {code for area in self.areas for code in levels(area.code)}
        found = SectorProspect.objects.live().filter(grouping__in=self.codes, region__in=places)
        return {
            (each.grouping_id, each.region_id): each
            for each in found.select_related("level", "region")
            if each.release_id in self.releases
        }

    @cached_property
    def steps(self) -> int:
        """Return how many levels the scale has, undetermined apart."""
        scales = {each.level.scale for each in self.prospects.values()}
        return OutlookLevel.objects.filter(scale__in=scales, rank__isnull=False).count()

    def prospects_of(self, area: Region) -> list[Row]:
        if not self.prospects:
            return []
        return [Row(_("Prospects of the sector"), [self.prospect(code, area) for code in self.codes])]

    def prospect(self, code: str, area: Region) -> Cell:
        """Return the prospects of a sector in an area, or else of the next level up."""
        found = (self.prospects.get((code, place)) for place in levels(area.code))
        prospect = next(filter(None, found), None)
        if prospect is None:
            return Cell(missing=_("This edition has no level for this sector."))
        return Cell(
            prospect.level.label,
            level=prospect.level,
            steps=self.steps,
            scale=prospect.level.scale,
            region=prospect.region,
            is_fallback=prospect.region != area,
            release=self.releases[prospect.release_id],
        )
