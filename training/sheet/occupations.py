"""The occupations of a programme on the sheet, with their wages and prospects for the region."""

from django.utils.translation import gettext as _

from catalog.models import Kind
from occupations.results import Result
from occupations.sheet import blocks
from occupations.sheet.glance import pay
from training.profile import ProgrammeProfile

WIDER = " *"


def occupations(profile: ProgrammeProfile) -> dict:
    figures = _("Figures: %(region)s.") % {"region": profile.area.name}
    whose = _("They are those of the occupation, whatever the training and experience of the people in it.")
    parts = [blocks.paragraph(f"{figures} {whose}")]
    parts += [blocks.notice(each.note) for each in profile.tied.releases.values() if each.kind == Kind.DEMONSTRATION]
    parts.append(blocks.badges(kinds(profile)))
    if profile.leads_to:
        parts.append(table(_("Leads to"), profile.leads_to, profile))
    if profile.may_lead_to:
        conditions = _("With experience or other studies, or for some of the graduates:")
        parts += [blocks.subtitle(_("It may also lead to")), blocks.paragraph(conditions)]
        parts.append(table(_("It may also lead to"), profile.may_lead_to, profile))
    parts += [blocks.notes(notes(profile)), *map(blocks.source, profile.tied.releases.values())]
    return blocks.section(_("What it leads to"), *parts)


def kinds(profile: ProgrammeProfile) -> list[tuple[str, str]]:
    """Return (column, kind of its figures), each once."""
    columns = ((_("Median wage"), "wage"), (_("Prospects"), "outlook"), (_("In demand now"), "demand"))
    groups = [row.group for row in (*profile.leads_to, *profile.may_lead_to)]
    releases = ((label, getattr(group, f"{name}_release")) for label, name in columns for group in groups)
    return list(dict.fromkeys((label, profile.tied.releases[key].kind) for label, key in releases if key))


def table(summary: str, rows: list[Result], profile: ProgrammeProfile) -> blocks.Block:
    head = [_("Occupation"), _("Median wage"), _("Prospects"), _("In demand now")]
    return blocks.table(summary, head, [line(row, profile) for row in rows], figures=True)


def line(row: Result, profile: ProgrammeProfile) -> list[str]:
    group, area = row.group, profile.area.code
    return [
        f"{group.name} ({group.code})",
        wage(row) + wider(group.wage_region, area),
        outlook(row) + wider(group.outlook_region, area),
        (row.demand or _("NP")) + wider(group.demand_region, area),
    ]


def wage(row: Result) -> str:
    group = row.group
    return _("NP") if group.wage_median is None else pay(group.wage_median, group.wage_unit)


def outlook(row: Result) -> str:
    return row.level.label if row.level else _("NP")


def wider(region: str | None, area: str) -> str:
    """Mark a figure that is not the area's own."""
    return WIDER if region and region != area else ""


def notes(profile: ProgrammeProfile) -> list[str]:
    """Say what the mark means, and why figures are missing, each reason once."""
    rows = [*profile.leads_to, *profile.may_lead_to]
    is_wider = any(cell.endswith(WIDER) for row in rows for cell in line(row, profile))
    reasons = [each for row in rows for each in (row.missing_wage, row.missing_level, row.missing_demand) if each]
    return [
        *(["* – " + _("value for the whole of Québec")] if is_wider else []),
        *(_("NP (not published): %(reason)s") % {"reason": reason} for reason in dict.fromkeys(reasons)),
    ]
