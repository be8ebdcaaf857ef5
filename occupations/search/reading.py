"""What the words of a query may mean: stems of the vocabulary, each with how sure that is.

At most two queries, whatever the number of words and languages.
"""

import re
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from itertools import pairwise

from django.db import connection

from occupations.search.words import distance, singular, sound, stem, words

LONGEST_QUERY = 200  # letters; more is not a query
MOST_WORDS = 8

# How sure a reading of a word is: the word or its family, its beginning, its sound, a typing mistake.
SAME_STEM, BEGINNING, SOUND, MISTAKE = 1.0, 0.9, 0.8, 0.75
SHORT = 5  # letters; a last word up to this long may be the beginning of another, even when it is a word
UNKNOWN_RARITY = 9.0  # of a word that the vocabulary lacks: it counts as a rare one that nothing matches

VOWEL = re.compile("[aeiouy]")

Word = tuple[str, str]  # language, word or stem


@dataclass(frozen=True)
class Reading:
    """One stem that a word of the query may mean."""

    word: int  # which one of the query
    stem: str
    sureness: float
    rarity: float


@dataclass
class Question:
    """A query in one language."""

    language: str
    typed: list[str]
    spelled: list[str]  # the words as they should be, in the singular
    readings: list[Reading] = field(default_factory=list)

    @property
    def is_understood(self) -> bool:
        """Whether the language has all the words as they were typed."""
        sure = {reading.word for reading in self.readings if reading.sureness >= BEGINNING}
        return len(sure) == len(self.typed) > 0

    @property
    def weights(self) -> list[float]:
        """Return how much each word tells: the rarity of its commonest reading."""
        rarities = defaultdict(list)
        for reading in self.readings:
            rarities[reading.word].append(reading.rarity)
        return [min(rarities[number], default=UNKNOWN_RARITY) for number in range(len(self.typed))]


def read(query: str, languages: list[str], *, unfinished: bool) -> list[Question]:
    """Return what a query may mean in each language; two words may be one written apart (book keeper)."""
    questions, may_go_on = [], query[-1:].isalnum()
    for language in languages:
        typed = words(query[:LONGEST_QUERY], language)[:MOST_WORDS]
        questions.append(Question(language, typed, [singular(word, language) for word in typed]))
    last_words = {(q.language, q.typed[-1]) for q in questions if q.typed and may_go_on}
    known, begun = vocabulary({(q.language, s) for q in questions for s in [*stems(q), *joined_stems(q)]}, last_words)
    if not unfinished:
        for language, word in last_words:
            if len(word) > SHORT and (language, stem(word, language)) in known:
                begun.pop((language, word), None)
    for question in questions:
        read_known(question, known, begun, unfinished)
    correct(questions)
    return questions


def stems(question: Question) -> list[str]:
    return [stem(word, question.language) for word in question.typed]


def joined_stems(question: Question) -> list[str]:
    return [stem(one + other, question.language) for one, other in pairwise(question.typed)]


def read_known(question: Question, known: dict[Word, float], begun: dict[Word, list], unfinished: bool) -> None:
    """Add the readings that the vocabulary has for the words as typed."""
    language, joined = question.language, joined_stems(question)
    for number, (word, word_stem) in enumerate(zip(question.typed, stems(question), strict=True)):
        found = {s: SAME_STEM for s in [word_stem, *joined[max(0, number - 1) : number + 1]] if (language, s) in known}
        rarities = {s: known[language, s] for s in found}
        if number == len(question.typed) - 1:
            sureness = MISTAKE if word_stem in found and not unfinished else BEGINNING
            for other, rarity in begun.get((language, word), ()):
                found.setdefault(other, sureness)
                rarities.setdefault(other, rarity)
        question.readings += [Reading(number, s, sureness, rarities[s]) for s, sureness in found.items()]


def correct(questions: list[Question]) -> None:
    """Add the readings of words that the vocabulary lacks: the likeliest of those that look or sound like them."""
    lacking = [
        (question, number)
        for question in questions
        for number in set(range(len(question.typed))) - {reading.word for reading in question.readings}
        if len(question.typed[number]) >= 4 and not question.typed[number].isdigit()
    ]
    candidates = near({(question.language, question.typed[number]) for question, number in lacking})
    for question, number in lacking:
        word = question.typed[number]
        most = 1 if len(word) <= 5 else 2 if len(word) <= 9 else 3
        ranked = []
        for other, other_stem, same_sound, rarity, frequency in candidates[question.language, word]:
            letters = distance(word, other, most)
            sounds_alike = same_sound and VOWEL.search(word) is not None  # nobody says "zzzzq"
            if sounds_alike or letters <= most:
                # A frequent word is the likelier target of the same mistake.
                unlikeliness = letters - sounds_alike - 0.15 * min(frequency, 400) ** 0.3
                ranked.append((unlikeliness, other, other_stem, SOUND if sounds_alike else MISTAKE, rarity))
        if ranked:
            nearest, *_rest = min(ranked)
            likely = {item[2]: item for item in sorted(ranked, reverse=True) if item[0] <= nearest + 0.6}
            question.spelled[number] = singular(min(ranked)[1], question.language)
            question.readings += [Reading(number, s, item[3], item[4]) for s, item in likely.items()]


# --- The vocabulary ---------------------------------------------------------------------------------------


def vocabulary(asked: set[Word], begun: set[Word]) -> tuple[dict[Word, float], dict[Word, list[tuple[str, float]]]]:
    """Return the rarity of the stems that the vocabulary has, and of the words that begin so the commonest stems.

    A range and not LIKE: for a pattern that comes from a row PostgreSQL 18 took the trigram index, ten times slower.
    """
    rows = look_up(
        "SELECT a.language, a.word, a.begins, v.* FROM asked a, LATERAL ("
        "  (SELECT stem, max(rarity) FROM occupations_searchword"
        "  WHERE NOT a.begins AND language = a.language AND stem = a.word GROUP BY stem)"
        "  UNION ALL"
        "  (SELECT stem, max(rarity) FROM occupations_searchword"
        "  WHERE a.begins AND language = a.language AND word ~>=~ a.word AND word ~<~ (a.word || '\U0010ffff')"
        "  GROUP BY stem ORDER BY sum(frequency) DESC LIMIT 40)"
        ") v",
        asked,
        begun,
    )
    known, found = {}, defaultdict(list)
    for language, word, begins, word_stem, rarity in rows:
        if begins:
            found[language, word].append((word_stem, rarity))
        else:
            known[language, word] = rarity
    return known, found


def near(asked: set[Word]) -> dict[Word, list[tuple]]:
    """Return (word, stem, whether it sounds the same, rarity, frequency) of words that look or sound alike."""
    rows = look_up(
        "SELECT a.language, a.word, v.* FROM asked a, LATERAL ("
        "  SELECT word, stem, sound = a.sound, rarity, frequency FROM occupations_searchword"
        "  WHERE language = a.language AND (sound = a.sound OR word %% a.word)"
        "  ORDER BY sound = a.sound DESC, similarity(word, a.word) DESC LIMIT 60"
        ") v",
        asked,
    )
    found = defaultdict(list)
    for language, word, *candidate in rows:
        found[language, word].append(tuple(candidate))
    return found


def look_up(statement: str, asked: set[Word], begun: Set[Word] = frozenset()) -> list[tuple]:
    """Return the rows of a statement that reads `asked`: words with their language and sound, and whether they begin
    another."""
    words_asked = [(*word, False) for word in sorted(asked)] + [(*word, True) for word in sorted(begun)]
    if not words_asked:
        return []
    languages, spelled, begins = map(list, zip(*words_asked, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH asked AS (SELECT * FROM unnest(%s::varchar[], %s::varchar[], %s::varchar[], %s::boolean[])"
            f" AS asked (language, word, sound, begins)) {statement}",
            [languages, spelled, [sound(word) for word in spelled], begins],
        )
        return cursor.fetchall()
