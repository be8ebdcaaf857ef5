"""The occupations that resemble one, and why: what both ask for, and what the other asks for beyond it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from occupations.characteristics import Comparison, compare
from occupations.characteristics.comparison import REQUIREMENTS
from occupations.models import Characteristic, NocGroup, SimilarOccupation

SHOWN = 6


@dataclass(frozen=True)
class Similar:
    group: NocGroup
    likeness: int  # 0 to 100
    comparison: Comparison

    @property
    def why(self) -> str:
        return self.comparison.why()


def nearest(group: NocGroup) -> QuerySet[SimilarOccupation]:
    """Return the occupations that resemble one most, the nearest first."""
    near = SimilarOccupation.objects.filter(unit_group=group, other__retired_on=None).select_related("other")
    return near.order_by("rank")[:SHOWN]


def ratings(group: NocGroup, others: Sequence[SimilarOccupation]) -> dict[str, list[Characteristic]]:
    """Return all ratings of an occupation, and of each other one those on what a person brings, with one query."""
    codes = [similar.other_id for similar in others]
    required = Q(*(("descriptor__code__startswith", category) for category in REQUIREMENTS), _connector=Q.OR)
    found: dict[str, list[Characteristic]] = {}
    for rating in Characteristic.objects.live().of(group.code, *codes).filter(Q(unit_group=group) | required):
        found.setdefault(rating.unit_group_id, []).append(rating)
    return found


def explained(group: NocGroup, others: Sequence[SimilarOccupation], rated: dict) -> list[Similar]:
    here = rated.get(group.code, [])
    return [Similar(each.other, each.likeness, compare(here, rated.get(each.other_id, []))) for each in others]
