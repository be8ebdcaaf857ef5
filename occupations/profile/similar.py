"""The occupations that resemble one, and why: what both ask for, and what the other asks for beyond it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from occupations.characteristics import Comparison, compare
from occupations.characteristics.comparison import REQUIREMENTS
from occupations.models import Characteristic, Descriptor, NocGroup, SimilarOccupation

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


def ratings(
    group: NocGroup, others: Sequence[SimilarOccupation], descriptors: Mapping[str, Descriptor]
) -> dict[str, list[Characteristic]]:
    """Return all ratings of an occupation, and of each other one those on what a person brings, with one query.

    `descriptors` by code: to join them to each of a thousand ratings took a fifth of the page's time (November 2026).
    """
    codes = [group.code, *(similar.other_id for similar in others)]
    required = Q(*(("descriptor__code__startswith", category) for category in REQUIREMENTS), _connector=Q.OR)
    rated = Characteristic.objects.live().filter(Q(unit_group=group) | required, unit_group__in=codes)
    found: dict[str, list[Characteristic]] = {}
    for rating in rated.order_by("descriptor_id", "unit_group_id"):
        rating.descriptor = descriptors[rating.descriptor_id]
        found.setdefault(rating.unit_group_id, []).append(rating)
    return found


def explained(group: NocGroup, others: Sequence[SimilarOccupation], rated: dict) -> list[Similar]:
    here = rated.get(group.code, [])
    return [Similar(each.other, each.likeness, compare(here, rated.get(each.other_id, []))) for each in others]
