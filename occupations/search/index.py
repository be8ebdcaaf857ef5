"""Making the search index from the classification, the job titles, the search terms, the profiles and the employment.

Called at the end of each load of one of them, inside its transaction, so that search and pages change together. What an
editor changes of a profile is written by `edit.py`.
"""

import csv
import io
import math
from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import transaction

from occupations.models import Projection, SearchPhrase, SearchPosting, SearchWord
from occupations.search.phrases import Source, all_current
from occupations.search.rarity import information, rarity
from occupations.search.words import sound, stem

Stem = tuple[str, str]  # language, stem


def lock(cursor) -> None:
    """Let one transaction at a time change the index, until it ends; everyone reads on."""
    cursor.execute(f"LOCK TABLE {SearchPhrase._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


@transaction.atomic
def rebuild(cursor) -> None:
    """Replace the index by one made from what is current now."""
    lock(cursor)
    models = (SearchPhrase, SearchPosting, SearchWord)
    for model in models:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")
    phrases = list(all_current())
    totals = Counter(phrase.language for phrase in phrases)
    having = Counter((phrase.language, s) for phrase in phrases for s in phrase.stems)
    rarities = {(language, s): rarity(language, s, count, totals[language]) for (language, s), count in having.items()}
    add_phrases(cursor, phrases, 0, rarities)
    frequencies = Counter((phrase.language, word) for phrase in phrases for word, _weight in phrase.words)
    add_words(cursor, frequencies, rarities)
    for model in models:
        cursor.execute(f"ANALYZE {model._meta.db_table}")


def add_phrases(cursor, phrases: list[Source], first: int, rarities: Mapping[Stem, float]) -> None:
    """Write phrases and their stems, numbered from the first."""
    popularity = popularities()
    copy(
        cursor,
        SearchPhrase,
        ("id", "unit_group_id", "language", "text", "source", "position", "forms", "information", "popularity"),
        (
            (
                number,
                phrase.unit_group,
                phrase.language,
                phrase.shown,
                phrase.source,
                phrase.position,
                phrase.forms,
                information(phrase.stems, (rarities[phrase.language, s] for s in phrase.stems)),
                popularity.get(phrase.unit_group, 0),
            )
            for number, phrase in enumerate(phrases, first)
        ),
    )
    copy(
        cursor,
        SearchPosting,
        ("phrase_id", "language", "stem", "weight"),
        (
            (number, phrase.language, s, weight)
            for number, phrase in enumerate(phrases, first)
            for s, weight in phrase.stems.items()
        ),
    )


def add_words(cursor, frequencies: Mapping[tuple[str, str], int], rarities: Mapping[Stem, float]) -> None:
    """Write words of the vocabulary, by language and word, with how many times phrases have them."""
    copy(
        cursor,
        SearchWord,
        ("language", "word", "stem", "sound", "frequency", "rarity"),
        (
            (language, word, word_stem := stem(word, language), sound(word), count, rarities[language, word_stem])
            for (language, word), count in frequencies.items()
        ),
    )


def popularities() -> dict[str, float]:
    """Return 0 to 1 for each unit group: the logarithm of its employment against the largest one's."""
    employed = dict(
        Projection.objects.live()
        .filter(unit_group__isnull=False, employment__gt=0)
        .values_list("unit_group_id", "employment")
    )
    largest = math.log(max(employed.values(), default=2))
    return {code: round(math.log(max(people, 2)) / largest, 4) for code, people in employed.items()}


def copy(cursor, model, columns, rows: Iterable[tuple]) -> None:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    buffer.seek(0)
    cursor.copy_expert(f"COPY {model._meta.db_table} ({', '.join(columns)}) FROM STDIN (FORMAT csv)", buffer)
