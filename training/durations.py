"""How long programmes take, in brackets of months of full-time studies by which one may choose."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Bracket:
    """From `least` months (not included) to `most` (included); None: open."""

    value: str  # in an address
    least: int
    most: int | None
    label: Promise

    def has(self, months: int) -> bool:
        return months > self.least and (self.most is None or months <= self.most)


BRACKETS = (
    Bracket("6", 0, 6, _("6 months or less")),
    Bracket("12", 6, 12, _("More than 6 months, up to 1 year")),
    Bracket("24", 12, 24, _("More than 1 year, up to 2 years")),
    Bracket("36", 24, 36, _("More than 2 years, up to 3 years")),
    Bracket("over-36", 36, None, _("More than 3 years")),
)


def brackets_of(months: int | None) -> list[str]:
    """Return the value of the bracket of a duration; none when it is not known."""
    return [bracket.value for bracket in BRACKETS if months is not None and bracket.has(months)]
