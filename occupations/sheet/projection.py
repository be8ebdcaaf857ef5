"""The national projection on the sheet: what opens up, and who comes."""

from django.utils.translation import gettext as _

from imt.templatetags.portal import number
from occupations.profile.projection import NationalProjection, Side
from occupations.sheet import blocks


def projection(projection: NationalProjection | None) -> dict:
    if projection is None:
        nothing = _("No national projection is loaded in this copy of the portal.")
        return blocks.section(_("Projection for Canada"), blocks.notice(nothing))
    parts = figures(projection) if projection.is_published else [blocks.notice(missing(projection))]
    return blocks.section(_("Projection for Canada"), *parts, blocks.source(projection.release))


def missing(projection: NationalProjection) -> str:
    if projection.figures:
        return _("Few people work in this occupation, and the publisher gives no national projection for it.")
    return _("This edition has no national projection for this occupation.")


def figures(projection: NationalProjection) -> list:
    figures = projection.figures
    said = _("%(openings)s jobs to fill for %(seekers)s job seekers")
    balance = said % {"openings": number(figures.job_openings), "seekers": number(figures.job_seekers)}
    conditions = [
        (_("In recent years"), figures.recent_conditions and figures.get_recent_conditions_display()),
        (_("In the years to come"), figures.future_conditions and figures.get_future_conditions_display()),
    ]
    caution = _(
        "These figures are for Canada as a whole. They do not say how things are in Québec or in a region, and are not "
        "compared with the prospects above, which are made by another method."
    )
    rounding = _("The publisher rounds each number, so that the parts may not add up to the total.")
    rows = [[label, str(condition)] for label, condition in conditions if condition]
    return [
        blocks.answer(f"{_('Canada')}, {projection.release.reference_period}", balance),
        *(blocks.paragraph(f"{label} – {condition}") for label, condition in rows),
        blocks.paragraph(caution),
        side(projection.openings),
        side(projection.seekers),
        blocks.notes([rounding]),
    ]


def side(side: Side) -> blocks.Block:
    def amount(count: int | None) -> str:
        return _("NP") if count is None else number(count)

    rows = [[label, amount(count)] for label, count in (*side.parts, (_("Total"), side.total))]
    return blocks.table(side.title, [side.title, _("People")], rows, figures=True, chosen=len(rows) - 1)
