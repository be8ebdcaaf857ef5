"""Prospects on the sheet: the answer for the region, then every region."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from occupations.profile.edition import OutlookChange
from occupations.profile.prospects import Prospects
from occupations.sheet import blocks

CHANGES = {
    "better": gettext_lazy("The level is more favourable than in the previous edition."),
    "worse": gettext_lazy("The level is less favourable than in the previous edition."),
    "same": gettext_lazy("The level is the same as in the previous edition."),
    "other": gettext_lazy("One of the two editions has no determined level: they cannot be put in order."),
}


def prospects(prospects: Prospects, change: OutlookChange | None) -> dict:
    chosen = prospects.chosen
    parts = []
    if chosen.is_fallback:
        said = _("There is no level for %(region)s in the current edition. This is the value for the whole of Québec.")
        parts.append(blocks.notice(said % {"region": prospects.region.name}))
    if chosen.figure:
        level, release = chosen.figure.outlook.level, chosen.figure.release
        parts.append(blocks.answer(f"{chosen.figure.region.name}, {release.reference_period}", level.label))
        parts.append(blocks.paragraph(level.sentence))
    else:
        nothing = _(
            "No level was published for this occupation in the current edition. "
            "That says nothing of its prospects, good or bad."
        )
        parts.append(blocks.notice(nothing))
    if change:
        parts.append(blocks.paragraph(since_previous_edition(change)))
    if prospects.published:
        parts += regions(prospects)
    return blocks.section(_("Job prospects"), *parts)


def since_previous_edition(change: OutlookChange) -> str:
    said = _("Previous edition (%(period)s): %(level)s.")
    before = said % {"period": change.release.reference_period, "level": change.before.level.label}
    return f"{CHANGES[change.direction]} {before}"


def regions(prospects: Prospects) -> list:
    reading = _(
        "A forecast compares, for an occupation and a region, the jobs to fill with the people who will be looking for "
        "them over the period. It does not rank jobs from good to bad: it says nothing of pay, working conditions or "
        "what suits you."
    )
    rows = [[row.region.name, row.outlook.level.label if row.outlook else _("NP")] for row in prospects.rows]
    chosen = [row.region for row in prospects.rows].index(prospects.region)
    missing = not all(row.outlook for row in prospects.rows)
    unpublished = [_("NP (not published): %(reason)s") % {"reason": prospects.reason}] if missing else []
    warning = prospects.demonstration and blocks.notice(prospects.demonstration.note)
    return [
        blocks.paragraph(reading),
        blocks.subtitle(_("In each region")),
        warning,
        blocks.badges(prospects.kinds),
        blocks.table(_("In each region"), [_("Region"), _("Prospects")], rows, figures=False, chosen=chosen),
        blocks.notes(unpublished),
        *(blocks.source(release) for release in prospects.releases),
    ]
