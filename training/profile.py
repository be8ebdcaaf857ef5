"""One programme as its page shows it, seen from a region and maybe from a postal code."""

from functools import cached_property

from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.profile import live_releases
from occupations.results import Result
from regions.choice import RegionChoice
from regions.models import Region
from regions.nearby import Nearby
from training import editions
from training.listing import listed
from training.models import GraduateOutcome, Programme
from training.paths import alike, next_ones
from training.tied import TiedOccupations
from training.where import Where

SOURCES = ("programmes", "training-sectors", "cip", "programme-occupations", "institutions")


class ProgrammeProfile:
    """Each part is read when it is asked for. `programme` is one of `listed()`."""

    def __init__(self, programme: Programme, choice: RegionChoice, nearby: Nearby):
        self.programme = programme
        self.choice = choice
        self.nearby = nearby

    @property
    def area(self) -> Region:
        return self.choice.region or self.choice.quebec

    @property
    def offered_by(self) -> Release | None:
        return editions.offerings()

    @cached_property
    def tied(self) -> TiedOccupations:
        return TiedOccupations.of([self.programme], self.area)

    @property
    def leads_to(self) -> list[Result]:
        return self.tied.led_to(self.programme)

    @property
    def may_lead_to(self) -> list[Result]:
        return self.tied.may_lead_to(self.programme)

    @cached_property
    def where(self) -> Where:
        return Where(self.programme, self.choice.everywhere, self.area, self.nearby.point)

    @property
    def length(self) -> dict | None:
        return self.programme.length

    @property
    def length_release(self) -> Release | None:
        return editions.durations() if self.length else None

    @property
    def outcome(self) -> dict | None:
        return self.programme.outcome

    @property
    def outcome_release(self) -> Release | None:
        return editions.outcomes() if self.outcome else None

    @property
    def missing_outcome(self) -> str:
        """Say why figures of graduates are missing."""
        if self.outcome and self.outcome["status"]:
            return GraduateOutcome.Status(self.outcome["status"]).label
        return _("No edition says it.")

    @cached_property
    def next_ones(self) -> list[Programme]:
        return next_ones(self.programme, listed())

    @cached_property
    def alike(self) -> list[Programme]:
        return alike(self.programme, listed())

    @property
    def sources(self) -> list[Release]:
        """Return the releases that this page uses."""
        used = {
            "training-sectors": self.programme.sector_id,
            "cip": self.programme.cip_id,
            "programme-occupations": self.tied.groups,
            "institutions": self.where.given,
        }
        figures = [self.offered_by if self.where.given else None, self.length_release, self.outcome_release]
        releases = live_releases()
        known = [releases[slug] for slug in SOURCES if slug in releases and used.get(slug, True)]
        return [*self.tied.releases.values(), *(release for release in figures if release), *known]
