"""What two occupations have in common, what the second asks for beyond the first, and where conditions differ."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from occupations.characteristics.sentences import name_within, sentence
from occupations.models import Category, Characteristic, Descriptor, Measure

REQUIREMENTS = frozenset({Category.SKILLS, Category.KNOWLEDGE, Category.ABILITIES})
NOTABLE = 0.6  # of its scale: 3 of 5, or 2 of 3
GAP = 1 / 3  # of its scale: 2 of 5, or 1 of 3


@dataclass(frozen=True)
class Pair:
    """The ratings of two unit groups on one descriptor."""

    here: Characteristic
    there: Characteristic

    @property
    def descriptor(self) -> Descriptor:
        return self.there.descriptor

    @property
    def level(self) -> float:
        """Return the lower of the two, as a share of the scale."""
        return min(self.here.value, self.there.value) / self.descriptor.top

    @property
    def gap(self) -> float:
        """Return how much more there is asked for there, as a share of the scale."""
        return (self.there.value - self.here.value) / self.descriptor.top

    @property
    def sentence(self) -> str:
        return sentence(self.descriptor, self.there.value)


@dataclass(frozen=True)
class Comparison:
    """How one occupation looks from another. Each list begins with what counts most."""

    shared: list[Pair]  # notable in both, and not much higher there
    missing: list[Pair]  # notable there, and much higher than here
    conditions: list[Pair]  # work context that differs much, either way

    def why(self, number: int = 3) -> str:
        """Return in one or two sentences what the two share and what is missing."""
        parts = []
        if self.shared:
            parts.append(_("In common: %(names)s.") % {"names": names(self.shared[:number])})
        if self.missing:
            parts.append(_("To develop: %(names)s.") % {"names": names(self.missing[:number])})
        return " ".join(parts)


def compare(here: Iterable[Characteristic], there: Iterable[Characteristic]) -> Comparison:
    """Compare the ratings of two unit groups, with their descriptors; those on which one has no rating are left out."""
    mine = {rating.descriptor_id: rating for rating in here}
    pairs = [Pair(mine[rating.descriptor_id], rating) for rating in there if rating.descriptor_id in mine]
    required = [
        pair
        for pair in pairs
        if pair.descriptor.category in REQUIREMENTS and pair.there.value / pair.descriptor.top >= NOTABLE
    ]
    return Comparison(
        shared=sorted((pair for pair in required if pair.gap < GAP and pair.level >= NOTABLE), key=most_shared),
        missing=sorted((pair for pair in required if pair.gap >= GAP), key=widest),
        conditions=sorted((pair for pair in pairs if other_conditions(pair)), key=widest),
    )


def other_conditions(pair: Pair) -> bool:
    if pair.descriptor.category != Category.WORK_CONTEXT:
        return False
    if pair.descriptor.measure == Measure.SCHEDULE:  # not a level: any difference counts
        return pair.gap != 0
    return abs(pair.gap) >= GAP


def most_shared(pair: Pair) -> tuple:
    """Order by the level in both and, at equal levels, what is least common among all occupations first."""
    return -pair.level, -min(pair.here.standing, pair.there.standing), pair.descriptor.code


def widest(pair: Pair) -> tuple:
    return -abs(pair.gap), -pair.there.standing, pair.descriptor.code


def names(pairs: list[Pair]) -> str:
    return "; ".join(name_within(pair.descriptor) for pair in pairs)
