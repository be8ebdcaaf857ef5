"""How occupations are shown: `{% load occupations %}`."""

import re
from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from catalog.models import Release
from imt.templatetags.portal import percent, region_query
from occupations.models import NocGroup, OutlookLevel

register = template.Library()

# How the classification refers to another class, in either language.
REFERENCE = re.compile(r"(?P<see>\((?:See|Voir) )(?P<code>\d{2,5})\b")


@register.filter
def breakable(name: str) -> SafeString:
    """Let a long name with gender doublets wrap after a slash: "Charpentiers-menuisiers/charpentières-…"."""
    return mark_safe(conditional_escape(name).replace("/", "/<wbr>"))  # escaped just before


@register.simple_tag(takes_context=True)
def with_class_links(context, text: str) -> SafeString:
    """An official text, with a link at each code that it refers to: "… (See 31302 Nurse practitioners)"."""

    def link(found) -> str:
        address = reverse("occupations:detail", args=[found["code"]]) + region_query(context)
        return format_html('{}<a href="{}">{}</a>', found["see"], address, found["code"])

    return mark_safe(REFERENCE.sub(link, conditional_escape(text)))  # escaped just before


@register.filter
def release(releases: dict[str, Release], slug: str) -> Release | None:
    """The live release of a dataset, whose slug no template could write after a dot."""
    return releases.get(slug)


@register.filter
def level_name(level: int) -> str:
    """The name of a level of the classification: 5 → "Unit group"."""
    return NocGroup.Level(level).label


@register.filter
def signed_percent(value: Decimal) -> str:
    """A difference in percents: 5.2 → "+5,2 %" / "+5.2%"."""
    return ("+" if round(value, 1) > 0 else "") + percent(value)


@register.inclusion_tag("components/outlook.html")
def outlook(level: OutlookLevel, steps: int) -> dict:
    """A level of prospects, in words and with as many full steps as it is far from the least favourable.

    `steps` is how many levels the scale has, undetermined apart: `Outlook.steps` of `with_level()`.
    """
    full = 0 if level.rank is None else steps - level.rank + 1
    return {
        "level": level,
        "width": 7 * steps - 2,
        "height": 3 * steps + 1,
        "bars": [
            {"x": 7 * step, "y": 3 * steps + 1 - height, "height": height, "is_full": step < full}
            for step, height in enumerate(range(4, 4 + 3 * steps, 3))
        ],
    }
