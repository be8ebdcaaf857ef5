"""What the page of one of the 41 sectors of activity shows besides its occupations, from one query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from catalog.models import Release
from catalog.together import read_together
from occupations.models import OutlookLevel
from occupations.shades import level_legend, level_shade
from regions.map import UNSHADED, RegionMap, Shaded
from regions.models import Region
from sectors.figures import Series
from sectors.models import Grouping, Organization, RegionalEmployment, SectorDescription, SectorProspect
from sectors.points import Point, reasons


@dataclass(frozen=True)
class RegionRow:
    """A sector of activity in a region: its prospects and its jobs, each None where the edition has none."""

    region: Region
    level: OutlookLevel | None
    employed: Series | None
    merged: Region | None = None  # the two regions together, whose jobs stand in their own row

    @property
    def latest(self) -> Point | None:
        """Return the last year of the edition, with its figure or why there is none."""
        return self.employed.points[-1] if self.employed else None

    @property
    def growth(self) -> Decimal | None:
        """Return the change over five years in percent."""
        return self.employed.growth if self.latest and self.latest.value is not None else None


class GroupingProfile:
    """One sector of activity seen from every region. `levels` are those of every scale, in the order of their ranks."""

    def __init__(
        self,
        grouping: Grouping,
        places: Sequence[Region],
        releases: Mapping[str, Release],
        levels: Sequence[OutlookLevel],
    ):
        self.grouping = grouping
        self.places = places
        self.releases = {release.pk: release for release in releases.values()}
        self.levels = levels

    @cached_property
    def _tied(self) -> dict[str, list]:
        here = {"grouping": self.grouping}
        return read_together(
            self.grouping,
            businesses=self.grouping.business_counts.select_related("region"),
            organizations=self.grouping.organizations.current()
            .filter(organization__retired_on=None)
            .select_related("organization")
            .order_by("organization__name_fr"),
            descriptions=SectorDescription.objects.current().filter(**here),
            prospects=SectorProspect.objects.live().filter(**here).select_related("level"),
            employment=RegionalEmployment.objects.live().filter(**here).order_by("year"),
        )

    @cached_property
    def businesses(self):
        """Return how many businesses the directory lists (businesses.models.count.CountTable)."""
        return self.grouping.business_counts.added_up(self._tied["businesses"])

    @property
    def business_sources(self) -> list[Release]:
        """Return the live releases of the directory: that of demonstration where there is no other."""
        live = {release.dataset_id: release for release in self.releases.values()}
        real = [live[slug] for slug in ("business-register", "business-lists") if slug in live]
        return real or [live[slug] for slug in ("businesses-demonstration",) if slug in live]

    @property
    def description(self) -> SectorDescription | None:
        return next(iter(self._tied["descriptions"]), None)

    @property
    def organizations(self) -> list[tuple[str, list[Organization]]]:
        """Return (kind, organizations) pairs: the workforce committees, then the associations."""
        found = [tie.organization for tie in self._tied["organizations"]]
        by_kind = [(kind.value, [each for each in found if each.kind == kind]) for kind in Organization.Kind]
        return [(kind, organizations) for kind, organizations in by_kind if organizations]

    @property
    def prospects_release(self) -> Release | None:
        return self.release_of("prospects")

    @property
    def employment_release(self) -> Release | None:
        return self.release_of("employment")

    @property
    def employment_year(self) -> int:
        """Return the last year of the jobs, which `employment_release` has."""
        return self._tied["employment"][-1].year

    def release_of(self, name: str) -> Release | None:
        """Return the release of what was read, the same on every line."""
        first = next(iter(self._tied[name]), None)
        return self.releases.get(first.release_id) if first else None

    @cached_property
    def rows(self) -> list[RegionRow]:
        """Return the whole of Québec, the regions, then the other places that have jobs; nothing without any figure.

        Two regions that the survey of jobs counts together have a row together. Each keeps its own for its prospects.
        """
        if not (self.prospects_release or self.employment_release):
            return []
        levels = {prospect.region_id: prospect.level for prospect in self._tied["prospects"]}
        points: dict[str, list[Point]] = {}
        for each in self._tied["employment"]:
            points.setdefault(each.region_id, []).append(Point(each.year, each.employed, each.status))
        release = self.employment_release
        merged = {code: place for place in self.places if place.code in points for code in place.members}
        rows = [
            RegionRow(
                place,
                levels.get(place.code),
                Series(release, points[place.code], ()) if release and place.code in points else None,
                None if place.code in points else merged.get(place.code),
            )
            for place in self.places
        ]
        return [row for row in rows if self.is_shown(row)]

    def is_shown(self, row: RegionRow) -> bool:
        """Return whether a row says something: places that are no regions do for their jobs alone."""
        if row.merged:
            return self.prospects_release is not None
        return row.employed is not None or row.region.is_quebec or row.region.is_administrative

    @property
    def reasons(self) -> list[str]:
        """Return why figures of jobs are missing in some places."""
        return reasons(row.latest for row in self.rows)

    @cached_property
    def scale(self) -> list[OutlookLevel]:
        """Return the ranked levels of the scale that the prospects use."""
        used = {prospect.level.scale for prospect in self._tied["prospects"]}
        return [level for level in self.levels if level.scale in used and level.rank is not None]

    @property
    def steps(self) -> int:
        return len(self.scale)

    @property
    def map(self) -> RegionMap | None:
        """Return the prospects on the map of the regions."""
        if not self.prospects_release:
            return None
        shaded = [
            Shaded(row.region, level_shade(row.level, self.steps), row.level.label)
            if row.level
            else Shaded(row.region, UNSHADED, _("not published"))
            for row in self.rows
            if row.region.is_administrative
        ]
        return RegionMap(shaded, level_legend((level, self.steps) for level in self.scale), _("not published"))

    def nearest_prospects(self, levels: Sequence[Region]) -> RegionRow | None:
        """Return the row with prospects of the first of these places that has some."""
        by_place = {row.region.code: row for row in self.rows if row.level}
        return next((by_place[place.code] for place in levels if place.code in by_place), None)

    @property
    def merged_row(self) -> RegionRow | None:
        """Return the row of two regions counted together, if the survey does so."""
        return next((row for row in self.rows if row.region.members), None)

    @property
    def metropolitan_areas(self) -> list[Region]:
        return [row.region for row in self.rows if row.region.is_metropolitan]

    @property
    def used(self) -> list[Release]:
        return [release for release in (self.prospects_release, self.employment_release) if release]
