"""What people study for the occupations of a sector of activity or a class: what leads to several of them first.

Read by the reverse relation of `NocGroup`: the app of training is another one above that of occupations.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.models import Release
from occupations.models import NocGroup
from occupations.order import plain
from occupations.profile import live_releases
from occupations.profile.schools import LEADS_TO

FIRST = 10  # programmes in sight; the others are folded


@dataclass(frozen=True)
class Study:
    """A programme, and the occupations of the sector that it leads to."""

    programme: object  # training.Programme
    groups: list[NocGroup]


class SectorTraining:
    """The programmes of the occupations found most in the sector; one query."""

    def __init__(self, groups: Iterable[NocGroup]):
        found = {group.code: group for group in groups if group.place == 1}
        ties = NocGroup.programmes.rel.related_model.objects.current()
        ties = ties.filter(unit_group__in=found, kind=LEADS_TO, programme__retired_on=None)
        by_programme: dict = {}
        for tie in ties.select_related("programme").order_by("unit_group"):
            by_programme.setdefault(tie.programme, []).append(found[tie.unit_group_id])
        studies = [Study(programme, groups) for programme, groups in by_programme.items()]
        self.studies = sorted(studies, key=lambda study: (-len(study.groups), plain(study.programme.title)))

    def __bool__(self) -> bool:
        return bool(self.studies)

    @property
    def first(self) -> list[Study]:
        return self.studies[:FIRST]

    @property
    def others(self) -> list[Study]:
        return self.studies[FIRST:]

    @property
    def release(self) -> Release | None:
        return live_releases().get("programme-occupations")
