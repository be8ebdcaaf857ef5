"""The answers first: what the programme leads to, how long it takes, where it is given, what became of graduates."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.models import Release
from imt.templatetags.portal import kind_label, number, percent
from occupations.sheet.blocks import badge
from training.profile import ProgrammeProfile
from training.sheet.occupations import outlook, wage
from training.templatetags.training import kilometres, months


def glance(profile: ProgrammeProfile) -> list[dict]:
    return [leads_to(profile), duration(profile), nearest(profile), placement(profile)]


def card(label: str, value: str, notes: list[str], release: Release | None) -> dict:
    return {"label": label, "value": value, "notes": notes, "badge": release and badge(release)}


def leads_to(profile: ProgrammeProfile) -> dict:
    """Return the first of its occupations. Its two figures may be of two kinds, so each says its own."""
    label = _("Leads to") if profile.leads_to or not profile.may_lead_to else _("May lead to")
    found = profile.leads_to or profile.may_lead_to
    if not found:
        nothing = _("This program is tied to no occupation: it prepares for further studies or for several fields.")
        return card(label, "–", [nothing], None)
    first = found[0]
    notes = [
        _("Median wage") + f" – {wage(first)}" + kind(profile, first.group.wage_release),
        _("Prospects") + f" – {outlook(first)}" + kind(profile, first.group.outlook_release),
    ]
    return card(label, first.group.name, notes, None)


def kind(profile: ProgrammeProfile, release: int | None) -> str:
    return f" ({kind_label(profile.tied.releases[release].kind)})" if release else ""


def duration(profile: ProgrammeProfile) -> dict:
    label, length = _("Duration"), profile.length
    if not length:
        return card(label, _("NP"), [_("No edition says it.")], None)
    hours = _("%(hours)s hours") % {"hours": number(length["hours"])} if length["hours"] else ""
    if not length["months"]:
        return card(label, hours, [], profile.length_release)
    notes = [_("full time"), *([hours] if hours else [])]
    return card(label, months(length["months"]), notes, profile.length_release)


def nearest(profile: ProgrammeProfile) -> dict:
    label, given, first = _("Where"), profile.where.given, profile.where.nearest
    if not given:
        return card(label, _("NP"), [_("The portal’s data do not say who gives it.")], None)
    if profile.nearby.point:
        label = _("Nearest to %(code)s") % {"code": profile.nearby.code}
    if first is None:
        count = len(given)
        value = ngettext("%(count)s institution in Québec", "%(count)s institutions in Québec", count)
        return card(label, value % {"count": count}, [], profile.offered_by)
    place = first.institution.municipality or first.institution.region
    notes = [", ".join(filter(None, [kilometres(first.km), place and place.name]))]
    return card(label, first.institution.name, notes, profile.offered_by)


def placement(profile: ProgrammeProfile) -> dict:
    label, outcome = _("Graduates with a job"), profile.outcome
    if not outcome or outcome["placement_rate"] is None:
        return card(label, _("NP"), [profile.missing_outcome], profile.outcome_release)
    said = _("of those who work or look for work, survey of %(year)s") % {"year": outcome["year"]}
    return card(label, percent(outcome["placement_rate"], 0), [said], profile.outcome_release)
