"""The 41 sectors of activity side by side, as one sorts them, seen from one region."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Release
from occupations.criteria import rows_for
from occupations.models import OutlookLevel
from occupations.order import plain
from occupations.results import Column, column
from regions.choice import RegionChoice
from regions.models import Region
from sectors.areas import metropolitan, nearest
from sectors.figures import Figures, Series
from sectors.models import Grouping, GroupingCode, RegionalEmployment, SectorProspect
from sectors.points import Point, reasons

# As one most likely wants each column the first time.
FIRST_CHOICES = {
    "title": _("Sector of activity"),
    "-employment": _("Employment"),
    "-growth": _("In five years"),
    "-prospects": _("Prospects"),
    "-earnings": _("Average weekly earnings"),
    "-occupations": _("Occupations found there"),
    "-demand": _("In demand now"),
}
DEFAULT = "title"


@dataclass(frozen=True)
class Row:
    """A sector of activity; what no edition says of it is None."""

    grouping: Grouping
    employed: Series | None  # in the region
    level: OutlookLevel | None  # of its prospects in the region
    earnings: Series | None  # in the whole of Québec, maybe of a wider industry
    occupations: int
    in_demand: int
    width: str  # of its bar

    @property
    def latest(self) -> Point | None:
        return self.employed.points[-1] if self.employed else None

    @property
    def growth(self) -> Decimal | None:
        """Return the change of employment over five years in percent."""
        return self.employed.growth if self.latest and self.latest.value is not None else None


# What each column sorts by, the best one highest.
KEYS: dict[str, Callable[[Row], object]] = {
    "title": lambda row: plain(row.grouping.name),
    "employment": lambda row: row.latest and row.latest.value,
    "growth": lambda row: row.growth,
    "prospects": lambda row: -row.level.rank if row.level and row.level.rank else None,
    "earnings": lambda row: row.earnings and row.earnings.latest.value,
    "occupations": lambda row: row.occupations,
    "demand": lambda row: row.in_demand,
}


class Browse:
    """Every sector of activity with its figures. What has no edition has no column.

    Whether an occupation is in demand is that of the region, or else of the whole of Québec. Employment is that of the
    region, of the two that its survey counts together, or of a metropolitan area, of which nothing else is known.
    """

    def __init__(self, choice: RegionChoice, releases: Mapping[str, Release], sort: str):
        self.choice = choice
        self.area = choice.region or choice.quebec
        self.releases = releases
        self.asked = sort

    def live_one_of(self, slug: str) -> Release | None:
        """Return the live release of a dataset, or that of the demonstration figures which stand in for it."""
        return self.releases.get(slug) or self.releases.get(f"{slug}-demonstration")

    @property
    def demand(self) -> Release | None:
        return self.live_one_of("in-demand")

    @property
    def employment(self) -> Release | None:
        return self.live_one_of("regional-employment")

    @cached_property
    def employment_area(self) -> Region:
        return nearest(self.choice)

    @property
    def metropolitan_areas(self) -> list[Region]:
        return metropolitan(self.choice)

    @property
    def prospects(self) -> Release | None:
        return self.live_one_of("sector-prospects")

    @property
    def earnings(self) -> Release | None:
        return self.releases.get("industry-earnings")

    @property
    def choices(self) -> list[tuple[str, Promise]]:
        missing = {
            "-employment": self.employment,
            "-growth": self.employment,
            "-prospects": self.prospects,
            "-earnings": self.earnings,
            "-demand": self.demand,
        }
        return [(first, label) for first, label in FIRST_CHOICES.items() if missing.get(first, True)]

    @property
    def sort(self) -> str:
        known = {first.removeprefix("-") for first, _label in self.choices}
        return self.asked if self.asked.removeprefix("-") in known else DEFAULT

    @property
    def columns(self) -> list[Column]:
        return [column(first, label, self.sort) for first, label in self.choices]

    @cached_property
    def occupations(self) -> tuple[Counter, Counter]:
        """Return how many occupations are found in each, and how many of them are in demand; one query."""
        found, in_demand = Counter(), Counter()
        for occupation in rows_for(self.area.code):
            sectors = set(occupation["sectors"])
            found.update(sectors)
            if occupation["is_in_demand"]:
                in_demand.update(sectors)
        return found, in_demand

    @cached_property
    def employed(self) -> dict[str, list[Point]]:
        found: dict[str, list[Point]] = {}
        for each in RegionalEmployment.objects.live().for_region(self.employment_area.code).order_by("year"):
            found.setdefault(each.grouping_id, []).append(Point(each.year, each.employed, each.status))
        return found

    @cached_property
    def levels(self) -> dict[str, OutlookLevel]:
        prospects = SectorProspect.objects.live().for_region(self.area.code).select_related("level")
        return {each.grouping_id: each.level for each in prospects}

    @cached_property
    def steps(self) -> int:
        """Return how many levels the scale of the prospects has."""
        scales = {level.scale for level in self.levels.values()}
        return OutlookLevel.objects.filter(scale__in=scales, rank__isnull=False).count()

    @cached_property
    def codes(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for grouping, code in GroupingCode.objects.current().values_list("member_of", "industry"):
            found.setdefault(grouping, []).append(code)
        return found

    @cached_property
    def most(self) -> int:
        """Return what the longest bar stands for: the most employed, or the most occupations without such figures."""
        found, _in_demand = self.occupations
        latest = [points[-1].value or 0 for points in self.employed.values()]
        return max(latest if self.employment else found.values(), default=0) or 1

    def row(self, grouping: Grouping) -> Row:
        found, in_demand = self.occupations
        points = self.employed.get(grouping.code)
        measured = (points[-1].value or 0 if points else 0) if self.employment else found[grouping.code]
        codes = self.codes.get(grouping.code)
        return Row(
            grouping,
            Series(self.employment, points, ()) if self.employment and points else None,
            self.levels.get(grouping.code),
            Figures(codes, self.releases).earnings if codes else None,
            found[grouping.code],
            in_demand[grouping.code],
            f"{100 * measured / self.most:.1f}%",
        )

    @cached_property
    def rows(self) -> list[Row]:
        """Return a row for each, those without the figure that one sorts by last."""
        rows = sorted(map(self.row, Grouping.objects.current()), key=KEYS["title"])
        key = KEYS[self.sort.removeprefix("-")]
        known = [row for row in rows if key(row) is not None]
        known.sort(key=key, reverse=self.sort.startswith("-"))
        return known + [row for row in rows if key(row) is None]

    @property
    def reasons(self) -> list[str]:
        """Return why figures of employment are missing."""
        return reasons(row.latest for row in self.rows)

    @property
    def kinds(self) -> list[tuple[Promise, Release]]:
        """Return the releases of the figures, by the name of their column."""
        shown = {
            "-employment": self.employment,
            "-prospects": self.prospects,
            "-earnings": self.earnings,
            "-demand": self.demand,
        }
        return [(FIRST_CHOICES[first], release) for first, release in shown.items() if release]

    @property
    def sources(self) -> list[Release]:
        found = [self.releases.get(slug) for slug in ("occupation-industries", "sector-groupings")]
        shown = (self.employment, self.prospects, self.earnings, self.demand, *found)
        return [release for release in shown if release]
