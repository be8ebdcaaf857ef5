"""What an employer asks of an occupation: what to pay, how hard it is to recruit, who could move in, what to check."""

from functools import cached_property

from catalog.models import Release
from occupations.employer.benchmark import Benchmark
from occupations.employer.checks import checks
from occupations.employer.difficulty import Difficulty, signs
from occupations.employer.feeders import Feeders
from occupations.profile import OccupationProfile

__all__ = ["Benchmark", "EmployerProfile"]


class EmployerProfile:
    """One unit group as an employer of a region sees it, made from the parts of its page."""

    def __init__(self, profile: OccupationProfile):
        self.profile = profile

    @cached_property
    def benchmark(self) -> Benchmark:
        return Benchmark(self.profile.wages)

    @cached_property
    def difficulty(self) -> Difficulty:
        profile = self.profile
        return Difficulty(signs(profile.prospects, profile.demand, profile.projection))

    @cached_property
    def feeders(self) -> Feeders | None:
        """Return None where no occupation has characteristics to compare."""
        release = self.profile.releases.get("oasis")
        return release and Feeders(self.profile.group, self.profile.wages, release)

    @property
    def checks(self) -> list[str]:
        return checks(self.profile.regulations)

    @property
    def training(self) -> list[Release | None]:
        """Return the releases that say who is trained for the occupation, where some are."""
        schools = self.profile.schools
        return [self.profile.releases.get("programme-occupations"), schools.offered_by] if schools.direct else []

    @property
    def sources(self) -> list[Release]:
        """Return the releases that the page uses, each once."""
        live = self.profile.releases
        used = [
            live.get("wages"),
            *(sign.release for sign in self.difficulty.signs),
            *(live.get(slug) for slug in ("oasis", "oasis-descriptors", "noc") if self.feeders),
            *(live.get(slug) for slug in ("regulations", "regulatory-bodies")),
            *self.training,
            *(live.get(slug) for slug in ("occupation-industries", "naics") if self.profile.industries),
        ]
        return list({release.pk: release for release in used if release}.values())
