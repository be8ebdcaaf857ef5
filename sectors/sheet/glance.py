"""The answers first: prospects, employment and weekly earnings, one card each."""

from django.utils.translation import gettext as _

from imt.templatetags.portal import money, number
from occupations.sheet.blocks import badge
from occupations.templatetags.occupations import signed_percent
from sectors.figures import Figures, Series
from sectors.grouping_page import GroupingPage


def glance(page: GroupingPage) -> list[dict]:
    return [prospects(page), employed(page.figures), earnings(page.figures.earnings)]


def card(label: str, value: str, notes: list[str], release) -> dict:
    return {"label": label, "value": value, "notes": notes, "badge": release and badge(release)}


def prospects(page: GroupingPage) -> dict:
    label, chosen = _("Prospects of the sector"), page.chosen
    if chosen is None:
        return card(label, _("NP"), [_("This edition has no level for this sector.")], None)
    release = page.profile.prospects_release
    where = chosen.region.name if chosen.region == page.area else _("value for the whole of Québec")
    return card(label, chosen.level.label, [f"{where}, {release.reference_period}"], release)


def employed(figures: Figures) -> dict:
    label, series = figures.jobs_label, figures.jobs
    if series is None:
        return card(_("Employment"), _("NP"), [_("No survey speaks of this sector.")], None)
    notes = [area(series), *wider(series), *missing_total(figures)]
    if series.growth is not None:
        notes.insert(0, _("%(change)s in five years") % {"change": signed_percent(series.growth)})
    people = _("%(number)s people") % {"number": number(series.latest.value)}
    return card(label, people, notes, series.release)


def earnings(series: Series | None) -> dict:
    label = _("Average weekly earnings")
    if series is None:
        return card(label, _("NP"), [_("No survey speaks of this sector.")], None)
    return card(label, money(series.latest.value, 0), [area(series), *wider(series)], series.release)


def area(series: Series) -> str:
    return f"{_('Whole of Québec')}, {series.latest.year}"


def missing_total(figures: Figures) -> list[str]:
    """Return why only full-time jobs are shown, if so."""
    reason = figures.missing_total
    return [f"{_('All jobs together:')} {_('NP (not published): %(reason)s') % {'reason': reason}}"] if reason else []


def wider(series: Series) -> list[str]:
    """Return the wider industry that the figures are of, if it is one."""
    said = _("value for a wider industry: %(names)s")
    return [said % {"names": " + ".join(series.names)}] if series.names else []
