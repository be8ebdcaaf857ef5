"""What one needs, and whether workers are wanted now: both in a few sentences."""

from django.utils.translation import gettext as _

from catalog.models import Kind, Release
from occupations.models import Regulation
from occupations.profile.demand import DemandNow
from occupations.sheet import blocks


def regulations(regulations: list[Regulation], release: Release) -> dict:
    nothing = _(
        "The portal's list has no professional order and no licence for this occupation. The list may be incomplete: "
        "ask an employer or a person of the trade."
    )
    said = blocks.listing([sentence(each) for each in regulations]) if regulations else blocks.paragraph(nothing)
    return blocks.section(_("Order or licence"), said, blocks.source(release))


def sentence(regulation: Regulation) -> str:
    scope = (
        _("For all jobs of this occupation.")
        if regulation.covers_all
        else _("Only for the jobs that this title names.")
    )
    kind, evidence = regulation.get_kind_display(), regulation.get_evidence_display()
    return f"{regulation.title} – {kind} – {regulation.body.name}. {scope} {evidence}."


def demand(demand: DemandNow) -> dict:
    row = demand.chosen.figure
    if not row:
        return blocks.section(_("In demand now"), blocks.notice(demand.missing))
    is_wanted = row.demand.in_demand
    area = f"{row.region.name}, {row.release.reference_period}"
    parts = [blocks.answer(area, _("In demand now") if is_wanted else _("Not in demand now"))]
    if demand.chosen.is_fallback:
        parts.append(blocks.paragraph(_("value for the whole of Québec")))
    wanted = _("Employers are looking for more workers than they find, these months.")
    calm = _("Employers find the workers they are looking for, these months. There may be offers all the same.")
    other = _(
        "That is another thing than prospects: one speaks of these months, the other of the years to come. "
        "The two may differ."
    )
    parts.append(blocks.paragraph(f"{wanted if is_wanted else calm} {other}"))
    if demand.regions:
        names = ", ".join(region.name for region in demand.regions)
        parts.append(blocks.paragraph(f"{_('In demand now in:')} {names}."))
    if row.release.kind == Kind.DEMONSTRATION:
        parts.append(blocks.notice(row.release.note))
    return blocks.section(_("In demand now"), *parts, blocks.source(row.release))
