"""The criterion that is many: a characteristic (a skill, an interest, a working condition …) at a level or above.

Each descriptor is a question of its own, so that two of them narrow the list; two levels of one widen it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext

from occupations.characteristics.sentences import level_label
from occupations.models import Category, Characteristic, Measure

HAS = "has"  # the parameter: has=F01b01:4


@dataclass(frozen=True)
class Scale:
    """A descriptor that has levels, from 1 to `top`."""

    code: str
    name: str
    measure: str  # of Measure

    @property
    def top(self) -> int:
        return Measure(self.measure).top

    @property
    def question(self) -> str:
        return f"{HAS}:{self.code}"

    @property
    def category(self) -> Category:
        return Category(self.code[0])

    @property
    def usual(self) -> int:
        """Return the level that is asked for first: what stands out; any of the three places among interests."""
        return 1 if self.category == Category.INTERESTS else self.top - 1

    @property
    def usual_answer(self) -> str:
        return self.at(self.usual)

    @property
    def values(self) -> list[str]:
        return [self.at(level) for level in range(1, self.top + 1)]

    def at(self, level: int) -> str:
        return f"{self.code}:{level}"

    @property
    def answers(self) -> list[tuple[str, str]]:
        return [(self.at(level), self.label(level)) for level in range(1, self.top + 1)]

    def label(self, level: int) -> str:
        """Say "this level or above" in the active language. Of interests, 3 is the first of an occupation's three."""
        if self.category == Category.INTERESTS:
            return [gettext("among the three main ones"), gettext("first or second"), gettext("first")][level - 1]
        words = level_label(self.measure, level)
        return words if level == self.top else gettext("%(level)s or more") % {"level": words}


def question_of(answer: str) -> str:
    """Return the name of the question that "F01b01:4" answers: "has:F01b01"."""
    return f"{HAS}:{descriptor_of(answer)}"


def descriptor_of(answer: str) -> str:
    return answer.partition(":")[0]


def met_by(rating: str) -> list[str]:
    """Return the answers that a rating meets: "F01b01:2" also meets "F01b01:1"."""
    descriptor, _colon, value = rating.partition(":")
    return [f"{descriptor}:{level}" for level in range(1, int(value) + 1)]


def counts_at_usual(scales: Iterable[Scale], codes: Iterable[str]) -> dict[str, int]:
    """Return how many of these occupations have each characteristic at its usual level or above; one query."""
    by_level: dict[int, list[str]] = {}
    for scale in scales:
        by_level.setdefault(scale.usual, []).append(scale.code)
    enough = Q()
    for level, descriptors in by_level.items():
        enough |= Q(descriptor__in=descriptors, value__gte=level)
    rated = Characteristic.objects.live().filter(enough, unit_group__in=list(codes)).order_by()
    return dict(rated.values_list("descriptor").annotate(Count("pk")))
