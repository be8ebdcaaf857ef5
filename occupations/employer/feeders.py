"""The occupations from which people could move in.

The rule: among the unit groups whose OaSIS profile is nearest, those of the same TEER category or of one that asks for
less training, whose median wage is lower or at most a twentieth higher, in the region where both have one, else in the
whole of Québec. Where no such wage is published the rule cannot be applied, and the occupation is left out.

A move within a minor group (four digits) is upgrading: the skills of the same trade, brought up. Any other is
requalification: new skills, to change trade.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from catalog.models import Release
from occupations.characteristics import Comparison, compare
from occupations.characteristics.comparison import REQUIREMENTS
from occupations.models import Characteristic, NocGroup
from occupations.profile.wage_place import yearly
from occupations.profile.wages import WageRow, WageTable
from occupations.teer import TEER, Teer

SIMILAR_WAGE = Decimal("1.05")


class Transition(TextChoices):
    """The values are the keys of the lexicon."""

    UPGRADING = "upgrading", _("Upgrading")
    REQUALIFICATION = "requalification", _("Requalification")


@dataclass(frozen=True)
class Feeder:
    """A unit group, as `similar_to` and `with_wage` give it, seen from the one that hires."""

    group: NocGroup
    transition: Transition
    here: WageRow  # the wages of the one that hires, in the area of the feeder's
    comparison: Comparison  # what the work that hires asks for, beside what this one does

    @property
    def teer(self) -> Teer:
        return TEER[self.group.teer]

    @property
    def why(self) -> str:
        return self.comparison.why()

    @property
    def difference_percent(self) -> Decimal:
        """Return how much more the work that hires pays, in percents of the feeder's median; negative if less."""
        theirs = yearly(self.group.wage_median, self.group.wage_unit)
        return 100 * (yearly(self.here.wage.median, self.here.wage.unit) - theirs) / theirs

    @property
    def gap_percent(self) -> Decimal:
        """Return the difference without its sign, for a sentence that says more or less."""
        return abs(self.difference_percent)


class Feeders:
    """The feeder occupations of a unit group, the most alike first; false when it resembles none."""

    tolerance_percent = 100 * (SIMILAR_WAGE - 1)

    def __init__(self, group: NocGroup, wages: WageTable, release: Release):
        self.group = group
        self.wages = wages
        self.release = release

    @property
    def area(self) -> WageRow | None:
        return self.wages.chosen.figure

    @cached_property
    def nearest(self) -> list[NocGroup]:
        region = self.area.region if self.area else self.wages.region
        return list(NocGroup.objects.similar_to(self.group.code).with_wage(region.code))

    def __bool__(self) -> bool:
        return bool(self.nearest)

    @cached_property
    def listed(self) -> list[Feeder]:
        rows = {row.region.code: row for row in self.wages.published}
        found = [(each, rows.get(each.wage_region)) for each in self.nearest]
        kept = [(each, row) for each, row in found if row and self.could_move_in(each, row)]
        rated = self.ratings([each.code for each, _row in kept])
        asked = rated.get(self.group.code, [])
        return [
            Feeder(each, self.transition_from(each), row, compare(rated.get(each.code, []), asked))
            for each, row in kept
        ]

    def could_move_in(self, other: NocGroup, row: WageRow) -> bool:
        highest = SIMILAR_WAGE * yearly(row.wage.median, row.wage.unit)
        # A higher number of TEER asks for less training.
        return other.teer >= self.group.teer and yearly(other.wage_median, other.wage_unit) <= highest

    def transition_from(self, other: NocGroup) -> Transition:
        minor = NocGroup.Level.MINOR_GROUP
        same_trade = other.code[:minor] == self.group.code[:minor]
        return Transition.UPGRADING if same_trade else Transition.REQUALIFICATION

    def ratings(self, codes: list[str]) -> dict[str, list[Characteristic]]:
        """Return the ratings on what a person brings, by unit group, with one query; none for no code."""
        found: dict[str, list[Characteristic]] = {}
        if codes:
            for rating in Characteristic.objects.live().of(self.group.code, *codes).under(*REQUIREMENTS):
                found.setdefault(rating.unit_group_id, []).append(rating)
        return found
