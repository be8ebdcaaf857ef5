"""Prospects and jobs in each place on the sheet."""

from django.utils.translation import gettext as _

from catalog.models import Kind
from imt.templatetags.portal import number
from occupations.sheet import blocks
from occupations.templatetags.occupations import signed_percent
from sectors.grouping_page import GroupingPage
from sectors.grouping_profile import RegionRow


def places(page: GroupingPage) -> dict:
    profile, chosen = page.profile, page.chosen
    parts = [blocks.notice(release.note) for release in profile.used if release.kind == Kind.DEMONSTRATION]
    if chosen:
        where = f"{chosen.region.name}, {profile.prospects_release.reference_period}"
        parts += [blocks.answer(where, chosen.level.label), blocks.paragraph(chosen.level.sentence)]
    head, rows = [_("Region")], [[row.region.name] for row in profile.rows]
    if profile.prospects_release:
        head.append(_("Prospects"))
        add(rows, [prospects(row) for row in profile.rows])
    if profile.employment_release:
        head += [f"{_('Employment')} {profile.employment_year}", _("In five years")]
        add(rows, [employed(row) for row in profile.rows])
        add(rows, [_("NP") if row.growth is None else signed_percent(row.growth) for row in profile.rows])
    here = [row.region for row in profile.rows]
    place = here.index(page.area) if page.area in here else None
    reasons = [_("NP (not published): %(reason)s") % {"reason": reason} for reason in profile.reasons]
    return blocks.section(
        _("In each region"),
        *parts,
        blocks.table(_("In each region"), head, rows, figures=True, chosen=place),
        blocks.notes([*reasons, *merged(page)]),
        *(blocks.source(release) for release in profile.used),
    )


def add(rows: list[list[str]], cells: list[str]) -> None:
    for row, cell in zip(rows, cells, strict=True):
        row.append(cell)


def prospects(row: RegionRow) -> str:
    if row.level:
        return row.level.label
    return "–" if row.region.members else _("NP")


def employed(row: RegionRow) -> str:
    if row.merged:
        return _("see %(name)s") % {"name": row.merged.name}
    return number(row.latest.value) if row.latest and row.latest.value is not None else _("NP")


def merged(page: GroupingPage) -> list[str]:
    row = page.profile.merged_row
    said = _("%(name)s: the Labour Force Survey counts the two regions together, so their employment is one figure.")
    return [said % {"name": row.region.name}] if row else []
