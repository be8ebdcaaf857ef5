"""Which sectors of activity weigh more in a place than in the whole of Québec, in the order that one asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Release
from occupations.order import plain
from occupations.results import Column, column
from regions.choice import RegionChoice
from regions.models import QUEBEC, Region
from sectors.areas import measured
from sectors.jobs import RegionalJobs, counted_in
from sectors.models import Grouping
from sectors.points import Point, reasons

# As one most likely wants each column the first time.
FIRST_CHOICES = {
    "title": _("Sector of activity"),
    "-employment": _("Employment"),
    "-share": _("Share of the jobs here"),
    "-quebec": _("Share in Québec"),
    "-quotient": _("Location quotient"),
    "-growth": _("In five years"),
}
DEFAULT = "-quotient"
ABOUT_THE_SAME = (Decimal("0.9"), Decimal("1.1"))  # quotients between which a sector weighs about as much
TOP = 3  # sectors of each place, where all places are side by side


@dataclass(frozen=True)
class Weight:
    """A sector in a place. Shares in percent; what the edition has no figure for is None."""

    grouping: Grouping
    point: Point | None  # the people employed, or why there is no figure
    share: Decimal | None
    quebec_share: Decimal | None
    quotient: Decimal | None
    growth: Decimal | None

    @property
    def words(self) -> Promise | str:
        """Return what the quotient means; "" without one."""
        if self.quotient is None:
            return ""
        low, high = ABOUT_THE_SAME
        if self.quotient > high:
            return _("weighs more here")
        return _("weighs less here") if self.quotient < low else _("weighs about the same")


KEYS: dict[str, Callable[[Weight], object]] = {
    "title": lambda weight: plain(weight.grouping.name),
    "employment": lambda weight: weight.point and weight.point.value,
    "share": lambda weight: weight.share,
    "quebec": lambda weight: weight.quebec_share,
    "quotient": lambda weight: weight.quotient,
    "growth": lambda weight: weight.growth,
}


@dataclass(frozen=True)
class PlaceTop:
    """A place and the sectors that weigh most there. `members` are the regions that it counts together."""

    place: Region
    members: list[Region]
    top: list[Weight]


class Weights:
    """Every sector in the chosen place. Without a choice, `tops` has those that weigh most in each place."""

    def __init__(self, choice: RegionChoice, releases: Mapping[str, Release], sort: str):
        self.choice = choice
        self.asked = sort
        self.place = counted_in([choice.area], choice)[choice.area.code]
        self.jobs = RegionalJobs({self.place.code} if self.is_chosen else measured(), releases)

    @property
    def is_chosen(self) -> bool:
        return not self.place.is_quebec

    @property
    def release(self) -> Release | None:
        return self.jobs.release

    @property
    def sort(self) -> str:
        known = {first.removeprefix("-") for first in FIRST_CHOICES}
        return self.asked if self.asked.removeprefix("-") in known else DEFAULT

    @property
    def columns(self) -> list[Column]:
        return [column(first, label, self.sort) for first, label in FIRST_CHOICES.items()]

    @cached_property
    def groupings(self) -> list[Grouping]:
        return sorted(Grouping.objects.current(), key=lambda grouping: plain(grouping.name))

    def in_place(self, place: str) -> list[Weight]:
        jobs = self.jobs
        return [
            Weight(
                grouping,
                jobs.point(grouping.code, place),
                jobs.share(grouping.code, place),
                jobs.share(grouping.code, QUEBEC),
                jobs.quotient(grouping.code, place),
                jobs.growth(grouping.code, place),
            )
            for grouping in self.groupings
        ]

    @cached_property
    def rows(self) -> list[Weight]:
        """Return a row for each sector, those without the figure that one sorts by last."""
        rows = self.in_place(self.place.code)
        key = KEYS[self.sort.removeprefix("-")]
        known = sorted((row for row in rows if key(row) is not None), key=key, reverse=self.sort.startswith("-"))
        return known + [row for row in rows if key(row) is None]

    @cached_property
    def heaviest(self) -> list[Weight]:
        """Return the sectors with a quotient, the highest first, whatever one sorts by."""
        return heaviest(self.rows)

    @property
    def reasons(self) -> list[str]:
        return reasons(row.point for row in self.rows)

    @property
    def suppressed(self) -> int:
        return self.jobs.suppressed(self.place.code)

    @property
    def total(self) -> int:
        return self.jobs.totals[self.place.code]

    @property
    def quebec_total(self) -> int:
        return self.jobs.totals[QUEBEC]

    @property
    def example_in_quebec(self) -> int | None:
        """Return the people employed in the whole of Québec in the sector that weighs most here."""
        return self.jobs.employed(self.heaviest[0].grouping.code, QUEBEC)

    @property
    def places(self) -> list[Region]:
        """Return the chosen place, or all but the whole of Québec; two regions that are counted together stand once."""
        if self.is_chosen:
            return [self.place]
        known = measured()
        return [place for place in self.choice.places if place.code in known and not place.is_quebec]

    @cached_property
    def tops(self) -> list[PlaceTop]:
        return [
            PlaceTop(
                place,
                [region for region in self.choice.regions if region.code in place.members],
                heaviest(self.in_place(place.code))[:TOP],
            )
            for place in self.places
        ]


def heaviest(weights: list[Weight]) -> list[Weight]:
    known = [weight for weight in weights if weight.quotient is not None]
    return sorted(known, key=lambda weight: weight.quotient, reverse=True)
