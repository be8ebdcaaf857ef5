"""What the page of results shows, as plain objects made from few queries."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.models import NocGroup, OutlookLevel, Wage
from occupations.profile import live_releases
from occupations.profile.wages import WageRow
from occupations.search import Hit
from occupations.teer import TEER, Teer
from regions.models import Region


@dataclass(frozen=True)
class Column:
    """A column by which one may sort: `choice` is what its link asks for, `direction` what `aria-sort` says."""

    name: str
    label: Promise | str
    choice: str
    direction: str  # "ascending", "descending" or ""


# As one most likely wants each column the first time: best prospects and best wages first.
FIRST_CHOICES = (
    ("code", gettext_lazy("Code")),
    ("title", gettext_lazy("Occupation")),
    ("teer", gettext_lazy("TEER")),
    ("-prospects", gettext_lazy("Prospects")),
    ("-demand", gettext_lazy("In demand now")),
    ("-wage", gettext_lazy("Median wage")),
)


def column(first: str, label: Promise | str, sort: str) -> Column:
    """Return a column as the rows are sorted now; the link of the current one turns its order round."""
    name = first.removeprefix("-")
    if sort.removeprefix("-") != name:
        return Column(name, label, first, "")
    if sort.startswith("-"):
        return Column(name, label, name, "descending")
    return Column(name, label, f"-{name}", "ascending")


def columns(sort: str) -> list[Column]:
    return [column(first, label, sort) for first, label in FIRST_CHOICES]


@dataclass(frozen=True)
class Result:
    """One class found. `group` has the annotations of `with_wage` and `with_outlook`, `hit` says why it is here."""

    group: NocGroup
    hit: Hit | None
    level: OutlookLevel | None
    steps: int
    kind: str  # of the outlook
    demand_kind: str
    missing_level: str  # why there is none
    missing_demand: str
    missing_wage: str

    @property
    def is_occupation(self) -> bool:
        return self.group.level == NocGroup.Level.UNIT_GROUP

    @property
    def teer(self) -> Teer:
        return TEER[self.group.teer]

    @property
    def demand(self) -> str:
        return {True: _("Yes"), False: _("No"), None: ""}[self.group.in_demand_now]

    @property
    def wage_unit(self) -> str:
        return Wage.Unit(self.group.wage_unit).label if self.group.wage_unit else ""

    @property
    def title_language(self) -> str:
        """Return the language of the title that matched, when it is not the page's."""
        if self.hit is None or self.hit.because != "other-language":
            return ""
        return "fr" if get_language() == "en" else "en"


class Results:
    """A page of results, seen from one region or from the whole of Québec."""

    def __init__(self, groups: Iterable[NocGroup], hits: Mapping[str, Hit], area: Region):
        self.groups = list(groups)
        self.hits = hits
        self.area = area

    @cached_property
    def rows(self) -> list[Result]:
        return [self.row(group) for group in self.groups]

    def row(self, group: NocGroup) -> Result:
        level = self.levels.get(group.outlook_level)
        return Result(
            group=group,
            hit=self.hits.get(group.code),
            level=level,
            steps=self.steps[level.scale] if level else 0,
            kind=self.releases[group.outlook_release].kind if level else "",
            demand_kind="" if group.in_demand_now is None else self.releases[group.demand_release].kind,
            missing_level="" if level else _("This edition has no level for this occupation and this region."),
            missing_demand=self.missing_demand if group.in_demand_now is None else "",
            missing_wage=self.missing_wages.get(group.code, ""),
        )

    @cached_property
    def levels(self) -> dict[str, OutlookLevel]:
        return OutlookLevel.objects.in_bulk()

    @cached_property
    def steps(self) -> Counter:
        """Return how many levels each scale has, undetermined apart."""
        return Counter(level.scale for level in self.levels.values() if level.rank is not None)

    @cached_property
    def releases(self) -> dict[int, Release]:
        """Return the releases of the figures shown, those of prospects first."""
        columns = ("outlook_release", "demand_release", "wage_release")
        keys = [sorted({getattr(group, column) for group in self.groups} - {None}) for column in columns]
        live = {release.pk: release for release in live_releases().values()}
        return {key: live[key] for column in keys for key in column}

    @property
    def wage_releases(self) -> list[Release]:
        keys = {group.wage_release for group in self.groups}
        return [release for key, release in self.releases.items() if key in keys]

    @property
    def missing_demand(self) -> str:
        return _("No edition says whether this occupation is in demand now in this region.")

    @cached_property
    def missing_wages(self) -> dict[str, str]:
        """Return why occupations have no wage, by code."""
        unit_groups = [group for group in self.groups if group.level == NocGroup.Level.UNIT_GROUP]
        codes = [group.code for group in unit_groups if group.wage_median is None]
        if not codes:
            return {}
        lines = Wage.objects.live().for_region(self.area.code).filter(unit_group__in=codes)
        withheld = {wage.unit_group_id: wage for wage in lines}
        return {code: WageRow(self.area, withheld.get(code), None).reason for code in codes}

    @property
    def reasons(self) -> list[str]:
        """Return why figures are missing, each reason once."""
        occupations = [row for row in self.rows if row.is_occupation]
        missing = [(row.missing_level, row.missing_demand, row.missing_wage) for row in occupations]
        return list(dict.fromkeys(reason for reasons in missing for reason in reasons if reason))
