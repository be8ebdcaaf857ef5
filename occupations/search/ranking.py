"""From phrases that match to unit groups in order. Pure: no database.

The weights were found by trying values on `tests/data/search_cases_*.csv` (November 2026); the test of relevance
fails when a change loses a case.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from occupations.models import SearchPhrase


class Phrase(NamedTuple):
    """A phrase that has at least one word of the query."""

    unit_group: str
    text: str
    source: int
    position: int  # of a term: 1 is what most people mean by it
    popularity: float  # 0 to 1
    coverage: float  # how much of the query it has, 0 to 1, rare words counting more
    precision: float  # how much of it the query has, 0 to 1
    forms: str  # its words in the singular, each between spaces


class Ranked(NamedTuple):
    score: float
    unit_group: str
    phrase: Phrase


@dataclass(frozen=True)
class Weights:
    precision: float = 0.9
    exact: float = 0.5
    term: float = 0.3
    name: float = 0.05
    main_title: float = 0.15
    text: float = -0.5  # a sentence of a profile: it helps where no name does
    position: float = 0.05
    popularity: float = 0.45
    family: float = 0.15  # lost by a word that matches only by its family (agricultrice, agriculture)
    agreement: float = 0.03  # for each doubling of the number of phrases that say nearly as much


WEIGHTS = Weights()
EXACT = 0.98  # of precision and of the best coverage: the query says just this phrase


def rank(phrases: list[Phrase], typed: list[str], weights: Weights = WEIGHTS) -> list[Ranked]:
    """Return the unit groups of some phrases, best first, each with its best phrase; `typed` is in the singular."""
    asked = [f" {word} " for word in typed] or [" "]
    most_covered = max((phrase.coverage for phrase in phrases), default=0)
    of_group = defaultdict(list)
    for phrase in phrases:
        as_typed = sum(word in phrase.forms for word in asked) / len(asked)
        of_group[phrase.unit_group].append((score(phrase, as_typed, most_covered, weights), phrase))
    ranked = []
    for unit_group, scored in of_group.items():
        best, phrase = max(scored, key=lambda item: item[0])
        agreeing = sum(1 for value, _phrase in scored if value > 0.8 * best)
        ranked.append(Ranked(best + weights.agreement * agreeing.bit_length(), unit_group, phrase))
    return sorted(ranked, key=lambda item: (-item.score, item.unit_group))


def score(phrase: Phrase, as_typed: float, most_covered: float, weights: Weights) -> float:
    covered = phrase.coverage**2 * (1 - weights.family * (1 - as_typed))
    value = covered * (1 - weights.precision + weights.precision * phrase.precision)
    if phrase.coverage >= EXACT * most_covered and phrase.precision >= EXACT:
        value += weights.exact * covered
    bonus = {
        SearchPhrase.Source.TERM: weights.term,
        SearchPhrase.Source.NAME: weights.name,
        SearchPhrase.Source.MAIN_TITLE: weights.main_title,
        SearchPhrase.Source.TEXT: weights.text,
    }
    value *= 1 + bonus.get(phrase.source, 0)
    return value + weights.popularity * phrase.popularity * covered - weights.position * (phrase.position - 1)
