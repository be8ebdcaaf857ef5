"""What one page says of wages: a row for each region, compared with the whole of Québec."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.models import Wage
from occupations.models.wage import HOURS_A_WEEK, HOURS_A_YEAR
from occupations.profile.regional import Chosen, for_region
from regions.models import QUEBEC, Region

ESTIMATE_ROUNDED_TO = 100  # dollars
DETAIL = ("quartile_1", "quartile_3", "average")  # figures that only some editions have


@dataclass(frozen=True)
class Pay:
    """Low, median and high, in dollars a year."""

    low: Decimal | None
    median: Decimal | None
    high: Decimal | None
    is_estimate: bool


def year_of(hourly: Decimal | None) -> Decimal | None:
    """Return dollars a year for dollars an hour, rounded as befits an estimate."""
    if hourly is None:
        return None
    return round(hourly * HOURS_A_YEAR / ESTIMATE_ROUNDED_TO) * Decimal(ESTIMATE_ROUNDED_TO)


@dataclass(frozen=True)
class WageRow:
    """One region of the table. `wage` is None when the edition has no line for the pair."""

    region: Region
    wage: Wage | None
    quebec: Wage | None

    @property
    def is_published(self) -> bool:
        return self.wage is not None and self.wage.is_published

    @property
    def is_hourly(self) -> bool:
        return self.wage is not None and self.wage.unit == Wage.Unit.HOUR

    @property
    def reason(self) -> str:
        """Say why there is no figure, in the active language."""
        if self.wage is None:
            return _("This edition has nothing for this occupation in this area.")
        return self.comment or _("The publisher withheld this figure without saying why.")

    @property
    def comment(self) -> str:
        """Return the publisher's remark on this line, in the active language."""
        return self.wage.comment_en if get_language() == "en" else self.wage.comment_fr

    @property
    def survey(self) -> str:
        """Return what this line was made from, in the active language, where the edition says it."""
        return self.wage.comes_from_en if get_language() == "en" else self.wage.comes_from_fr

    @property
    def has_detail(self) -> bool:
        """Tell whether the edition has quartiles or an average for this line."""
        return self.is_published and any(getattr(self.wage, name) is not None for name in DETAIL)

    @property
    def year(self) -> Pay:
        wage = self.wage
        if self.is_hourly:
            return Pay(year_of(wage.low), year_of(wage.median), year_of(wage.high), is_estimate=True)
        return Pay(wage.low, wage.median, wage.high, is_estimate=False)

    @property
    def is_comparable(self) -> bool:
        """Tell whether this is a region whose figures stand beside Québec's, in the same unit."""
        both = self.is_published and self.quebec is not None and self.quebec.is_published
        return both and not self.region.is_quebec and self.wage.unit == self.quebec.unit

    @property
    def same_as_quebec(self) -> bool:
        """Tell whether all three figures are Québec's: most often the publisher's own fallback on a wider area."""
        return self.is_comparable and all(
            getattr(self.wage, name) == getattr(self.quebec, name) for name in ("low", "median", "high")
        )

    @property
    def difference(self) -> Decimal | None:
        """Return the median less Québec's, in dollars."""
        if not self.is_comparable or self.same_as_quebec:
            return None
        return self.wage.median - self.quebec.median

    @property
    def gap(self) -> Decimal | None:
        """Return the difference without its sign, for a sentence that says more or less."""
        return None if self.difference is None else abs(self.difference)

    @property
    def gap_percent(self) -> Decimal | None:
        return None if self.difference_percent is None else abs(self.difference_percent)

    @property
    def difference_percent(self) -> Decimal | None:
        if self.difference is None or not self.quebec.median:
            return None
        return 100 * self.difference / self.quebec.median


class WageTable:
    """The wages of one unit group in one edition, Québec first, then the regions."""

    hours_a_week = HOURS_A_WEEK

    def __init__(self, wages: Iterable[Wage], release: Release | None, regions: Sequence[Region], region: Region):
        by_region = {wage.region_id: wage for wage in wages}
        self.release = release
        self.region = region
        self.rows = [WageRow(each, by_region.get(each.code), by_region.get(QUEBEC)) for each in regions]

    @cached_property
    def published(self) -> list[WageRow]:
        return [row for row in self.rows if row.is_published]

    @cached_property
    def chosen(self) -> Chosen[WageRow]:
        return for_region({row.region.code: row for row in self.published}, self.region.code)

    @cached_property
    def missing(self) -> WageRow:
        """Return the region's own row, to say why it has no figure."""
        return next(row for row in self.rows if row.region.code == self.region.code)

    @cached_property
    def unit(self) -> str:
        """Return the unit of the table: an hour as soon as one row is hourly."""
        return Wage.Unit.HOUR if any(row.is_hourly for row in self.published) else Wage.Unit.YEAR

    @cached_property
    def in_unit(self) -> list[WageRow]:
        """Return the published rows in the table's unit: those that can be drawn on one axis."""
        return [row for row in self.published if row.wage.unit == self.unit]

    @cached_property
    def detailed(self) -> list[WageRow]:
        """Return the rows with quartiles or an average; none in an edition without them."""
        return [row for row in self.published if row.has_detail]

    @property
    def has_yearly_estimates(self) -> bool:
        return any(row.is_hourly for row in self.published)

    @property
    def reasons(self) -> list[str]:
        """Return why rows have no figures, each reason once."""
        return list(dict.fromkeys(row.reason for row in self.rows if not row.is_published))

    @property
    def has_fallbacks(self) -> bool:
        return any(row.same_as_quebec for row in self.rows)

    @cached_property
    def own(self) -> list[WageRow]:
        """Return the regions with a figure of their own, which can be put in order."""
        return [row for row in self.in_unit if not row.region.is_quebec and not row.same_as_quebec]

    @cached_property
    def extremes(self) -> tuple[WageRow, WageRow] | None:
        """Return the regions with the lowest and the highest median, among those with a figure of their own."""
        if len(self.own) < 2:
            return None
        ordered = sorted(self.own, key=lambda row: row.wage.median)
        return ordered[0], ordered[-1]
