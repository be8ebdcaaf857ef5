"""What regions are compared by. Each measure reads the figures of all the occupations asked for with one query."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import Release
from imt.templatetags.portal import number
from occupations.matrix.rows import Value
from occupations.models import InDemand, Outlook, OutlookLevel, Wage
from occupations.models.wage import HOURS_A_YEAR
from occupations.profile import live_releases
from occupations.profile.wages import WageRow
from occupations.shades import SHADES, level_legend, level_mark, level_shade
from occupations.sheet.glance import pay
from regions.map import UNSHADED, Shade
from regions.models import QUEBEC, Region

# Percent of Québec's median at which a region's wage changes shade: the portal's own classes, said in the legend.
GAPS = (-5, -1, 1, 5)


class Measure(ABC):
    """A figure of each occupation in each region. `regions` are by code, Québec among them."""

    name: str  # in the address
    label: Promise
    legend_title: Promise | str = ""

    def __init__(self, codes: Iterable[str], regions: Mapping[str, Region]):
        self.codes = list(codes)
        self.regions = regions
        self.releases: dict[int, Release] = {release.pk: release for release in live_releases().values()}

    @property
    @abstractmethod
    def values(self) -> dict[str, dict[str, Value]]:
        """Return each occupation's own values by region code."""

    @abstractmethod
    def missing(self, code: str) -> dict[str, str]:
        """Return why an occupation has no value of its own in each region that has none."""

    @property
    @abstractmethod
    def legend(self) -> list[Shade]:
        """Return what the shades in use mean, the best first."""

    def facts(self, model) -> list:
        found = model.objects.live().filter(unit_group__in=self.codes)
        return [fact for fact in found if fact.release_id in self.releases and fact.region_id in self.regions]


class ProspectsMeasure(Measure):
    name, label = "prospects", gettext_lazy("Prospects")

    @cached_property
    def levels(self) -> dict[str, OutlookLevel]:
        return {level.pk: level for level in OutlookLevel.known()}

    @cached_property
    def steps(self) -> Counter:
        return Counter(level.scale for level in self.levels.values() if level.rank is not None)

    @cached_property
    def values(self) -> dict[str, dict[str, Value]]:
        found = defaultdict(dict)
        for fact in self.facts(Outlook):
            found[fact.unit_group_id][fact.region_id] = self.value(self.levels[fact.level_id], fact.release_id)
        return found

    def value(self, level: OutlookLevel, release: int) -> Value:
        steps = self.steps[level.scale]
        return Value(
            words=level.label,
            mark=level_mark(level, steps),
            release=self.releases[release],
            scale=level.scale,
            order=None if level.rank is None else -level.rank,
            shade=level_shade(level, steps),
            level=level,
            steps=steps,
        )

    def missing(self, code: str) -> dict[str, str]:
        return dict.fromkeys(self.regions, _("This edition has no level for this occupation and this region."))

    @property
    def legend(self) -> list[Shade]:
        used = {value.scale for values in self.values.values() for value in values.values()}
        levels = [level for level in self.levels.values() if level.scale in used]
        return level_legend((level, self.steps[level.scale]) for level in levels)


class DemandMeasure(Measure):
    name, label = "demand", gettext_lazy("In demand now")

    @cached_property
    def values(self) -> dict[str, dict[str, Value]]:
        found = defaultdict(dict)
        for fact in self.facts(InDemand):
            found[fact.unit_group_id][fact.region_id] = self.value(fact)
        return found

    def value(self, fact: InDemand) -> Value:
        words, mark = (_("In demand now"), _("Yes")) if fact.in_demand else (_("Not in demand now"), _("No"))
        shade = str(SHADES) if fact.in_demand else "1"
        return Value(words, mark, self.releases[fact.release_id], scale="", order=int(fact.in_demand), shade=shade)

    def missing(self, code: str) -> dict[str, str]:
        reason = _("No edition says whether this occupation is in demand now in this region.")
        return dict.fromkeys(self.regions, reason)

    @property
    def legend(self) -> list[Shade]:
        return [Shade(str(SHADES), _("In demand now")), Shade("1", _("Not in demand now"))]


class WageMeasure(Measure):
    """Median wages. Where a publisher gives a region Québec's own three figures, the region has none of its own."""

    name, label = "wage", gettext_lazy("Median wage")
    legend_title = gettext_lazy("Against Québec’s median:")

    @cached_property
    def rows(self) -> dict[str, dict[str, WageRow]]:
        wages = defaultdict(dict)
        for fact in self.facts(Wage):
            wages[fact.unit_group_id][fact.region_id] = fact
        return {
            code: {
                region: WageRow(self.regions[region], wages[code].get(region), wages[code].get(QUEBEC))
                for region in self.regions
            }
            for code in self.codes
        }

    @cached_property
    def values(self) -> dict[str, dict[str, Value]]:
        return {
            code: {
                region: self.value(row) for region, row in rows.items() if row.is_published and not row.same_as_quebec
            }
            for code, rows in self.rows.items()
        }

    def value(self, row: WageRow) -> Value:
        wage, gap = row.wage, Decimal(0) if row.region.is_quebec else row.difference_percent
        shade = UNSHADED if gap is None else str(bisect_right(GAPS, gap) + 1)
        return Value(
            words=pay(wage.median, wage.unit),
            mark=number(wage.median, 2 if row.is_hourly else 0),
            release=self.releases[wage.release_id],
            scale=wage.unit,
            order=wage.median * HOURS_A_YEAR if row.is_hourly else wage.median,
            shade=shade,
            is_amount=True,
        )

    def missing(self, code: str) -> dict[str, str]:
        return {region: row.reason for region, row in self.rows[code].items() if not row.is_published}

    @property
    def legend(self) -> list[Shade]:
        texts = [
            _("more than 5% below"),
            _("1% to 5% below"),
            _("within 1%"),
            _("1% to 5% above"),
            _("5% or more above"),
        ]
        return [Shade(str(place), text) for place, text in enumerate(texts, 1)][::-1]


MEASURES = {measure.name: measure for measure in (ProspectsMeasure, DemandMeasure, WageMeasure)}
