"""The plain sentences that answer "where are the chances better?", for each measure.

Each takes the words of a value, in lower case where it stands within the sentence, and lists of regions by name.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


@dataclass(frozen=True)
class Phrases:
    better: Promise  # other regions do better than the chosen one: number, region, value, regions
    top: Promise  # none of those that can be compared does: region, value
    best: Promise  # the best regions, whichever was chosen: value, regions
    even: Promise  # all regions are equal: value
    nothing: Promise  # no region has a value of its own


PHRASES = {
    "prospects": Phrases(
        better=ngettext_lazy(
            "Prospects are better than in your region, %(region)s (%(value)s), in %(number)s other: %(regions)s.",
            "Prospects are better than in your region, %(region)s (%(value)s), in %(number)s others: %(regions)s.",
            "number",
        ),
        top=_("No region that has a level of its own has better prospects than yours, %(region)s (%(value)s)."),
        best=_("The best prospects (%(value)s) are those of: %(regions)s."),
        even=_("The regions that have a level of their own have the same: %(value)s."),
        nothing=_("This edition does not tell the regions apart: none has a level of its own."),
    ),
    "demand": Phrases(
        better=ngettext_lazy(
            "This occupation is not in demand now in your region, %(region)s. It is in %(number)s other: %(regions)s.",
            "This occupation is not in demand now in your region, %(region)s. It is in %(number)s others: %(regions)s.",
            "number",
        ),
        top=_("Your region, %(region)s: %(value)s. No other does better."),
        best=_("In demand now in: %(regions)s."),
        even=_("All regions that the edition speaks of are in the same situation: %(value)s."),
        nothing=_("This edition does not tell the regions apart: it speaks of none."),
    ),
    "wage": Phrases(
        better=ngettext_lazy(
            "The median wage is higher than in your region, %(region)s (%(value)s), in %(number)s other: %(regions)s.",
            "The median wage is higher than in your region, %(region)s (%(value)s), in %(number)s others: %(regions)s.",
            "number",
        ),
        top=_("No region that has a figure of its own has a higher median wage than yours, %(region)s (%(value)s)."),
        best=_("The highest median wage (%(value)s) is that of: %(regions)s."),
        even=_("The regions that have a figure of their own have the same: %(value)s."),
        nothing=_("This edition does not tell the regions apart: none has a wage of its own."),
    ),
}
