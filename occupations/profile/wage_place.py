"""Where the wage of an occupation stands among those of all occupations of the same area."""

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal

from catalog.models import DataVersion
from occupations.models import Wage
from occupations.models.wage import HOURS_A_YEAR
from occupations.profile.wages import WageRow


@dataclass(frozen=True)
class WagePlace:
    """How many of the `others` (occupations with a published wage in the area) have a lower median."""

    lower: int
    others: int

    @classmethod
    def of(cls, row: WageRow) -> "WagePlace":
        medians = yearly_medians(row.region.code)
        return cls(bisect_left(medians, yearly(row.wage.median, row.wage.unit)), len(medians) - 1)


def yearly_medians(region: str) -> list[Decimal]:
    """Return the published medians of a region, the lowest first; one query per data version."""

    def published() -> list[Decimal]:
        wages = Wage.objects.live().for_region(region).exclude(median=None)
        return sorted(yearly(median, unit) for median, unit in wages.values_list("median", "unit"))

    return DataVersion.remember(f"yearly-medians:{region}", published)


def yearly(median: Decimal, unit: str) -> Decimal:
    """Return dollars a year, so that wages by the hour and by the year can be put in one order."""
    return median * HOURS_A_YEAR if unit == Wage.Unit.HOUR else median
