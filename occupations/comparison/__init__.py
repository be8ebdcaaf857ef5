"""A few occupations side by side, in one region or several, made with the same queries for one as for five."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog.models import Release
from catalog.together import read_together
from imt.templatetags.portal import number
from occupations.comparison.rows import Cell, Row, Section
from occupations.models import (
    Characteristic,
    EditedProfile,
    NocGroup,
    Outlook,
    PlainProfile,
    Projection,
    Regulation,
    Wage,
)
from occupations.order import plain
from occupations.profile import live_releases
from occupations.profile.characteristics import PARTS, CharacteristicsOf
from occupations.profile.projection import NationalProjection
from occupations.profile.prospects import Prospects
from occupations.profile.schools import LEADS_TO
from occupations.profile.wages import WageTable
from occupations.sheet.glance import pay
from occupations.teer import TEER
from regions.models import Region

MOST = 5  # occupations
SENTENCES = 3  # of each part of the characteristics


class OccupationComparison:
    """Unit groups seen from areas (regions, or the whole of Québec)."""

    def __init__(self, groups: Sequence[NocGroup], areas: Sequence[Region], quebec: Region):
        self.groups = groups
        self.codes = [group.code for group in groups]
        self.areas = areas
        self.regions = [quebec, *(area for area in areas if not area.is_quebec)]
        self.releases = live_releases()

    @cached_property
    def sections(self) -> list[Section]:
        """Return a section for each area, then those that are the same everywhere; none is empty."""
        parts = [
            *((f"area-{area.code}", area.name, self.of_area(area)) for area in self.areas),
            ("work", _("What people do"), self.told(summary=_("In short"), workplaces=_("Where they work"))),
            ("training", _("Training and regulation"), [self.teer, *self.programmes, *self.way_in, *self.regulation]),
            ("projection", _("National projection (Canada)"), self.projection),
            ("characteristics", _("What marks the work most"), self.characteristics),
        ]
        return [Section(anchor, title, rows, self.groups) for anchor, title, rows in parts if rows]

    def of_area(self, area: Region) -> list[Row]:
        wages = [WageTable(self.wages[code], self.releases.get("wages"), self.regions, area) for code in self.codes]
        names = {"low": _("Low wage"), "median": _("Median wage"), "high": _("High wage")}
        return [
            Row(_("Job prospects"), [self.prospects(code, area) for code in self.codes]),
            *(Row(label, [wage(table, name) for table in wages]) for name, label in names.items()),
        ]

    @cached_property
    def wages(self) -> dict[str, list[Wage]]:
        return by_unit_group(Wage.objects.live().filter(unit_group__in=self.codes, region__in=self.regions))

    @cached_property
    def outlooks(self) -> dict[str, list[Outlook]]:
        outlooks = Outlook.objects.live().filter(unit_group__in=self.codes, region__in=self.regions)
        return by_unit_group(outlooks.with_level())

    def prospects(self, code: str, area: Region) -> Cell:
        by_pk = {release.pk: release for release in self.releases.values()}
        live = [outlook for outlook in self.outlooks[code] if outlook.release_id in by_pk]
        prospects = Prospects(live, [], by_pk, self.regions, area)
        row, is_fallback = prospects.chosen.figure, prospects.chosen.is_fallback
        if row is None:
            return Cell(missing=prospects.reason)
        level = row.outlook.level
        return Cell(
            level.label,
            level=level,
            steps=row.outlook.steps,
            scale=level.scale,
            region=row.region,
            is_fallback=is_fallback,
            release=row.release,
        )

    def told(self, **labels: str) -> list[Row]:
        """Return a row for each of these parts of the profiles, where an occupation has one."""
        release = self.releases.get("profiles")
        if release is None or not self.profiles:
            return []

        def cell(code: str, part: str) -> Cell:
            if code not in self.profiles:
                return Cell(missing=_("The portal has no text about this occupation yet."))
            said = self.profiles[code].text[part]
            return Cell(items=(said,) if isinstance(said, str) else tuple(said), release=release)

        return [Row(label, [cell(code, part) for code in self.codes], is_prose=True) for part, label in labels.items()]

    @cached_property
    def _tied(self) -> dict[str, list]:
        """Return the portal's own texts, and the ties of programmes that lead to these occupations; one query."""
        of_these = {"unit_group__in": self.codes}
        ties = NocGroup.programmes.rel.related_model.objects.current()  # of the app of training, built on this one
        return read_together(
            self.groups[0],
            files=PlainProfile.objects.current().filter(**of_these),
            edits=EditedProfile.objects.filter(**of_these),
            ties=ties.filter(**of_these, kind=LEADS_TO, programme__retired_on=None).select_related("programme"),
        )

    @cached_property
    def profiles(self) -> dict[str, PlainProfile | EditedProfile]:
        """Return the portal's own texts by code, an editor's before the file's."""
        return {profile.unit_group_id: profile for profile in self._tied["files"] + self._tied["edits"]}

    @property
    def programmes(self) -> list[Row]:
        release = self.releases.get("programme-occupations")
        if release is None:
            return []
        ties = by_unit_group(self._tied["ties"])

        def cell(code: str) -> Cell:
            names = sorted({f"{tie.programme.title} {tie.programme.code}".strip() for tie in ties[code]}, key=plain)
            missing = "" if names else _("No program of the portal’s table leads to it in particular.")
            return Cell(items=tuple(names), release=release, missing=missing)

        return [Row(_("Programs that lead to it"), [cell(code) for code in self.codes], is_prose=True)]

    @property
    def way_in(self) -> list[Row]:
        return self.told(requirements=_("How people get in, in Québec"))

    @property
    def teer(self) -> Row:
        release = self.releases.get("noc")
        found = [TEER[group.teer] for group in self.groups]
        cells = [Cell(f"{teer.number} – {teer.label}", (str(teer.path),), release=release) for teer in found]
        return Row(_("TEER category"), cells)

    @property
    def regulation(self) -> list[Row]:
        release = self.releases.get("regulations")
        if release is None:
            return []
        rules = Regulation.objects.current().filter(unit_group__in=self.codes).select_related("body")
        found = by_unit_group(rules)

        def cell(code: str) -> Cell:
            if not found[code]:
                return Cell(_("No order or licence is listed"), release=release)
            some = all(not rule.covers_all for rule in found[code])
            return Cell(
                _("Yes, for some jobs") if some else _("Yes"), tuple(map(rule_line, found[code])), release=release
            )

        return [Row(_("Regulated"), [cell(code) for code in self.codes])]

    @property
    def projection(self) -> list[Row]:
        release = self.releases.get("cops")
        if release is None:
            return []
        projections = Projection.objects.filter(release=release, unit_group__in=self.codes)
        figures = {figures.unit_group_id: figures for figures in projections}
        found = [NationalProjection(figures.get(code), release) for code in self.codes]
        columns = [
            (_("Jobs to fill"), lambda figures: number(figures.job_openings)),
            (_("Job seekers"), lambda figures: number(figures.job_seekers)),
            (_("Recent years"), lambda figures: figures.get_recent_conditions_display()),
            (_("Years to come"), lambda figures: figures.get_future_conditions_display()),
        ]

        def cell(projection: NationalProjection, read) -> Cell:
            text = read(projection.figures) if projection.figures else ""
            missing = "" if text else _("This edition has no figure for this occupation.")
            return Cell(text, release=release, missing=missing)

        return [Row(label, [cell(projection, read) for projection in found]) for label, read in columns]

    @property
    def characteristics(self) -> list[Row]:
        release = self.releases.get("oasis")
        if release is None:
            return []
        rated = by_unit_group(Characteristic.objects.live().of(*self.codes))
        found = [CharacteristicsOf(rated[code], release) for code in self.codes]
        interests = [[rating.characteristic.descriptor.name for rating in each.interests] for each in found]
        leading = [{part.anchor: part.leading[:SENTENCES] for part in each.parts} for each in found]
        rows = [Row(_("Interests"), [listed(names, release) for names in interests])]
        for anchor, title, *_others in PARTS:
            sentences = [[rating.sentence for rating in parts.get(anchor, [])] for parts in leading]
            rows.append(Row(str(title), [listed(each, release) for each in sentences]))
        return [row for row in rows if row.published]


def by_unit_group(rows: Iterable) -> dict[str, list]:
    found = defaultdict(list)
    for row in rows:
        found[row.unit_group_id].append(row)
    return found


def wage(table: WageTable, name: str) -> Cell:
    """Return the low, median or high wage to show for the table's region."""
    row, is_fallback = table.chosen.figure, table.chosen.is_fallback
    if row is None:
        return Cell(missing=table.missing.reason)
    amount = getattr(row.wage, name)
    if amount is None:
        return Cell(missing=_("The publisher withheld this figure without saying why."))
    return Cell(
        pay(amount, row.wage.unit),
        scale=row.wage.unit,
        region=row.region,
        is_fallback=is_fallback,
        release=table.release,
    )


def rule_line(rule: Regulation) -> str:
    """Return the title, whose it is, what it reserves and how sure that is, in one line."""
    return f"{rule.title}, {rule.body.name}. {rule.get_kind_display()}. {rule.get_evidence_display()}."


def listed(items: list[str], release: Release) -> Cell:
    missing = "" if items else pgettext("characteristics", "Nothing stands out, or this edition does not rate it.")
    return Cell(items=tuple(items), release=release, missing=missing)
