"""From words to unit groups."""

from dataclasses import dataclass
from itertools import pairwise

from django.db import connection

from occupations.models import SearchPhrase
from occupations.search.hits import Hit
from occupations.search.ranking import Phrase, rank
from occupations.search.words import distance, singular, sound, stem, words

LONGEST_QUERY = 200  # letters; more is not a query
MOST_WORDS = 8
CANDIDATES = 400  # phrases scored in full

# How sure a reading of a word is: the word itself or its family, its beginning, its sound, a typing mistake.
SAME_STEM, BEGINNING, SOUND, MISTAKE = 1.0, 0.9, 0.8, 0.75
SHORT = 5  # letters; a last word up to this long may be the beginning of another, even when it is a word
UNKNOWN_RARITY = 9.0  # of a word that the vocabulary lacks: it counts as a rare one that nothing matches
OTHER_LANGUAGE = 0.8


@dataclass(frozen=True)
class Reading:
    """One stem that a word of the query may mean."""

    word: int  # which one of the query
    stem: str
    sureness: float
    rarity: float


def best_groups(query: str, language: str, limit: int, *, unfinished: bool = False) -> list[Hit]:
    """Return the unit groups whose phrases match best, in the language asked or else in the other one."""
    hits, understood = groups_in(query, language, language, limit, unfinished)
    if unfinished and understood:
        return hits
    best = {hit.code: hit for hit in hits}
    other = "en" if language == "fr" else "fr"
    for hit in groups_in(query, other, language, limit, unfinished)[0]:
        if hit.code not in best or hit.score > best[hit.code].score:
            best[hit.code] = hit
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.code))[:limit]


def groups_in(query: str, language: str, page_language: str, limit: int, unfinished: bool) -> tuple[list[Hit], bool]:
    """Return the best unit groups by the phrases of one language, and whether that language has all the words."""
    typed = words(query[:LONGEST_QUERY], language)[:MOST_WORDS]
    readings, spelled = read(typed, language, query[-1:].isalnum(), unfinished)
    if not readings:
        return [], False
    understood = all(
        any(r.word == number and r.sureness >= BEGINNING for r in readings) for number in range(len(typed))
    )
    because, factor = ("words", 1.0) if language == page_language else ("other-language", OTHER_LANGUAGE)
    phrases = matching_phrases(readings, len(typed), language)
    ranked = rank(phrases, [singular(word, language) for word in spelled])[:limit]
    names = names_of([item.unit_group for item in ranked], page_language)
    hits = []
    for item in ranked:
        is_name = item.phrase.source == SearchPhrase.Source.NAME
        title = None if is_name else item.phrase.text
        hits.append(Hit(item.unit_group, names[item.unit_group], title, None, because, item.score * factor))
    return hits, understood


# --- Words ------------------------------------------------------------------------------------------------


def read(typed: list[str], language: str, may_go_on: bool, unfinished: bool) -> tuple[list[Reading], list[str]]:
    """Return the stems that each word of the query may mean, and the words as they should be spelled.

    Two words may be one written apart (book keeper).
    """
    stems = [stem(word, language) for word in typed]
    joined = [stem(one + other, language) for one, other in pairwise(typed)]
    known = known_stems(stems + joined, language)
    readings, spelled = [], list(typed)
    for number, (word, word_stem) in enumerate(zip(typed, stems, strict=True)):
        found = {}
        if word_stem in known:
            found[word_stem] = (SAME_STEM, known[word_stem])
        if may_go_on and number == len(typed) - 1 and (unfinished or word_stem not in known or len(word) <= SHORT):
            for other, rarity in beginning_with(word, language):
                found.setdefault(other, (BEGINNING if unfinished or word_stem not in known else MISTAKE, rarity))
        for together in joined[max(0, number - 1) : number + 1]:
            if together in known:
                found.setdefault(together, (SAME_STEM, known[together]))
        if not found and len(word) >= 4 and not word.isdigit():
            found, spelled[number] = near(word, language)
        readings += [Reading(number, s, sureness, rarity) for s, (sureness, rarity) in found.items()]
    return readings, spelled


def known_stems(stems: list[str], language: str) -> dict[str, float]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stem, max(rarity) FROM occupations_searchword WHERE language = %s AND stem = ANY(%s) GROUP BY stem",
            [language, stems],
        )
        return dict(cursor.fetchall())


def beginning_with(word: str, language: str) -> list[tuple[str, float]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stem, max(rarity) FROM occupations_searchword WHERE language = %s AND word LIKE %s"
            " GROUP BY stem ORDER BY sum(frequency) DESC LIMIT 40",
            [language, f"{word}%"],
        )
        return cursor.fetchall()


def near(word: str, language: str) -> tuple[dict[str, tuple[float, float]], str]:
    """Return the stems of the words that sound like it or differ by a letter or two, and the nearest word."""
    heard = sound(word)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, stem, sound = %s, rarity, frequency FROM occupations_searchword"
            " WHERE language = %s AND (sound = %s OR word %% %s)"
            " ORDER BY sound = %s DESC, similarity(word, %s) DESC LIMIT 60",
            [heard, language, heard, word, heard, word],
        )
        candidates = cursor.fetchall()
    most = 1 if len(word) <= 5 else 2 if len(word) <= 9 else 3
    ranked = []
    for other, other_stem, sounds_alike, rarity, frequency in candidates:
        letters = distance(word, other, most)
        if sounds_alike or letters <= most:
            # A frequent word is the likelier target of the same mistake.
            unlikeliness = letters - sounds_alike - 0.15 * min(frequency, 400) ** 0.3
            ranked.append((unlikeliness, other, other_stem, SOUND if sounds_alike else MISTAKE, rarity))
    ranked.sort()
    likely = [item for item in ranked if item[0] <= ranked[0][0] + 0.6]
    stems = {other_stem: (sureness, rarity) for _unlikeliness, _other, other_stem, sureness, rarity in reversed(likely)}
    return stems, likely[0][1] if likely else word


# --- Phrases ----------------------------------------------------------------------------------------------

PHRASES = """
WITH reading (word, stem, value, rarity) AS (
    SELECT * FROM unnest(%(words)s::int[], %(stems)s::varchar[], %(values)s::float[], %(rarities)s::float[])
),
covered AS (
    SELECT phrase_id, sum(value) AS value, sum(rarity) AS told FROM (
        SELECT p.phrase_id, r.word, max(r.value) AS value, max(r.rarity) AS rarity
        FROM reading r JOIN occupations_searchposting p ON p.language = %(language)s AND p.stem = r.stem
        GROUP BY p.phrase_id, r.word
    ) words GROUP BY phrase_id
),
scored AS (
    SELECT s.unit_group_id, s.text, s.source, s.position, s.popularity, s.forms,
        c.value / %(total)s AS coverage, least(1, c.told / greatest(s.information, 0.1)) AS precision
    FROM covered c JOIN occupations_searchphrase s ON s.id = c.phrase_id
)
SELECT unit_group_id, text, source, position, popularity, coverage, precision, forms
FROM scored ORDER BY coverage * coverage * (0.5 + 0.5 * precision) + 0.15 * popularity DESC LIMIT %(candidates)s
"""


def weights(readings: list[Reading], words_typed: int) -> list[float]:
    """Return how much each word of the query tells: the rarity of its commonest reading."""
    return [
        min((r.rarity for r in readings if r.word == number), default=UNKNOWN_RARITY) for number in range(words_typed)
    ]


def matching_phrases(readings: list[Reading], words_typed: int, language: str) -> list[Phrase]:
    """Return the phrases that have words of the query, the better ones when there are many."""
    weight = weights(readings, words_typed)
    with connection.cursor() as cursor:
        cursor.execute(
            PHRASES,
            {
                "words": [reading.word for reading in readings],
                "stems": [reading.stem for reading in readings],
                "values": [reading.sureness * weight[reading.word] for reading in readings],
                "rarities": [reading.rarity for reading in readings],
                "language": language,
                "total": sum(weight),
                "candidates": CANDIDATES,
            },
        )
        return [Phrase(*row) for row in cursor.fetchall()]


def names_of(codes: list[str], language: str) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT code, coalesce(name_{language}, name) FROM occupations_nocgroup WHERE code = ANY(%s)", [codes]
        )
        return dict(cursor.fetchall())
