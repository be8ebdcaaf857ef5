"""Where an offer stands among the published wages of an area, in words.

Nothing is worked out between two published marks: nobody has said how wages are spread there.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from imt.templatetags.portal import money, percent
from occupations.employer.offer import Offer
from occupations.profile.wages import WageRow
from occupations.sheet.glance import pay

# The marks of a wage, by field, the lowest first. Job Bank sets the low wage such that about nine people in ten earn
# more, and the high wage such that about one in ten does.
NAMES = {
    "low": gettext_lazy("the low wage"),
    "quartile_1": gettext_lazy("the first quartile"),
    "median": gettext_lazy("the median wage"),
    "quartile_3": gettext_lazy("the third quartile"),
    "high": gettext_lazy("the high wage"),
}
# What is known of an offer below a mark, and of one at a mark or above it.
BELOW = {
    "low": gettext_lazy("About nine people in ten, or more, earn more than that."),
    "quartile_1": gettext_lazy("At least three people in four earn more than that."),
    "median": gettext_lazy("At least half of the people earn more than that."),
}
FROM = {
    "median": gettext_lazy("At least half of the people earn that much or less."),
    "quartile_3": gettext_lazy("At least three people in four earn that much or less."),
    "high": gettext_lazy("About nine people in ten, or more, earn that much or less."),
}


@dataclass(frozen=True)
class Standing:
    """An offer against one published row of wages."""

    offer: Offer
    row: WageRow

    @property
    def amount(self) -> Decimal:
        """Return the offer in the unit of the published wages."""
        return self.offer.per(self.row.wage.unit)

    @property
    def is_converted(self) -> bool:
        return self.offer.unit != self.row.wage.unit

    @cached_property
    def marks(self) -> list[tuple[str, Decimal]]:
        """Return the published marks as (field, dollars), the lowest first."""
        amounts = ((name, getattr(self.row.wage, name)) for name in NAMES)
        return sorted(((name, amount) for name, amount in amounts if amount is not None), key=lambda mark: mark[1])

    @property
    def sentence(self) -> str:
        """Say between which marks the offer stands."""
        at = [str(NAMES[name]) for name, amount in self.marks if amount == self.amount]
        under = [named(mark) for mark in self.marks if mark[1] < self.amount]
        over = [named(mark) for mark in self.marks if mark[1] > self.amount]
        words = {"area": self.row.region.name, "offer": pay(self.amount, self.row.wage.unit)}
        if at:
            return _("%(area)s: %(offer)s is exactly %(mark)s.") % (words | {"mark": at[0]})
        if under and over:
            between = {"under": under[-1], "over": over[0]}
            return _("%(area)s: %(offer)s is between %(under)s and %(over)s.") % (words | between)
        if over:
            return _("%(area)s: %(offer)s is less than %(mark)s.") % (words | {"mark": over[0]})
        return _("%(area)s: %(offer)s is more than %(mark)s.") % (words | {"mark": under[-1]})

    @property
    def meaning(self) -> str:
        """Say how many people earn more, or not more: no closer than the nearest mark tells."""
        if self.amount < self.row.wage.median:
            return str(next(BELOW[name] for name, amount in self.marks if name in BELOW and amount > self.amount))
        return str(next(FROM[name] for name, amount in reversed(self.marks) if name in FROM and amount <= self.amount))

    @property
    def against_median(self) -> str:
        """Say how far the offer is from the median; "" when it is just that."""
        median = self.row.wage.median
        gap = self.amount - median
        if not gap or not median:
            return ""
        words = {"amount": money(abs(gap)), "percent": percent(100 * abs(gap) / median)}
        if gap < 0:
            return _("That is %(amount)s (%(percent)s) less than the median.") % words
        return _("That is %(amount)s (%(percent)s) more than the median.") % words


def named(mark: tuple[str, Decimal]) -> str:
    return f"{NAMES[mark[0]]} ({money(mark[1])})"
