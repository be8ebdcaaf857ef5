"""Making the search index from the classification, the job titles, the search terms and the employment of each group.

Called at the end of each load of one of them, inside its transaction, so that search and pages change together.
"""

import csv
import io
import math
from collections import Counter, defaultdict

from occupations.models import JobTitle, NocGroup, Projection, SearchPhrase, SearchPosting, SearchTerm, SearchWord
from occupations.search.words import WEAK_WORDS, fold, singular, sound, stem, words

QUALIFIER_WEIGHT = 0.4  # of the words after " - ", which say where a title is used rather than what it is
WEAK_RARITY = 0.5


def rebuild(cursor) -> None:
    """Replace the index by one made from what is current now."""
    phrases = list(current_phrases())
    stems_of, vocabulary = [], defaultdict(Counter)
    for _code, language, text, _source, _position in phrases:
        stems = {}
        for word, weight in weighted_words(text, language):
            vocabulary[language][word] += 1
            stems[stem(word, language)] = max(weight, stems.get(stem(word, language), 0))
        stems_of.append(stems)
    rarity = rarities(phrases, stems_of)
    popularity = popularities()
    replace(
        cursor,
        SearchPhrase,
        ("id", "unit_group_id", "language", "text", "source", "position", "forms", "information", "popularity"),
        (
            (
                number,
                code,
                language,
                text,
                source,
                position,
                f" {' '.join(singular(word, language) for word in words(text, language))} ",
                round(sum(rarity[language, s] * weight for s, weight in stems_of[number].items()), 4),
                popularity.get(code, 0),
            )
            for number, (code, language, text, source, position) in enumerate(phrases)
        ),
    )
    replace(
        cursor,
        SearchPosting,
        ("phrase_id", "language", "stem"),
        ((number, language, s) for number, (_code, language, *_rest) in enumerate(phrases) for s in stems_of[number]),
    )
    replace(
        cursor,
        SearchWord,
        ("language", "word", "stem", "sound", "frequency", "rarity"),
        (
            (language, word, stem(word, language), sound(word), frequency, rarity[language, stem(word, language)])
            for language, counter in vocabulary.items()
            for word, frequency in counter.items()
            if len(word) <= 60
        ),
    )
    for model in (SearchPhrase, SearchPosting, SearchWord):
        cursor.execute(f"ANALYZE {model._meta.db_table}")


def current_phrases():
    """Yield (unit group, language, text, source, position)."""
    for code, french, english in NocGroup.objects.unit_groups().values_list("code", "name_fr", "name_en"):
        yield code, "fr", french, SearchPhrase.Source.NAME.value, 1
        yield code, "en", english, SearchPhrase.Source.NAME.value, 1
    titles = JobTitle.objects.current().values_list("unit_group_id", "language", "title", "is_illustrative")
    for code, language, title, is_main in titles.iterator(5000):
        source = SearchPhrase.Source.MAIN_TITLE if is_main else SearchPhrase.Source.TITLE
        yield code, language, title, source.value, 1
    terms = SearchTerm.objects.current().values_list("unit_group_id", "language", "term", "position")
    for code, language, term, position in terms.iterator(5000):
        yield code, language, term, SearchPhrase.Source.TERM.value, position


def weighted_words(text: str, language: str):
    """Yield each word of a phrase with its weight: less after a dash or in parentheses."""
    head, _dash, qualifier = fold(text).replace("(", " - ").partition(" - ")
    for word in words(head, language):
        yield word, 1.0
    for word in words(qualifier, language):
        yield word, QUALIFIER_WEIGHT


def rarities(phrases, stems_of) -> dict[tuple[str, str], float]:
    """Return how much each stem tells: the logarithm of all phrases over the phrases that have it."""
    totals = Counter(language for _code, language, *_rest in phrases)
    having = Counter(
        (language, s) for (_code, language, *_rest), stems in zip(phrases, stems_of, strict=True) for s in stems
    )
    weak = {(language, stem(word, language)) for language, weak in WEAK_WORDS.items() for word in weak}
    return {
        (language, s): WEAK_RARITY if (language, s) in weak else round(math.log(totals[language] / count) + 0.2, 4)
        for (language, s), count in having.items()
    }


def popularities() -> dict[str, float]:
    """Return 0 to 1 for each unit group: the logarithm of its employment against the largest one's."""
    employed = dict(
        Projection.objects.live()
        .filter(unit_group__isnull=False, employment__gt=0)
        .values_list("unit_group_id", "employment")
    )
    largest = math.log(max(employed.values(), default=2))
    return {code: round(math.log(max(people, 2)) / largest, 4) for code, people in employed.items()}


def replace(cursor, model, columns, rows) -> None:
    table = model._meta.db_table
    cursor.execute(f"DELETE FROM {table}")
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    buffer.seek(0)
    cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN (FORMAT csv)", buffer)
