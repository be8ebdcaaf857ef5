"""What the words of a query may mean: words of the directory, as they are, in another number, begun, or mistyped."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection

from businesses.models import Term

MOST_WORDS = 8
BEGINNING = 3  # letters; a last word of fewer is not taken for the beginning of others
COMPLETE = 20  # establishments; a last word that so many have is whole
NEARLY = 0.1  # of similarity: what is as near as the nearest
# Legal endings that some write and others leave out; PostgreSQL knows the little words of both languages.
ENDINGS = {"inc", "ltee", "ltd", "enr", "enrg", "senc", "sencrl", "srl", "corp", "cie"}
MOST_FORMS = 20  # of one stem, the commonest
FEW = 10  # words that begin alike are asked for one by one: in half the time, where more would take longer

FOLDED = """
SELECT word, coalesce(french[1], word), french = '{}' OR ts_lexize('english_stem', word) = '{}'
FROM (
  SELECT word, place, ts_lexize('french_stem', word) AS french
  FROM unnest(string_to_array(imt_fold(%s), ' ')) WITH ORDINALITY AS t (word, place)
) folded WHERE place <= %s ORDER BY place
"""
# Not joined to the query above: planned together the two took ten times as long (PostgreSQL 18).
LOOKED_UP = f"""
(SELECT stem, ARRAY[term], ARRAY[establishments], NULL AS times, NULL AS most FROM {Term._meta.db_table}
  WHERE stem = ANY(%(stems)s) AND stem <> '' ORDER BY establishments DESC)
UNION ALL
(SELECT NULL, CASE WHEN count(*) <= {FEW} THEN array_agg(term) END, array_agg(establishments),
  coalesce(sum(establishments), 0), coalesce(max(establishments), 0) FROM {Term._meta.db_table}
  WHERE term >= %(begins)s AND term < %(begins)s || '\U0010ffff' AND stem <> '')
"""


@dataclass
class Word:
    """A word of the query, and the terms any of which will do; none when nothing is like it."""

    typed: str
    is_little: bool  # "de", "the", "inc"
    terms: dict[str, int] = field(default_factory=dict)  # with how many establishments have each
    begun: int = 0  # how often words begin like it; 0 when it is whole
    least_begun: int = 0  # how many establishments have the commonest of these
    is_corrected: bool = False

    @property
    def tsquery(self) -> str:
        alternatives = [quoted(term) for term in self.terms] + ([f"{quoted(self.typed)}:*"] if self.begun else [])
        return f"({' | '.join(alternatives)})"

    @property
    def most(self) -> int:
        """Return how many establishments there are at most."""
        return max(self.begun, sum(self.terms.values()))

    @property
    def least(self) -> int:
        """Return how many have the commonest."""
        return max([self.least_begun, *self.terms.values()])


def quoted(term: str) -> str:
    """Return a term as a tsquery names it; folded words and facets have neither quotes nor backslashes."""
    return f"'{term}'"


def read(query: str) -> list[Word]:
    """Return the words of a query; little ones only where there is nothing else. Two queries at most."""
    words = known(query)
    words = [word for word in words if not word.is_little] or words
    correct([word for word in words if not word.terms and not word.begun and not word.typed.isdigit()])
    for word in words:
        if word.typed.isdigit() and not word.terms:
            word.terms = {word.typed: 0}  # the vocabulary has no numbers
    return words


def known(query: str) -> list[Word]:
    """Return the words of a query, with what the vocabulary has of the same stem and, for the last, beginning so."""
    with connection.cursor() as cursor:
        cursor.execute(FOLDED, [query, MOST_WORDS])
        words = {typed: (Word(typed, is_little or typed in ENDINGS), stem) for typed, stem, is_little in cursor}
        if not words:
            return []
        last, _stem = words[list(words)[-1]]
        begins = last.typed if len(last.typed) >= BEGINNING else None
        cursor.execute(LOOKED_UP, {"stems": [stem for _word, stem in words.values()], "begins": begins})
        rows = cursor.fetchall()
    begun = {}
    for stem, terms, establishments, times, most in rows:
        if stem is None:
            last.begun, last.least_begun = times, most
            is_known = terms and not last.typed.isdigit()  # the vocabulary has no numbers
            begun = dict(zip(terms, establishments, strict=True)) if is_known else {}
            continue
        for word, its_stem in words.values():
            if its_stem == stem and len(word.terms) < MOST_FORMS:
                word.terms[terms[0]] = establishments[0]
    is_whole = last.terms.get(last.typed, 0) >= COMPLETE
    if not is_whole:
        last.terms |= begun
    if is_whole or begun:
        last.begun = last.least_begun = 0
    return [word for word, _stem in words.values()]


def correct(words: Iterable[Word]) -> None:
    """Give words that nothing begins like the terms with the most similar letters; one query for all."""
    unknown = {word.typed: word for word in words}
    if not unknown:
        return
    statement = f"""
        SELECT word, near.* FROM unnest(%s) AS word, LATERAL (
          SELECT term, establishments, similarity(term, word) AS nearness FROM {Term._meta.db_table}
          WHERE term %% word AND stem <> '' ORDER BY nearness DESC, establishments DESC LIMIT 8
        ) near
    """
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(unknown)])
        rows = cursor.fetchall()
    candidates = defaultdict(list)
    for typed, *candidate in rows:
        candidates[typed].append(candidate)
    for typed, near in candidates.items():
        nearest = max(nearness for _term, _establishments, nearness in near)
        unknown[typed].terms = {term: times for term, times, nearness in near if nearness >= nearest - NEARLY}
        unknown[typed].is_corrected = True
