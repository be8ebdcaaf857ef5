"""Filters and tags of the whole portal; a builtin library, so that no template has to load it.

Filters return text in the active language, and "" for None: a figure that is not published is shown with
`components/np.html`, which says why.
"""

import json
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse, translate_url
from django.utils import formats, timezone
from django.utils.dateformat import format as format_date
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from catalog.models import Kind
from imt.doors import DOORS
from imt.lexicon import terms
from regions.choice import PARAMETER, RegionChoice

register = template.Library()

NBSP = "\u00a0"
# Below this many dollars an amount is an hourly wage or a price, and its cents matter.
WHOLE_DOLLARS = 1000


# --- Figures ------------------------------------------------------------------------------------------------


@register.filter
def number(value, decimals: int = 0) -> str:
    """61200 → "61 200" in French, "61,200" in English; rounded half up to `decimals`."""
    if value is None or value == "":
        return ""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = formats.number_format(abs(rounded), decimals, use_l10n=True, force_grouping=True)
    return f"−{text}" if rounded < 0 else text


@register.filter
def money(value, decimals: int | None = None) -> str:
    """Dollars: 61200 → "61 200 $" / "$61,200"; under 1,000 with cents, unless told: "26,50 $" / "$26.50"."""
    if value is None or value == "":
        return ""
    if decimals is None:
        decimals = 0 if abs(Decimal(str(value))) >= WHOLE_DOLLARS else 2
    text = number(value, decimals)
    if is_french():
        return f"{text}{NBSP}$"
    return f"−${text[1:]}" if text.startswith("−") else f"${text}"


@register.filter
def percent(value, decimals: int = 1) -> str:
    """A number of percents: 5.2 → "5,2 %" / "5.2%"."""
    if value is None or value == "":
        return ""
    return number(value, decimals) + (f"{NBSP}%" if is_french() else "%")


@register.filter
def day(value: date | datetime | None) -> str:
    """A date, or the local date of a moment: "1er juin 2025" / "June 1, 2025"."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    if not is_french():
        return format_date(value, "F j, Y")
    return format_date(value, r"1\e\r F Y" if value.day == 1 else "j F Y")


@register.filter
def kind_label(kind: str) -> str:
    """The words of a badge: "third-party" → "Republished by a third party"."""
    return Kind(kind).label


def is_french() -> bool:
    return get_language() == "fr"


# --- Data for programs --------------------------------------------------------------------------------------

# What could end the element, or be taken for a comment or an entity, written as JSON escapes.
MARKUP = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.filter
def linked_data(value: dict) -> SafeString:
    """JSON-LD in its element. It is a data block and not a script: the strict CSP has nothing to say of it."""
    data = json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False).translate(MARKUP)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(data))  # escaped just before


# --- Words --------------------------------------------------------------------------------------------------


@register.simple_block_tag(takes_context=True)
def term(context, content: SafeString, key: str) -> SafeString:
    """A word that leads to its entry in the lexicon: `{% term "teer" %}{% translate "TEER" %}{% endterm %}`."""
    address = f"{reverse('lexicon')}{region_query(context)}#{terms()[key].key}"
    return format_html('<a class="term" href="{}">{}</a>', address, mark_safe(content.strip()))  # rendered


# --- Addresses ----------------------------------------------------------------------------------------------


def in_language(context, language: str) -> str:
    """Return the path of this page in a language.

    A page whose path holds words of its content (a slug) gives `alternate_url` in its context; the others are
    translated by their route. What has no route, a 404, keeps its path under the other prefix.
    """
    path = context["request"].path
    if language == get_language():
        return path
    if context.get("alternate_url"):
        return context["alternate_url"]
    translated = translate_url(path, language)
    return translated if translated != path else with_prefix(path, language)


def with_prefix(path: str, language: str) -> str:
    first, _, rest = path.lstrip("/").partition("/")
    return f"/{language}/{rest if first in dict(settings.LANGUAGES) else path.lstrip('/')}"


@register.simple_tag(takes_context=True)
def toggle_url(context) -> str:
    """The same page, with the same query string, in the other language."""
    other = next(code for code, name in settings.LANGUAGES if code != get_language())
    query = context["request"].META.get("QUERY_STRING", "")
    return in_language(context, other) + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def page_address(context, language: str) -> str:
    """The absolute address of this page in a language, as search engines and other sites should name it.

    The region is part of it (the figures differ), sorting, paging and searching are not. Nor is a metropolitan area
    where no figure is of one.
    """
    choice = RegionChoice.of(context["request"])
    code = choice.area_code if context.get("metropolitan_areas") else choice.code
    return absolute(context["request"], in_language(context, language) + (f"?{PARAMETER}={code}" if code else ""))


@register.simple_tag(takes_context=True)
def this_address(context) -> str:
    """The whole address of this page as it was asked for, to find again online what one reads on paper."""
    return absolute(context["request"], context["request"].get_full_path())


def absolute(request, path: str) -> str:
    """Return the address of a path as other sites should name it: under SITE_URL, else as it was asked for."""
    return settings.SITE_URL.rstrip("/") + path if settings.SITE_URL else request.build_absolute_uri(path)


@register.simple_tag(takes_context=True)
def query_with(context, **changes) -> str:
    """The current query string with some parameters changed, or removed when None or "": `?q=chef&page=2`."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in {None, ""}:
            query[name] = value
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def region_query(context, first: str = "?") -> str:
    """`?region=06` to follow an address, or "" for the whole of Québec; with `first="&"` after other parameters."""
    code = RegionChoice.of(context["request"]).area_code
    return f"{first}{PARAMETER}={code}" if code else ""


@register.inclusion_tag("components/breadcrumb.html", takes_context=True)
def door_step(context, name: str) -> dict:
    """The step of the breadcrumb that leads to the door that a page is behind: `{% door_step "sectors" %}`."""
    door = next(door for door in DOORS if door.name == name)
    return {"request": context["request"], "title": door.label, "url": door.url}


@register.simple_tag(takes_context=True)
def hidden_query(context, *without: str) -> str:
    """The parameters of the address as hidden fields, so that a GET form changes only its own (`without`)."""
    lists = context["request"].GET.lists()
    pairs = [(name, value) for name, values in lists if name not in without for value in values if value]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs)


@register.simple_tag
def page_numbers(page) -> list:
    """The page numbers worth a link, with an ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
