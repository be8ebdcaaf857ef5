"""Which occupations resemble one another: nearest by the ratings of OaSIS.

The rule: each rating becomes a share of its scale (4 of 5: 0.8). Between two unit groups, the differences are squared
and averaged within each category (skills, abilities …), so that each category counts the same however many
descriptors it has; the root of the mean over the categories is the distance, 0 to 1. Likeness is 100 × (1 − distance).
Interests, which are places and not levels, and the type of schedule are left out.
"""

from collections import Counter, defaultdict
from itertools import chain
from math import dist, sqrt

from occupations.models import Category, Characteristic, Measure, SimilarOccupation

KEPT = 12  # similar occupations for each


def rebuild(cursor) -> None:
    """Find the similar occupations of each unit group anew, from the live characteristics."""
    points = points_of_unit_groups()
    SimilarOccupation.objects.all().delete()
    SimilarOccupation.objects.bulk_create(
        SimilarOccupation(unit_group_id=code, other_id=other, rank=rank, likeness=round(100 * (1 - distance)))
        for code, point in points.items()
        for rank, (distance, other) in enumerate(nearest(code, point, points), start=1)
    )


def nearest(code: str, point: tuple[float, ...], points: dict) -> list[tuple[float, str]]:
    return sorted((dist(point, points[other]), other) for other in points if other != code)[:KEPT]


def points_of_unit_groups() -> dict[str, tuple[float, ...]]:
    """Return each unit group as a point, such that the distance of the rule is that between points.

    A unit group that lacks a rating which others have is not compared.
    """
    rated = Characteristic.objects.live().exclude(descriptor__measure__in=(Measure.INTEREST, Measure.SCHEDULE))
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for code, descriptor, measure, value in rated.values_list(
        "unit_group", "descriptor", "descriptor__measure", "value"
    ):
        shares[code][descriptor] = value / Measure(measure).top
    descriptors = sorted(set(chain.from_iterable(shares.values())))
    in_category = Counter(descriptor[0] for descriptor in descriptors)
    weights = {
        descriptor: 1 / sqrt(in_category[Category(descriptor[0])] * len(in_category)) for descriptor in descriptors
    }
    return {
        code: tuple(share[descriptor] * weight for descriptor, weight in weights.items())
        for code, share in sorted(shares.items())
        if len(share) == len(descriptors)
    }
