"""Changing in the search index only what an edit of profiles changes, so that it is as a whole rebuild would make it.

Phrases of the profile come and go. With them change how many phrases have a stem and how often a word is found, now and
then the rarity of a stem, and then how much the phrases that have it tell.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.models import Count, Max

from occupations.models import SearchPhrase, SearchWord
from occupations.search.index import Stem, add_phrases, add_words, lock, rebuild
from occupations.search.phrases import Source, current_of_profiles
from occupations.search.rarity import rarity, tenths


class NeedsRebuild(Exception):
    """The index is not what today's rules make of what was there before, or nearly all of it changes."""


@contextmanager
def index_following(codes: list[str]) -> Iterator[None]:
    """Let the index follow what the block changes of the profiles of some unit groups; in a transaction."""
    with connection.cursor() as cursor:
        lock(cursor)
        before = Counter(current_of_profiles(codes))
        yield
        after = Counter(current_of_profiles(codes))
        try:
            replace(cursor, list((before - after).elements()), list((after - before).elements()))
        except NeedsRebuild:
            rebuild(cursor)


def replace(cursor, gone: list[Source], new: list[Source]) -> None:
    """Take phrases out of the index, and put others in.

    Raises NeedsRebuild when it lacks one of those to take out, was made by other rules, or has so many more or fewer
    than before that the rarity of every stem changes.
    """
    numbers = numbers_of(gone)
    changed, rarities = rarities_after(cursor, gone, new)
    cursor.execute("DELETE FROM occupations_searchposting WHERE phrase_id = ANY(%s)", [numbers])
    cursor.execute("DELETE FROM occupations_searchphrase WHERE id = ANY(%s)", [numbers])
    change_rarities(cursor, changed)
    first = (SearchPhrase.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    add_phrases(cursor, new, first, rarities)
    change_words(cursor, net(gone, new, lambda phrase: (word for word, _weight in phrase.words)), rarities)


def net(gone: list[Source], new: list[Source], parts) -> dict[tuple[str, str], int]:
    """Return how many more or fewer there are of each part, by language and part."""
    counts = Counter((phrase.language, part) for phrase in new for part in parts(phrase))
    counts.subtract((phrase.language, part) for phrase in gone for part in parts(phrase))
    return counts


def numbers_of(gone: list[Source]) -> list[int]:
    """Return which rows these phrases are; of two that read the same, as many as there are to take out."""
    columns = ("unit_group_id", "language", "text", "source", "position", "forms")
    rows = SearchPhrase.objects.filter(unit_group__in={phrase.unit_group for phrase in gone})
    found: dict[tuple, list[int]] = {}
    for number, *key in rows.values_list("pk", *columns):
        found.setdefault(tuple(key), []).append(number)
    numbers = []
    for phrase in gone:
        key = (phrase.unit_group, phrase.language, phrase.shown, phrase.source, phrase.position, phrase.forms)
        if not found.get(key):
            raise NeedsRebuild
        numbers.append(found[key].pop())
    return numbers


HAVING = """
    SELECT asked.language, asked.stem, w.rarity, (
        SELECT count(*) FROM occupations_searchposting p WHERE p.language = asked.language AND p.stem = asked.stem
    )
    FROM unnest(%s::varchar[], %s::varchar[]) AS asked (language, stem), LATERAL (
        SELECT max(rarity) AS rarity FROM occupations_searchword
        WHERE language = asked.language AND stem = asked.stem
    ) w
"""


def rarities_after(cursor, gone: list[Source], new: list[Source]) -> tuple[dict[Stem, float], dict[Stem, float]]:
    """Return by how much the rarity of stems changes, where it does, and the rarity of each stem of the new phrases."""
    totals = dict(SearchPhrase.objects.values_list("language").annotate(Count("pk")))
    totals_after = Counter(totals) + Counter(phrase.language for phrase in new)
    totals_after.subtract(phrase.language for phrase in gone)
    for language, after in totals_after.items():
        if not after or not totals.get(language) or tenths(after) != tenths(totals[language]):
            raise NeedsRebuild
    counts = net(gone, new, lambda phrase: phrase.stems)
    changed, rarities = {}, {}
    cursor.execute(HAVING, list(map(list, zip(*counts, strict=True))) or [[], []])
    for language, stem, known, having in cursor.fetchall():
        key = language, stem
        if having and known != rarity(language, stem, having, totals[language]):
            raise NeedsRebuild
        if after := having + counts[key]:
            rarities[key] = rarity(language, stem, after, totals_after[language])
            if having and rarities[key] != known:
                changed[key] = rarities[key] - known
    return changed, rarities


CHANGED = "WITH changed (language, stem, more) AS (SELECT * FROM unnest(%s::varchar[], %s::varchar[], %s::float[]))"


def change_rarities(cursor, changed: dict[Stem, float]) -> None:
    """Let stems be rarer or commoner, and all phrases that have them tell more or less."""
    if not changed:
        return
    parameters = [*map(list, zip(*changed, strict=True)), list(changed.values())]
    cursor.execute(
        f"{CHANGED} UPDATE occupations_searchword w SET rarity = round((rarity + more)::numeric, 1)"
        " FROM changed c WHERE w.language = c.language AND w.stem = c.stem",
        parameters,
    )
    cursor.execute(
        f"{CHANGED}, told AS ("
        "  SELECT phrase_id, sum(weight * more) AS more"
        "  FROM changed c JOIN occupations_searchposting p ON p.language = c.language AND p.stem = c.stem"
        "  GROUP BY phrase_id"
        ") UPDATE occupations_searchphrase s SET information = round((information + more)::numeric, 4)"
        " FROM told WHERE s.id = told.phrase_id",
        parameters,
    )


def change_words(cursor, counts: dict[tuple[str, str], int], rarities: dict[Stem, float]) -> None:
    """Let words be more or less frequent, come and go."""
    counts = {word: count for word, count in counts.items() if count}
    rows = SearchWord.objects.filter(word__in={word for _language, word in counts})
    known = [each for each in rows if (each.language, each.word) in counts]
    for each in known:
        each.frequency += counts.pop((each.language, each.word))
    SearchWord.objects.bulk_update([each for each in known if each.frequency], ["frequency"])
    SearchWord.objects.filter(pk__in=[each.pk for each in known if not each.frequency]).delete()
    add_words(cursor, counts, rarities)
