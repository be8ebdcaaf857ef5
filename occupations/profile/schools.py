"""What to study for an occupation, and where: its programmes and the institutions that give them.

They are read by the reverse relations of `NocGroup`, because the app of training is built on this one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from catalog.models import Kind, Release
from occupations.models import NocGroup
from occupations.order import plain
from regions.distance import Point, kilometres
from regions.models import Region

LEADS_TO = "leads-to"
INSTITUTION = "programme__offerings__institution"
MOST = 6  # institutions


@dataclass(frozen=True)
class Study:
    """A programme tied to the occupation, and how many institutions give it: in Québec, and in the region."""

    programme: object  # training.Programme
    is_direct: bool  # it leads to the occupation; else it may
    institutions: int
    here: int


@dataclass(frozen=True)
class School:
    """An institution that gives some of the programmes; `km` from where the visitor is, if that is known."""

    code: str
    name: str
    place: str
    region: str  # its code
    km: float | None
    programmes: list = field(default_factory=list)  # of training.Programme


class Schools:
    """`ties` are those of the occupation with their programmes; one query for the institutions.

    `offered_by`: the release that says who gives what. `start`: where the visitor is.
    """

    def __init__(self, group: NocGroup, ties: Iterable, area: Region, offered_by: Release | None, start: Point | None):
        self.group = group
        self.ties = sorted(ties, key=lambda tie: (tie.kind, plain(tie.programme.title)))
        self.area = area
        self.offered_by = offered_by
        self.start = start

    @property
    def is_demonstrated(self) -> bool:
        """Return whether the institutions come from demonstration figures."""
        return bool(self.given) and self.offered_by.kind == Kind.DEMONSTRATION

    def __bool__(self) -> bool:
        return bool(self.ties)

    @cached_property
    def given(self) -> list[tuple]:
        """Return a row for each programme and institution: programme, institution, name, town, region, km."""
        if not self.ties or self.offered_by is None:
            return []
        rows = self.group.programmes.current().filter(programme__offerings__release=self.offered_by)
        columns = [
            "programme",
            INSTITUTION,
            *(f"{INSTITUTION}__{name}" for name in ("name", "municipality__name", "region")),
        ]
        if self.start:
            distance = kilometres(self.start, f"{INSTITUTION}__latitude", f"{INSTITUTION}__longitude")
            rows, columns = rows.annotate(km=distance), [*columns, "km"]
        # Once for each, though it may be given in both languages.
        return [(*row, None)[:6] for row in rows.order_by().values_list(*columns).distinct()]

    @cached_property
    def studies(self) -> list[Study]:
        """Return the programmes, those that lead to the occupation first."""
        everywhere, here = Counter(), Counter()
        for programme, _code, _name, _town, region, _km in self.given:
            everywhere[programme] += 1
            here[programme] += region == self.area.code
        return [
            Study(tie.programme, tie.kind == LEADS_TO, everywhere[tie.programme_id], here[tie.programme_id])
            for tie in self.ties
        ]

    @property
    def direct(self) -> list[Study]:
        return [study for study in self.studies if study.is_direct]

    @property
    def indirect(self) -> list[Study]:
        return [study for study in self.studies if not study.is_direct]

    @cached_property
    def schools(self) -> list[School]:
        """Return who gives a programme that leads to the occupation: the nearest first, or those of the region."""
        programmes = {study.programme.pk: study.programme for study in self.direct}
        found: dict[str, School] = {}
        for programme, code, name, town, region, km in self.given:
            if programme in programmes and (self.start or region == self.area.code):
                school = found.setdefault(code, School(code, name, town or "", region or "", km))
                school.programmes.append(programmes[programme])
        return sorted(found.values(), key=lambda school: (school.km is None, school.km or 0, plain(school.name)))

    @property
    def nearest(self) -> list[School]:
        return self.schools[:MOST]

    @property
    def more(self) -> int:
        """Return how many schools `nearest` leaves out."""
        return max(0, len(self.schools) - MOST)
