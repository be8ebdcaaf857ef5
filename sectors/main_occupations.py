"""The occupations that are found in a sector of activity more than in any other, the most numerous first."""

from collections.abc import Collection

from django.db.models import F, OuterRef, Subquery

from occupations.models import NocGroup, Projection
from sectors.models import OccupationIndustry


def main_occupations(groupings: Collection[str]) -> dict[str, list[NocGroup]]:
    """Return those of each sector, by its code; one query.

    How many people they count is that of the national projection: no edition counts them in the whole of Québec.
    """
    people = Projection.objects.live().filter(unit_group=OuterRef("unit_group")).values("employment")[:1]
    ties = (
        OccupationIndustry.objects.current()
        .filter(rank=1, industry__grouping__in=groupings, unit_group__retired_on=None)
        .annotate(people=Subquery(people))
        .select_related("unit_group", "industry")
        .order_by(F("people").desc(nulls_last=True), "unit_group")
    )
    found: dict[str, list[NocGroup]] = {grouping: [] for grouping in groupings}
    for tie in ties:
        found[tie.industry.grouping_id].append(tie.unit_group)
    return found
