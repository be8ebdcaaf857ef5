"""From words to unit groups."""

from collections import defaultdict
from dataclasses import dataclass

from django.db import connection

from occupations.search.hits import Hit
from occupations.search.words import WEAK_WORDS, distance, sound, stem, words

LONGEST_QUERY = 200  # letters; more is not a query
MOST_WORDS = 8
CANDIDATES = 400  # phrases scored in full

# How sure a reading of a word is: the word itself or its family, its beginning, its sound, a typing mistake.
SAME_WORD, SAME_STEM, BEGINNING, SOUND, MISTAKE = 1.0, 0.96, 0.9, 0.8, 0.75
UNKNOWN_RARITY = 9.0  # of a word that the vocabulary lacks: it counts as a rare one that nothing matches
OTHER_LANGUAGE = 0.8

# Weights of a phrase's score; found by trying them on tests/data/search_cases_*.csv (November 2026).
SOURCE_BONUS = {1: 0.30, 2: 0.12, 3: 0.08, 4: 0.0}
POSITION_PENALTY = 0.04
POPULARITY = 0.45
AGREEMENT = 0.05  # for each doubling of the number of phrases that say the same


@dataclass(frozen=True)
class Reading:
    """One stem that a word of the query may mean."""

    group: int  # which word of the query
    stem: str
    sureness: float
    rarity: float


def best_groups(query: str, language: str, limit: int, *, unfinished: bool = False) -> list[Hit]:
    """Return the unit groups whose phrases match best, in the language asked or else in the other one."""
    scored: dict[str, Hit] = {}
    for one, factor in ((language, 1.0), ("en" if language == "fr" else "fr", OTHER_LANGUAGE)):
        for hit in groups_in(query, one, language, factor, limit, unfinished):
            if hit.code not in scored or hit.score > scored[hit.code].score:
                scored[hit.code] = hit
        if unfinished and len(scored) >= limit:
            break
    return sorted(scored.values(), key=lambda hit: (-hit.score, hit.code))[:limit]


def groups_in(query, language, page_language, factor, limit, unfinished) -> list[Hit]:
    typed = words(query[:LONGEST_QUERY], language)[:MOST_WORDS]
    if not typed:
        return []
    readings = read(typed, language, query[-1].isalnum(), unfinished)
    if not readings:
        return []
    total = sum(
        max((r.rarity for r in readings if r.group == number), default=UNKNOWN_RARITY) for number in range(len(typed))
    )
    because = "words" if language == page_language else "other-language"
    rows = matching_phrases(readings, language, page_language, total, limit, asked=" ".join(typed))
    return [Hit(code, name, text, None, because, score * factor) for code, name, text, score in rows]


# --- Words ------------------------------------------------------------------------------------------------


def read(typed: list[str], language: str, may_go_on: bool, unfinished: bool) -> list[Reading]:
    """Return the stems that each word of the query may mean."""
    stems = [stem(word, language) for word in typed]
    known = known_stems(stems, language)
    readings = []
    for number, (word, word_stem) in enumerate(zip(typed, stems, strict=True)):
        is_last = number == len(typed) - 1 and may_go_on
        found = {}
        if word_stem in known:
            found[word_stem] = (SAME_WORD, known[word_stem])
        if is_last and (unfinished or word_stem not in known):
            for other, rarity in beginning_with(word, language):
                found.setdefault(other, (BEGINNING, rarity))
        if not found and len(word) >= 4 and not word.isdigit():
            found = near(word, language)
        readings += [Reading(number, s, sureness, rarity) for s, (sureness, rarity) in found.items()]
    return readings


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


def near(word: str, language: str) -> dict[str, tuple[float, float]]:
    """Return the stems of the words that sound like it or differ by a letter or two, the nearest only."""
    heard = sound(word)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, stem, sound, rarity, frequency FROM occupations_searchword"
            " WHERE language = %s AND (sound = %s OR word %% %s)"
            " ORDER BY sound = %s DESC, similarity(word, %s) DESC LIMIT 60",
            [language, heard, word, heard, word],
        )
        candidates = cursor.fetchall()
    most = 1 if len(word) <= 5 else 2 if len(word) <= 9 else 3
    ranked = []
    for other, other_stem, other_sound, rarity, frequency in candidates:
        letters = distance(word, other, most)
        if other_sound == heard or letters <= most:
            # A frequent word is the likelier target of the same mistake.
            ranked.append((letters - 0.15 * min(frequency, 400) ** 0.3 - (other_sound == heard), other_stem, rarity, other_sound))
    if not ranked:
        return {}
    nearest = min(ranked)[0]
    return {
        other_stem: (SOUND if other_sound == heard else MISTAKE, rarity)
        for rank, other_stem, rarity, other_sound in sorted(ranked, reverse=True)
        if rank <= nearest + 0.6
    }


# --- Phrases ----------------------------------------------------------------------------------------------

PHRASES = """
WITH reading (number, stem, value) AS (SELECT * FROM unnest(%(numbers)s::int[], %(stems)s::varchar[], %(values)s::float[])),
covered AS (
    SELECT phrase_id, sum(value) AS value, sum(rarity) AS told FROM (
        SELECT p.phrase_id, r.number, max(r.value) AS value, max(r.value) AS rarity
        FROM reading r JOIN occupations_searchposting p ON p.language = %(language)s AND p.stem = r.stem
        GROUP BY p.phrase_id, r.number
    ) words GROUP BY phrase_id
),
scored AS (
    SELECT s.unit_group_id, s.text, s.source, s.position, s.popularity,
        (c.value / %(total)s) AS coverage, least(1, c.told / greatest(s.information, 0.1)) AS precision
    FROM covered c JOIN occupations_searchphrase s ON s.id = c.phrase_id
)
SELECT unit_group_id, text, source, position, popularity, coverage, precision
FROM scored ORDER BY coverage * coverage * (0.5 + 0.5 * precision) + 0.15 * popularity DESC LIMIT %(candidates)s
"""


def matching_phrases(readings, language, page_language, total, limit, asked) -> list[tuple[str, str, str | None, float]]:
    """Return (code, name, matching title, score) of the best unit groups."""
    with connection.cursor() as cursor:
        cursor.execute(
            PHRASES,
            {
                "numbers": [reading.group for reading in readings],
                "stems": [reading.stem for reading in readings],
                "values": [reading.sureness * reading.rarity for reading in readings],
                "language": language,
                "total": total,
                "candidates": CANDIDATES,
            },
        )
        rows = cursor.fetchall()
    by_group = defaultdict(list)
    for code, text, source, position, popularity, coverage, precision in rows:
        score = coverage**2 * (0.5 + 0.5 * precision) * (1 + SOURCE_BONUS[source]) - POSITION_PENALTY * (position - 1)
        by_group[code].append((score + POPULARITY * popularity * coverage**2, source, text))
    result = []
    for code, phrases in by_group.items():
        best = max(phrases)
        agreeing = sum(1 for phrase in phrases if phrase[0] > 0.8 * best[0])
        result.append((best[0] + AGREEMENT * agreeing.bit_length(), code, best))
    result.sort(key=lambda item: (-item[0], item[1]))
    names = names_of([code for _score, code, _best in result[:limit]], page_language)
    return [
        (code, names.get(code, ""), None if best[1] == 2 else best[2], score) for score, code, best in result[:limit]
    ]


def names_of(codes: list[str], language: str) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT code, coalesce(name_{language}, name) FROM occupations_nocgroup WHERE code = ANY(%s)", [codes]
        )
        return dict(cursor.fetchall())
