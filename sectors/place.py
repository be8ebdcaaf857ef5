"""Where a class stands in NAICS: the classes above it, and what it is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db.models import Q
from django.utils.translation import get_language

from sectors.datasets.naics import RANGES
from sectors.models import FormerIndustry, Grouping, Industry, IndustryText, SectorDescription

SUBSECTOR_DIGITS = 3


def codes_above(code: str) -> list[str]:
    """Return the codes above one, from the sector down: 3111 is under 311, itself under the sector 31-33."""
    if "-" in code or len(code) < SUBSECTOR_DIGITS:
        return []
    sector = RANGES.get(code[:2], code[:2])
    return [sector, *(code[:length] for length in range(SUBSECTOR_DIGITS, len(code)))]


@dataclass(frozen=True)
class Included:
    """A class just below, and the names of those below it that say more than its own."""

    industry: Industry
    names: list[str]

    @classmethod
    def of(cls, industry: Industry, below: Iterable[Industry]) -> "Included":
        return cls(industry, [each.name for each in below if each.name != industry.name])


@dataclass(frozen=True)
class Place:
    industry: Industry
    family: dict[str, Industry]  # by code, in order: the classes above, the class itself, two levels below

    @classmethod
    def of(cls, code: str) -> "Place | None":
        """Return the place of a class with one query, or None when there is none; 32 means the sector 31-33."""
        code = RANGES.get(code, code)
        below = Q(parent=code) | Q(parent__parent=code)
        found = Industry.objects.filter(Q(pk__in=[*codes_above(code), code]) | below).select_related(
            "grouping", "description"
        )
        family = {industry.code: industry for industry in found}
        return cls(family[code], family) if code in family else None

    @property
    def definition(self) -> str:
        """Return the official definition, in the page's language only; empty until an operator has loaded it."""
        return getattr(self.industry, f"definition_{get_language()}") or ""

    @property
    def description(self) -> SectorDescription | None:
        """Return what the portal says of it in its own words, which it does of the 20 sectors."""
        found = getattr(self.industry, "description", None)
        return found if found and found.retired_on is None else None

    @cached_property
    def official_texts(self) -> list[tuple[str, list[IndustryText]]]:
        """Return (heading, lines) of the classification in the page's language; empty until an operator loads them."""
        texts = self.industry.official_texts.current().filter(language=get_language())
        by_element = groupby(texts, lambda text: text.element)
        return [(IndustryText.Element(element).label, list(lines)) for element, lines in by_element]

    @cached_property
    def former_codes(self) -> list[FormerIndustry]:
        """Return the classes of 2017 that became it under another code, in whole or in part."""
        return list(self.industry.former_codes.current().exclude(former_code=self.industry.code))

    @property
    def ancestors(self) -> list[Industry]:
        return [self.family[code] for code in codes_above(self.industry.code) if code in self.family]

    @cached_property
    def children(self) -> list[Industry]:
        """Return the current classes just below."""
        return self.below(self.industry)

    def below(self, above: Industry) -> list[Industry]:
        return [each for each in self.family.values() if each.parent_id == above.code and each.retired_on is None]

    @property
    def included(self) -> list[Included]:
        return [Included.of(child, self.below(child)) for child in self.children]

    @property
    def groupings(self) -> list[Grouping]:
        """Return the sector of activity that the class is in, or those that it spans."""
        inside = [self.industry] if self.industry.grouping else self.children
        return list({each.grouping_id: each.grouping for each in inside if each.grouping}.values())

    @property
    def occupations_in(self) -> list[str]:
        """Return the codes where its occupations are known to be: its subsector, or all of a sector."""
        if self.industry.level == Industry.Level.SECTOR:
            return [self.industry.code, *(child.code for child in self.children)]
        return [self.industry.code[:SUBSECTOR_DIGITS]]

    @property
    def subsector(self) -> Industry | None:
        """Return the subsector above, if there is one."""
        return next((each for each in self.ancestors if each.level == Industry.Level.SUBSECTOR), None)


def included_in(grouping: Grouping) -> list[Included]:
    """Return the classes of NAICS that a sector of activity is made of; one query."""
    codes = grouping.codes.current().values("industry")
    industries = list(grouping.industries.current().filter(Q(pk__in=codes) | Q(parent__in=codes)))
    listed = {each.code for each in industries}
    return [
        Included.of(each, [child for child in industries if child.parent_id == each.code])
        for each in industries
        if each.parent_id not in listed
    ]
