"""Titles as lists of a few thousand are searched, in memory: their words, folded, and what `words` leaves of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from occupations.search.words import stem, words

FEWEST_LETTERS = 3  # of a beginning


@dataclass(frozen=True)
class Title:
    """The words of a name, folded, and their stems."""

    text: str
    words: tuple[str, ...]
    stems: frozenset[str]

    @classmethod
    def of(cls, text: str, language: str) -> "Title":
        found = tuple(words(text, language))
        return cls(text, found, frozenset(stem(word, language) for word in found))


def begins_one(beginning: str, of: Iterable[str]) -> bool:
    """Return whether a beginning, of three letters or more, is that of one of the words."""
    return len(beginning) >= FEWEST_LETTERS and any(word.startswith(beginning) for word in of)
