"""Programmes by word or by code, in both languages: "plombier", "plumbing", "nursing", "5333", "5833", "221.A0".

A programme is found by its title when each word of the query is one of the title's, whatever accent, gender or plural,
begins one, or is one with a letter or two wrong; and by the occupations that it leads to, under every name that
`occupations.search` knows them by.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from catalog.models import DataVersion
from occupations.search import search as search_occupations
from occupations.search.titles import Title, begins_one
from occupations.search.words import distance, sound, stem, words
from training.models import Programme

LANGUAGES = ("fr", "en")
# A code of a programme begins with a digit, or with two letters for an attestation: 5333, 221.A0, 221A0, LCA.7N.
CODE = re.compile(r"\d{4}|\d{3}\.?[A-Z0-9]{2}|[A-Z]{2}[A-Z0-9]\.?[A-Z0-9]{2}", re.IGNORECASE)
OCCUPATIONS = 8  # the best ones that the words mean
NEARLY = 0.7  # of the best one's score: occupations below it are another meaning
FEWEST_LETTERS = 5  # of a word that may be mistyped


@dataclass(frozen=True)
class Hit:
    """A programme that a query may mean, and why: its code, its title, or an occupation that it leads to."""

    programme: str
    because: str  # code, title, beginning, mistake, leads-to or may-lead-to
    text: str = ""  # the title in the other language, or the name of the occupation
    language: str = ""  # of the text, when it is not the page's


# In which order reasons are worth more.
REASONS = ("code", "title", "leads-to", "beginning", "mistake", "may-lead-to")


def code_in(query: str) -> str:
    """Return the code that a query is, as identifiers are written: "221.A0" → "221a0"; "" for other text."""
    query = query.strip()
    return plain_code(query) if CODE.fullmatch(query) else ""


def plain_code(code: str) -> str:
    return code.replace(".", "").lower()


def by_code(programmes: Iterable[Programme], code: str) -> Programme | None:
    """Return the programme whose code this is, in either language, written as `code_in` does."""
    for programme in programmes:
        if code and code in {plain_code(programme.official_code), plain_code(programme.english_code)}:
            return programme
    return None


def search(programmes: list[Programme], query: str, language: str) -> dict[str, Hit]:
    """Return the hits by programme, best first; at most three queries, those of the search for occupations."""
    if named := by_code(programmes, code_in(query)):
        return {named.pk: Hit(named.pk, "code")}
    hits = [*by_title(programmes, query, language), *by_occupation(programmes, query, language)]
    hits.sort(key=lambda hit: REASONS.index(hit.because))  # a stable sort: the best occupations stay first
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.programme, hit)
    return best


# --- By title -----------------------------------------------------------------------------------------------


def titles(programmes: list[Programme]) -> dict[str, dict[str, Title]]:
    """Return the titles by programme and language, read once per version of the data."""

    def read() -> dict[str, dict[str, Title]]:
        return {
            each.pk: {code: Title.of(getattr(each, f"title_{code}") or "", code) for code in LANGUAGES}
            for each in programmes
        }

    return DataVersion.remember("titles-of-programmes", read)


def by_title(programmes: list[Programme], query: str, language: str) -> list[Hit]:
    """Return the programmes whose titles have the words, the shortest titles first: they say little else."""
    known = titles(programmes)
    hits = []
    for each in sorted(LANGUAGES, key=lambda code: code != language):
        asked = [Word(word, each) for word in words(query, each)]
        for word in asked:
            word.correct(title for of in known.values() for title in of[each].words)
        for programme, of in known.items():
            if because := match(asked, of[each]):
                other = each != language
                hit = Hit(programme, because, of[each].text if other else "", each if other else "")
                hits.append((len(of[each].words), hit))
    return [hit for _length, hit in sorted(hits, key=lambda pair: pair[0])]


class Word:
    """A word of a query, and those of the titles that it may be a mistake for."""

    def __init__(self, typed: str, language: str):
        self.typed = typed
        self.stem = stem(typed, language)
        self.language = language
        self.nearest: frozenset[str] = frozenset()

    def correct(self, vocabulary: Iterable[str]) -> None:
        """Look for what the word may be where no title has it, or one that begins so."""
        known = set(vocabulary)
        stems = {stem(word, self.language) for word in known}
        if len(self.typed) < FEWEST_LETTERS or self.stem in stems or begins_one(self.typed, known):
            return
        most = 1 if len(self.typed) <= 6 else 2
        self.nearest = frozenset(
            word for word in known if sound(word) == sound(self.typed) or distance(word, self.typed, most) <= most
        )

    def reason(self, title: Title) -> str:
        if self.stem in title.stems:
            return "title"
        if begins_one(self.typed, title.words):
            return "beginning"
        return "" if self.nearest.isdisjoint(title.words) else "mistake"


def match(asked: list[Word], title: Title) -> str:
    """Return the weakest of the reasons for which a title has each word, or "" when it lacks one."""
    reasons = [word.reason(title) for word in asked]
    return max(reasons, key=REASONS.index) if reasons and all(reasons) else ""


# --- By occupation ------------------------------------------------------------------------------------------


def by_occupation(programmes: list[Programme], query: str, language: str) -> list[Hit]:
    """Return the programmes that lead to what the query means, those of its first meaning first."""
    found = search_occupations(query, language)
    meant = [hit for hit in found[:OCCUPATIONS] if hit.score >= NEARLY * found[0].score]
    leads_to, may_lead_to = defaultdict(list), defaultdict(list)
    for programme in programmes:
        for code in programme.leads_to:
            leads_to[code].append(programme.pk)
        for code in programme.may_lead_to:
            may_lead_to[code].append(programme.pk)
    return [
        Hit(programme, because, hit.text)
        for because, tied in (("leads-to", leads_to), ("may-lead-to", may_lead_to))
        for hit in meant
        for programme in tied[hit.code]
    ]
