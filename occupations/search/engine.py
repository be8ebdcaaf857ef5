"""From what a query may mean to phrases, and from phrases to unit groups."""

from django.db import connection

from occupations.models import SearchPhrase
from occupations.search.hits import Hit
from occupations.search.ranking import Phrase, rank
from occupations.search.reading import Question, read

CANDIDATES = 400  # phrases of each language that are scored in full
OTHER_LANGUAGE = 0.8


def best_groups(query: str, language: str, limit: int) -> list[Hit]:
    """Return the unit groups whose phrases match best, in the language asked or in the other one; three queries."""
    questions = read(query, [language, other_than(language)], unfinished=False)
    return ranked_hits(questions, language)[:limit]


def best_while_typing(text: str, language: str, limit: int) -> list[Hit]:
    """Return the same for a query that goes on; the other language is asked when this one lacks a word."""
    hits: list[Hit] = []
    for asked in (language, other_than(language)):
        questions = read(text, [asked], unfinished=True)
        hits += ranked_hits(questions, language)
        if questions[0].is_understood:
            break
    best = {}
    for hit in sorted(hits, key=lambda hit: -hit.score):
        best.setdefault(hit.code, hit)
    return list(best.values())[:limit]


def other_than(language: str) -> str:
    return "en" if language == "fr" else "fr"


def ranked_hits(questions: list[Question], language: str) -> list[Hit]:
    phrases = matching_phrases(questions)
    best: dict[str, Hit] = {}
    for question in questions:
        because, factor = ("words", 1.0) if question.language == language else ("other-language", OTHER_LANGUAGE)
        for item in rank(phrases[question.language], question.spelled):
            if item.unit_group not in best or item.score * factor > best[item.unit_group].score:
                is_name = item.phrase.source in {SearchPhrase.Source.NAME, SearchPhrase.Source.TEXT}
                best[item.unit_group] = Hit(
                    item.unit_group, item.phrase.text, is_name=is_name, because=because, score=item.score * factor
                )
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.code))


PHRASES = """(
    WITH reading (word, stem, value, rarity) AS (
        SELECT * FROM unnest(%s::int[], %s::varchar[], %s::float[], %s::float[])
    ),
    covered AS (
        SELECT phrase_id, sum(value) AS value, sum(rarity) AS told FROM (
            SELECT p.phrase_id, r.word, max(r.value) AS value, max(r.rarity) AS rarity
            FROM reading r JOIN occupations_searchposting p ON p.language = %s AND p.stem = r.stem
            GROUP BY p.phrase_id, r.word
        ) words GROUP BY phrase_id
    ),
    scored AS (
        SELECT s.*, c.value / %s AS coverage, least(1, c.told / greatest(s.information, 0.1)) AS precision
        FROM covered c JOIN occupations_searchphrase s ON s.id = c.phrase_id
    )
    SELECT language, unit_group_id, text, source, position, popularity, coverage, precision, forms
    FROM scored ORDER BY coverage * coverage * (0.5 + 0.5 * precision) + 0.15 * popularity DESC LIMIT %s
)"""


def matching_phrases(questions: list[Question]) -> dict[str, list[Phrase]]:
    """Return, for each language, the phrases that have words of the query; the better ones when there are many."""
    parameters = []
    for question in questions:
        weights = question.weights
        parameters += [
            [reading.word for reading in question.readings],
            [reading.stem for reading in question.readings],
            [reading.sureness * weights[reading.word] for reading in question.readings],
            [reading.rarity for reading in question.readings],
            question.language,
            sum(weights) or 1,
            CANDIDATES,
        ]
    found = {question.language: [] for question in questions}
    if any(question.readings for question in questions):
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join([PHRASES] * len(questions)), parameters)
            for language, *phrase in cursor.fetchall():
                found[language].append(Phrase(*phrase))
    return found
