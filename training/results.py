"""What the page of results shows of programmes, as plain objects made from few queries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from catalog.models import Release
from occupations.criteria_filter import RELEVANCE
from occupations.models import OutlookLevel
from occupations.order import plain
from occupations.results import Column, Result, column
from regions.models import QUEBEC, Region
from training import editions
from training.criteria import months_of
from training.filters import ProgrammeFilter
from training.models import GraduateOutcome, Programme
from training.offers import Offer
from training.search import Hit
from training.tied import TiedOccupations

# As one most likely wants each column the first time.
FIRST_CHOICES = (
    ("title", _("Program")),
    ("duration", _("Duration")),
    ("-prospects", _("Prospects and wages of the occupations")),
    ("-placement", _("Graduates with a job")),
)
DISTANCE = ("distance", _("Nearest"))
WHERE = Column("where", _("Where"), "", "")  # without a place to start from: not to sort by


def columns(sort: str, has_place: bool) -> list[Column]:
    """Return the heads of the table; that of the distance sorts only when one has said where one is."""
    found = [column(first, label, sort) for first, label in FIRST_CHOICES]
    return [*found[:2], column(*DISTANCE, sort) if has_place else WHERE, *found[2:]]


@dataclass(frozen=True)
class Row:
    """One programme of a list. `nearest` is None without a place; `level` is that of `TiedOccupations.level_of`."""

    programme: Programme
    hit: Hit | None
    nearest: Offer | None
    everywhere: int  # institutions
    here: int  # those of the region
    occupations: list[Result]
    level: OutlookLevel | None

    @property
    def months(self) -> int | None:
        return months_of(self.programme)

    @property
    def hours(self) -> int | None:
        return self.programme.length["hours"] if self.programme.length else None

    @property
    def placement(self) -> float | None:
        return self.programme.outcome["placement_rate"] if self.programme.outcome else None

    @property
    def missing_placement(self) -> str:
        """Say why there is no placement rate."""
        if self.programme.outcome and self.programme.outcome["status"]:
            return GraduateOutcome.Status(self.programme.outcome["status"]).label
        return str(_("No edition says it."))


# What each column sorts by, the smallest first.
KEYS: dict[str, Callable[[Row], object]] = {
    "title": lambda row: plain(row.programme.title),
    "distance": lambda row: row.nearest and row.nearest.km,
    "prospects": lambda row: -row.level.rank if row.level else None,
    "placement": lambda row: row.placement,
    "duration": lambda row: row.months,
}


class ProgrammeResults:
    """Programmes in order, seen from one region and maybe from one place."""

    def __init__(self, filters: ProgrammeFilter, area: Region):
        self.filters = filters
        self.area = area

    @cached_property
    def tied(self) -> TiedOccupations:
        return TiedOccupations.of(self.filters.found, self.area)

    def row(self, programme: Programme) -> Row:
        by_region = {region: int(count) for region, count in (place.split(":") for place in programme.places)}
        here = by_region.get(self.area.code, 0)
        return Row(
            programme,
            self.filters.hits.get(programme.pk),
            self.filters.nearest.get(programme.pk),
            sum(by_region.values()),
            here,
            self.tied.led_to(programme) or self.tied.may_lead_to(programme),
            self.tied.level_of(programme),
        )

    @cached_property
    def rows(self) -> list[Row]:
        """Return a row for each, those without the figure that one sorts by last."""
        rows = sorted(map(self.row, self.filters.found), key=KEYS["title"])
        sort = self.filters.order
        if sort == RELEVANCE:
            place = {programme: number for number, programme in enumerate(self.filters.hits)}
            return sorted(rows, key=lambda row: place[row.programme.pk])
        return in_order(rows, KEYS[sort.removeprefix("-")], reverse=sort.startswith("-"))

    @cached_property
    def releases(self) -> list[Release]:
        """Return the releases of the figures of training that lists show."""
        return [release for release in (editions.durations(), editions.offerings(), editions.outcomes()) if release]

    @property
    def sees_quebec(self) -> bool:
        return self.area.code == QUEBEC

    @staticmethod
    def reasons(rows: Iterable[Row]) -> list[str]:
        """Return why figures of some rows are missing, each reason once."""
        shown = [(each.missing_level, each.missing_wage) for row in rows for each in row.occupations]
        return list(dict.fromkeys(reason for reasons in shown for reason in reasons if reason))


def in_order(rows: list[Row], key: Callable[[Row], object], *, reverse: bool) -> list[Row]:
    known = sorted((row for row in rows if key(row) is not None), key=key, reverse=reverse)
    return known + [row for row in rows if key(row) is None]
