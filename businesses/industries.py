"""The industries that the words of a question name: a way to the businesses that say the same in other words.

Businesses describe themselves in French for the most part; NAICS and the sectors of activity have names in both
languages. "Plumber" finds few names, and an industry that holds the plumbers.
"""

from django.utils.translation import get_language

from sectors.coverage import prefixes
from sectors.models import Grouping, Industry
from sectors.search import everything, search

MOST = 5
GROUP = 4  # digits


def industries_of(words: str) -> list[Industry | Grouping]:
    """Return the best ones, a class by its group: the registers rarely tell more. Names are read once a version."""
    classes = {each.thing.code: each.thing for each in everything() if each.level}
    found = (hit.thing for hit in search(words, get_language()))
    groups = (each if is_grouping(each) else classes.get(each.code[:GROUP], each) for each in found)
    return list(dict.fromkeys(groups))[:MOST]


def is_grouping(each: Industry | Grouping) -> bool:
    return isinstance(each, Grouping)


def parameter_of(each: Industry | Grouping) -> str:
    """Return the parameter of the directory that asks for it."""
    return "sector" if is_grouping(each) else "naics"


def terms_of(each: Industry | Grouping) -> list[str]:
    """Return its facets, any of which will do."""
    return [f"g:{each.code}"] if is_grouping(each) else [f"n:{code}" for code in prefixes(each.code)]
