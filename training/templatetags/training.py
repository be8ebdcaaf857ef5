"""How programmes are shown: `{% load training %}`."""

from django import template
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from imt.templatetags.portal import number, term
from regions.choice import PARAMETER, RegionChoice
from regions.nearby import POSTAL, Nearby
from training.models import Credential, Programme

register = template.Library()


@register.simple_tag(takes_context=True)
def place_query(context, first: str = "?") -> str:
    """`?region=05&postal=J1H` to follow an address between pages of training, or ""; `first` as in `region_query`."""
    code, nearby = RegionChoice.of(context["request"]).code, Nearby.of(context["request"])
    said = {PARAMETER: code, POSTAL: nearby.code}
    query = urlencode({name: value for name, value in said.items() if value})
    return f"{first}{query}" if query else ""


# The credentials that the lexicon explains.
TERMS = {
    Credential.AEP: "aep",
    Credential.DEP: "dep",
    Credential.ASP: "asp",
    Credential.AEC: "aec",
    Credential.DEC_TECHNICAL: "dec",
    Credential.DEC_PRE_UNIVERSITY: "dec",
}


@register.simple_tag(takes_context=True)
def credential(context, programme: Programme) -> str:
    """The credential of a programme, which leads to its entry in the lexicon where there is one."""
    label = programme.get_credential_display()
    return term(context, escape(label), TERMS[programme.credential]) if programme.credential in TERMS else label


@register.filter
def kilometres(distance: float | None) -> str:
    """A distance as the crow flies: 3.42 → "3,4 km" / "3.4 km"; from 10 km on without decimals."""
    if distance is None:
        return ""
    return _("%(km)s km") % {"km": number(distance, 0 if distance >= 9.95 else 1)}


@register.filter
def months(count: int | None) -> str:
    """A duration of full-time studies: 9 → "9 months", 18 → "1½ years", 36 → "3 years"."""
    if count is None:
        return ""
    if count < 12 or count % 6:
        return ngettext("%(count)s month", "%(count)s months", count) % {"count": number(count)}
    years = number(count // 12) + ("½" if count % 12 else "")
    return ngettext("%(years)s year", "%(years)s years", 1 if count < 24 else 2) % {"years": years}
