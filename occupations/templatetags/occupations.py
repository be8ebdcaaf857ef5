"""How occupations are shown: `{% load occupations %}`."""

from decimal import Decimal

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from imt.templatetags.portal import percent
from occupations.models import NocGroup, OutlookLevel

register = template.Library()


@register.filter
def breakable(name: str) -> SafeString:
    """Let a long name with gender doublets wrap after a slash: "Charpentiers-menuisiers/charpentières-…"."""
    return mark_safe(conditional_escape(name).replace("/", "/<wbr>"))  # escaped just before


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
