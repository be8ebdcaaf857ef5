"""Which of the published industries a class of NAICS is part of: surveys speak of wider industries than NAICS has.

Published industries are texts of codes, as in `IndustryStatistic.industries`: "31-33", "41 44-45", "113 1153", "all".
"""

from collections.abc import Collection, Iterable

from sectors.models import ALL_INDUSTRIES


def prefixes(industries: str) -> list[str]:
    """Return what the codes of a text begin with: "41 44-45" → 41, 44, 45."""
    return [
        str(number)
        for code in industries.split()
        for first, _dash, last in [code.partition("-")]
        for number in range(int(first), int(last or first) + 1)
    ]


def covers(industries: str, code: str) -> bool:
    """Whether a published industry holds the whole of a class, which may itself be a range of codes."""
    if industries == ALL_INDUSTRIES:
        return True
    held = tuple(prefixes(industries))
    return all(prefix.startswith(held) for prefix in prefixes(code))


def narrowest(published: Iterable[str], codes: Collection[str]) -> str | None:
    """Return the published industry that holds all of `codes` and the least besides; None where none does.

    All industries together stand for nothing narrower: they are never the answer.
    """
    holding = [
        industries
        for industries in published
        if industries != ALL_INDUSTRIES and all(covers(industries, code) for code in codes)
    ]
    return min(holding, key=breadth, default=None)


def breadth(industries: str) -> float:
    """Return how much of NAICS a text of codes holds: each digit makes a class ten times narrower."""
    return sum(10.0 ** -len(prefix) for prefix in prefixes(industries))


def is_exact(industries: str, codes: Collection[str]) -> bool:
    """Whether a published industry is these classes and nothing else, as far as their codes tell."""
    return all(any(covers(code, held) for code in codes) for held in industries.split())
