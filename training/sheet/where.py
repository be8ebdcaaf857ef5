"""The institutions of a programme on the sheet, those that one can reach first."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.models import Kind
from occupations.sheet import blocks
from training.profile import ProgrammeProfile
from training.templatetags.training import kilometres
from training.where import Given

MOST = 10  # the page has them all


def where(profile: ProgrammeProfile) -> dict:
    given, has_place = profile.where.given, profile.nearby.point is not None
    title, head = _("Where it is given"), [_("Institution"), _("Place"), _("Given in")]
    if has_place:
        head.append(_("Distance"))
    is_demonstration = profile.offered_by.kind == Kind.DEMONSTRATION
    return blocks.section(
        title,
        blocks.notice(profile.offered_by.note) if is_demonstration else None,
        blocks.paragraph(" ".join(said(profile))),
        blocks.table(title, head, [line(each, has_place) for each in given[:MOST]], figures=True),
        blocks.source(profile.offered_by),
    )


def said(profile: ProgrammeProfile) -> list[str]:
    count = len(profile.where.given)
    found = [
        ngettext("%(count)s institution in Québec.", "%(count)s institutions in Québec.", count) % {"count": count}
    ]
    if profile.choice.region:
        here = {"region": profile.area.name, "here": profile.where.here}
        found.append(_("In this region, %(region)s: %(here)s.") % here)
    if profile.nearby.point:
        place = _("Distances are counted from the middle of postal area %(code)s, as the crow flies.")
        found.append(place % {"code": profile.nearby.code})
    if (left := count - MOST) > 0:
        more = ngettext("%(left)s other is on the web page.", "%(left)s others are on the web page.", left)
        found.append(more % {"left": left})
    return found


def line(given: Given, has_place: bool) -> list[str]:
    institution = given.institution
    places = [place.name for place in (institution.municipality, institution.region) if place]
    cells = [institution.name, ", ".join(places), given.language_names]
    return [*cells, _("NP") if given.km is None else kilometres(given.km)] if has_place else cells
