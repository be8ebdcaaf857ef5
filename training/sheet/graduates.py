"""What became of graduates, on the sheet."""

from django.utils.translation import gettext as _

from catalog.models import Kind
from imt.templatetags.portal import money, percent
from occupations.sheet import blocks
from training.profile import ProgrammeProfile


def graduates(profile: ProgrammeProfile) -> dict:
    outcome, release = profile.outcome, profile.outcome_release
    earnings = outcome["weekly_earnings"]
    rows = [
        [_("Have a job"), share(outcome["placement_rate"]), _("of the graduates who work or look for work")],
        [_("Work in what they studied"), share(outcome["related_rate"]), _("of those who have a full-time job")],
        [_("Average weekly earnings"), _("NP") if earnings is None else money(earnings, 0), _("before taxes")],
        [_("Pursue other studies"), share(outcome["studying_rate"]), _("of all graduates")],
    ]
    survey = _("Survey of %(year)s, whole of Québec, all institutions together.") % {"year": outcome["year"]}
    is_missing = any(cells[1] == _("NP") for cells in rows)
    reason = _("NP (not published): %(reason)s") % {"reason": profile.missing_outcome}
    return blocks.section(
        _("What became of graduates"),
        blocks.notice(release.note) if release.kind == Kind.DEMONSTRATION else None,
        blocks.listing([f"{label} – {value} {whose}" for label, value, whose in rows]),
        blocks.notes([survey, *([reason] if is_missing else [])]),
        blocks.source(release),
    )


def share(value: float | None) -> str:
    return _("NP") if value is None else percent(value)
