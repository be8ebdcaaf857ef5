"""Making the search index from the classification, the job titles, the search terms, the profiles and the employment.

Called at the end of each load of one of them, inside its transaction, so that search and pages change together.
"""

import csv
import io
import math
from collections import Counter, defaultdict
from typing import NamedTuple

from occupations.models import (
    EditedProfile,
    JobTitle,
    NocGroup,
    PlainProfile,
    Projection,
    SearchPhrase,
    SearchPosting,
    SearchTerm,
    SearchWord,
)
from occupations.models.plain_profile import shown_profiles
from occupations.search.words import WEAK_WORDS, fold, singular, sound, stem, words

QUALIFIER_WEIGHT = 0.4  # of the words after " - ", which say where a title is used rather than what it is
WEAK_RARITY = 0.5
ALSO_CALLED = 3  # the position of a profile's own names: after the terms that were put in order by hand


class Source(NamedTuple):
    """What leads to a unit group: the words that are looked for, and what people then read."""

    unit_group: str
    language: str
    text: str
    source: int
    position: int = 1
    shown: str = ""  # "": the text itself

    @property
    def forms(self) -> str:
        """Return its words, folded and in the singular, each between spaces."""
        return f" {' '.join(singular(word, self.language) for word in words(self.text, self.language))} "


def rebuild(cursor) -> None:
    """Replace the index by one made from what is current now."""
    phrases = list(current_phrases())
    stems_of, vocabulary = [], defaultdict(Counter)
    for phrase in phrases:
        stems = {}
        for word, weight in weighted_words(phrase.text, phrase.language):
            word_stem = stem(word, phrase.language)
            vocabulary[phrase.language][word] += 1
            stems[word_stem] = max(weight, stems.get(word_stem, 0))
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
                phrase.unit_group,
                phrase.language,
                phrase.shown or phrase.text,
                phrase.source,
                phrase.position,
                phrase.forms,
                round(sum(rarity[phrase.language, s] * weight for s, weight in stems_of[number].items()), 4),
                popularity.get(phrase.unit_group, 0),
            )
            for number, phrase in enumerate(phrases)
        ),
    )
    replace(
        cursor,
        SearchPosting,
        ("phrase_id", "language", "stem"),
        ((number, phrase.language, s) for number, phrase in enumerate(phrases) for s in stems_of[number]),
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
    """Yield all that leads to a unit group."""
    names = {}
    for code, french, english in NocGroup.objects.unit_groups().values_list("code", "name_fr", "name_en"):
        names[code] = {"fr": french, "en": english}
        for language, name in names[code].items():
            yield Source(code, language, name, SearchPhrase.Source.NAME.value)
    official, known = set(), set()
    titles = JobTitle.objects.current().values_list("unit_group_id", "language", "title", "is_illustrative")
    for code, language, title, is_main in titles.iterator(5000):
        kind = SearchPhrase.Source.MAIN_TITLE if is_main else SearchPhrase.Source.TITLE
        found = Source(code, language, title, kind.value)
        official.add((language, found.forms))
        yield found
    terms = SearchTerm.objects.current().values_list("unit_group_id", "language", "term", "position")
    for code, language, term, position in terms.iterator(5000):
        found = Source(code, language, term, SearchPhrase.Source.TERM.value, position)
        known.add((code, language, found.forms))
        yield found
    for profile in shown_profiles():
        if profile.unit_group_id in names:  # not retired since
            for found in of_profile(profile, names[profile.unit_group_id]):
                # A name that is the official title of another unit group leads there.
                is_title = (found.language, found.forms) in official
                if not is_title and (found.unit_group, found.language, found.forms) not in known:
                    yield found


def of_profile(profile: PlainProfile | EditedProfile, name: dict[str, str]):
    """Yield the names that a profile gives the occupation, and its sentences, which people read as the class name."""
    for language, document in (("fr", profile.text_fr), ("en", profile.text_en)):
        for called in document["also_called"]:
            yield Source(profile.unit_group_id, language, called, SearchPhrase.Source.TERM.value, ALSO_CALLED)
        for text in (document["summary"], *(duty for group in document["duties"] for duty in group["duties"])):
            yield Source(profile.unit_group_id, language, text, SearchPhrase.Source.TEXT.value, shown=name[language])


def weighted_words(text: str, language: str):
    """Yield each word of a phrase with its weight: less after a dash or in parentheses."""
    head, _dash, qualifier = fold(text).replace("(", " - ").partition(" - ")
    for word in words(head, language):
        yield word, 1.0
    for word in words(qualifier, language):
        yield word, QUALIFIER_WEIGHT


def rarities(phrases: list[Source], stems_of) -> dict[tuple[str, str], float]:
    """Return how much each stem tells: the logarithm of all phrases over the phrases that have it."""
    totals = Counter(phrase.language for phrase in phrases)
    having = Counter((phrase.language, s) for phrase, stems in zip(phrases, stems_of, strict=True) for s in stems)
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
