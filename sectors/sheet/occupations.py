"""The occupations of a sector on the sheet: the first ones of the page, with their figures."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from imt.templatetags.portal import percent
from occupations.results import Result
from occupations.sheet import blocks
from occupations.sheet.glance import pay
from sectors.occupations import SectorOccupations


def in_demand(occupations: SectorOccupations) -> dict:
    if not occupations.demand_releases:
        return blocks.section(_("In demand now"))
    count = len(occupations.in_demand)
    said = ngettext(
        "%(region)s: employers are short of people in %(count)s of these occupations, these months.",
        "%(region)s: employers are short of people in %(count)s of these occupations, these months.",
        count,
    ) % {"region": occupations.area.name, "count": count}
    names = [group.name for group in occupations.in_demand]
    return blocks.section(
        _("In demand now"),
        blocks.paragraph(said),
        blocks.listing(names) if names else None,
        *map(blocks.source, occupations.demand_releases),
    )


def occupations(occupations: SectorOccupations) -> dict:
    results, total = occupations.results, len(occupations)
    said = [
        _("Figures: %(region)s.") % {"region": occupations.area.name},
        _("First the occupations that are found here more than in any other sector."),
    ]
    if left := total - len(results.rows):
        more = ngettext("%(left)s other is on the web page.", "%(left)s others are on the web page.", left)
        said.append(more % {"left": left})
    title = ngettext("%(count)s occupation found here", "%(count)s occupations found here", total) % {"count": total}
    head, rows = [_("Occupation"), _("Prospects"), _("Median wage")], [line(row) for row in results.rows]
    if occupations.share_release:
        head.append(_("Share who work here"))
        rows = [[*cells, share(row)] for cells, row in zip(rows, results.rows, strict=True)]
    return blocks.section(
        title,
        blocks.paragraph(" ".join(said)),
        blocks.table(title, head, rows, figures=True),
        blocks.notes([_("NP (not published): %(reason)s") % {"reason": reason} for reason in results.reasons]),
        *map(blocks.source, results.releases.values()),
        *([blocks.source(occupations.share_release)] if occupations.share_release else []),
    )


def line(row: Result) -> list[str]:
    group = row.group
    wage = _("NP") if group.wage_median is None else pay(group.wage_median, group.wage_unit)
    return [f"{group.name} ({group.code})", row.level.label if row.level else _("NP"), wage]


def share(row: Result) -> str:
    return _("NP") if row.group.share_here is None else percent(row.group.share_here, 0)
