"""The brackets by which one may choose a wage, hourly or annual; both kinds hold every published wage."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.utils.translation import gettext

from imt.templatetags.portal import money
from occupations.models import Wage
from occupations.models.wage import HOURS_A_YEAR

# Dollars between two brackets; the first and the last are open.
HOURLY = (20, 25, 30, 40, 50)
ANNUAL = (40_000, 50_000, 60_000, 80_000, 100_000)


@dataclass(frozen=True)
class Bracket:
    """Wages from `least` (included) to `most` (not), in dollars an hour or a year; None: open."""

    unit: str  # of Wage.Unit
    least: int | None
    most: int | None

    @property
    def value(self) -> str:
        """Return its name in an address: "hour-20-25", "year-0-40000", "hour-50"."""
        return f"{self.unit}-{self.least or 0}" + (f"-{self.most}" if self.most else "")

    @property
    def label(self) -> str:
        """Say the bracket in the active language."""
        least, most = money(self.least, 0), money(self.most, 0)
        hourly = self.unit == Wage.Unit.HOUR
        if self.least is None:
            text = gettext("under %(most)s an hour") if hourly else gettext("under %(most)s a year")
        elif self.most is None:
            text = gettext("%(least)s or more an hour") if hourly else gettext("%(least)s or more a year")
        else:
            text = gettext("%(least)s to %(most)s an hour") if hourly else gettext("%(least)s to %(most)s a year")
        return text % {"least": least, "most": most}

    def has(self, a_year: Decimal) -> bool:
        wage = a_year / HOURS_A_YEAR if self.unit == Wage.Unit.HOUR else a_year
        return (self.least is None or wage >= self.least) and (self.most is None or wage < self.most)


def brackets(unit: str, limits: Iterable[int]) -> list[Bracket]:
    return [Bracket(unit, least, most) for least, most in pairwise([None, *limits, None])]


BRACKETS = brackets(Wage.Unit.HOUR.value, HOURLY) + brackets(Wage.Unit.YEAR.value, ANNUAL)


def brackets_of(a_year: Decimal | None) -> list[str]:
    """Return the values of the hourly and of the annual bracket of a wage, given in dollars a year."""
    return [] if a_year is None else [bracket.value for bracket in BRACKETS if bracket.has(a_year)]
