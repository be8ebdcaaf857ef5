"""The answers first: prospects, median wage and the usual way in, one card each."""

from django.utils.translation import gettext as _

from imt.templatetags.portal import money
from occupations.models import Wage
from occupations.profile import OccupationProfile
from occupations.profile.regional import Chosen
from occupations.sheet.blocks import badge


def pay(amount, unit: str) -> str:
    """Return dollars with their unit."""
    said = _("%(amount)s an hour") if unit == Wage.Unit.HOUR else _("%(amount)s a year")
    return said % {"amount": money(amount)}


def area(chosen: Chosen, period: str) -> str:
    """Return the area and period of a chosen figure, saying when it is not the region's own."""
    where = _("value for the whole of Québec") if chosen.is_fallback else chosen.figure.region.name
    return f"{where}, {period}"


def glance(profile: OccupationProfile) -> list[dict]:
    teer = profile.teer
    way_in = {
        "label": _("Training usually required"),
        "value": teer.label,
        "notes": [teer.path, f"{_('TEER')} {teer.number}"],
        "badge": None,
    }
    return [prospects(profile), median_wage(profile), way_in]


def prospects(profile: OccupationProfile) -> dict:
    label, chosen = _("Job prospects"), profile.prospects.chosen
    if not chosen.figure:
        reason = _("The edition has no level for this occupation.")
        return {"label": label, "value": _("NP"), "notes": [reason], "badge": None}
    release = chosen.figure.release
    notes = [area(chosen, release.reference_period)]
    return {"label": label, "value": chosen.figure.outlook.level.label, "notes": notes, "badge": badge(release)}


def median_wage(profile: OccupationProfile) -> dict:
    label, wages = _("Median wage"), profile.wages
    row = wages.chosen.figure
    if not row:
        return {"label": label, "value": _("NP"), "notes": [wages.missing.reason], "badge": None}
    notes = [area(wages.chosen, wages.release.reference_period)]
    if row.is_hourly:
        estimate = _("about %(amount)s a year, by the portal's estimate") % {"amount": money(row.year.median)}
        notes.insert(0, estimate)
    value = pay(row.wage.median, row.wage.unit)
    return {"label": label, "value": value, "notes": notes, "badge": badge(wages.release)}
