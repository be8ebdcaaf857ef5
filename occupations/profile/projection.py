"""What one page says of the national projection: what opens up, who comes, and how that balances."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.models import Projection


@dataclass(frozen=True)
class Side:
    """The jobs that open up or the people who look for one: each part, as (label, number), and their total."""

    title: str
    parts: list[tuple[str, int | None]]
    total: int | None


@dataclass(frozen=True)
class NationalProjection:
    """COPS for one unit group. `figures` is None when the edition has no line for it."""

    figures: Projection | None
    release: Release

    @property
    def is_published(self) -> bool:
        return self.figures is not None and self.figures.job_openings is not None

    @property
    def years(self) -> tuple[int, int] | None:
        """Return the first and last year of the projection, as the release words its period ("2024-2033")."""
        found = re.fullmatch(r"(\d{4})\D+(\d{4})", self.release.reference_period)
        return (int(found[1]), int(found[2])) if found else None

    @property
    def base_year(self) -> int | None:
        """Return the year of the employment figure: the one before the projection begins."""
        return self.years and self.years[0] - 1

    @property
    def openings(self) -> Side:
        figures = self.figures
        parts = [
            (_("Employment growth"), figures.employment_growth),
            (_("Retirements"), figures.retirements),
            (_("Other departures to replace"), figures.other_replacement),
        ]
        return Side(_("Jobs to fill"), parts, figures.job_openings)

    @property
    def seekers(self) -> Side:
        figures = self.figures
        parts = [
            (_("People leaving school"), figures.school_leavers),
            (_("Immigrants"), figures.immigration),
            (_("Other job seekers, less those who moved on"), figures.other_seekers),
        ]
        return Side(_("Job seekers"), parts, figures.job_seekers)
