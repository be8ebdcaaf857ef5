"""What the search for a programme may become while one types: programmes, and occupations that some lead to.

Two queries for words that the vocabulary has, those that suggest occupations; none for the beginning of a code.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from occupations.search import suggest as suggest_occupations
from training.models import Programme
from training.search import REASONS, Hit, by_title, plain_code

MOST = 8
OCCUPATIONS = 3  # beside titles: for as many room is kept when those alone would fill the list
FEWEST_SIGNS = 3  # of the beginning of a code


class TiedOccupation(NamedTuple):
    """An occupation that programmes lead to, or may: its code, what was found of it, and how many programmes."""

    code: str
    title: str
    count: int


@dataclass(frozen=True)
class Suggestions:
    """At most eight, best first: programmes with why they were found, then occupations."""

    programmes: list[tuple[Programme, Hit]] = field(default_factory=list)
    occupations: list[TiedOccupation] = field(default_factory=list)

    @classmethod
    def of(cls, programmes: list[Programme], text: str, language: str) -> "Suggestions":
        known = {each.pk: each for each in programmes}
        if hits := begun_codes(programmes, text):
            return cls([(known[hit.programme], hit) for hit in hits[:MOST]])
        titled: dict[str, Hit] = {}
        for hit in sorted(by_title(programmes, text, language), key=lambda hit: REASONS.index(hit.because)):
            titled.setdefault(hit.programme, hit)
        occupations = tied_occupations(programmes, text, language)[: OCCUPATIONS if titled else MOST]
        shown = list(titled.values())[: MOST - len(occupations)]
        return cls([(known[hit.programme], hit) for hit in shown], occupations)


def begun_codes(programmes: list[Programme], text: str) -> list[Hit]:
    """Return the programmes whose code begins so in either language: "533", "221.A"."""
    begun = plain_code(text)
    if len(begun) < FEWEST_SIGNS or not any(sign.isdigit() for sign in begun):
        return []
    codes = {each.pk: (plain_code(each.official_code), plain_code(each.english_code)) for each in programmes}
    return [Hit(pk, "code") for pk, both in codes.items() if any(code.startswith(begun) for code in both)]


def tied_occupations(programmes: list[Programme], text: str, language: str) -> list[TiedOccupation]:
    tied = Counter(code for each in programmes for code in {*each.leads_to, *each.may_lead_to})
    found = suggest_occupations(text, language)
    return [TiedOccupation(each.code, each.title, tied[each.code]) for each in found if tied[each.code]]
