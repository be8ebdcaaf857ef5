"""How much a stem tells: little when many phrases have it.

In steps of a tenth, so that one phrase more or less changes what the index says of few others (`edit.py`): with four
decimals each new sentence changed most of the 90,000 phrases.
"""

import math
from collections.abc import Iterable

from occupations.search.words import WEAK_WORDS, stem

WEAK_RARITY = 0.5
WEAK_STEMS = {(language, stem(word, language)) for language, weak in WEAK_WORDS.items() for word in weak}


def tenths(count: int) -> int:
    """Return the natural logarithm of a count of phrases, in tenths."""
    return round(10 * math.log(count))


def rarity(language: str, word_stem: str, having: int, total: int) -> float:
    """Return the logarithm of all phrases of a language over those that have the stem, and 0.2; 0.5 for weak words."""
    return WEAK_RARITY if (language, word_stem) in WEAK_STEMS else (tenths(total) - tenths(having) + 2) / 10


def information(stems: dict[str, float], rarities: Iterable[float]) -> float:
    """Return how much a phrase tells: the sum of the rarity of its stems by their weight."""
    return round(sum(weight * rare for weight, rare in zip(stems.values(), rarities, strict=True)), 4)
