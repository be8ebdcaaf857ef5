"""Editing profiles leaves the search index as a whole rebuild would make it, and rewrites only what changes."""

import copy
import random

import pytest
from django.db import connection, transaction

from occupations.models import EditedProfile, JobTitle, NocGroup, PlainProfile, SearchTerm
from occupations.search import edit
from occupations.search.edit import index_following
from occupations.search.index import rebuild
from tests.occupations.detail.file_world import RELATED, TOLD_EN, TOLD_FR

WRITTEN = ("31301", "72106")
WORDS = ["soigner", "les", "malades", "patience", "douceur", "jour", "nuit", "souder", "pieces", "metal", "atelier"]
WORDS += ["infirmier", "garde", "hopital", "travail", "equipe", "plan", "appareil", "mesure", "work", "team", "nurse"]
# Rows without their numbers, which say nothing; phrases in place of the numbers that postings have.
ROWS = """
    SELECT 'phrase', s.unit_group_id, s.language, s.text, s.source, s.position, s.forms, s.information, s.popularity, (
        SELECT array_agg((p.language, p.stem, p.weight)::text ORDER BY p.stem)
        FROM occupations_searchposting p WHERE p.phrase_id = s.id
    )::text FROM occupations_searchphrase s
    UNION ALL
    SELECT 'word', stem, language, word, frequency, 0, sound, rarity, 0, '' FROM occupations_searchword
    UNION ALL
    SELECT 'postings', '', '', '', count(*), 0, '', 0, 0, '' FROM occupations_searchposting
"""


def read(statement: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return sorted(cursor.fetchall())


def rows_of_a_rebuild() -> list[tuple]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            rebuild(cursor)
        rows = read(ROWS)
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def index(classes):
    """The index of a world with enough titles for one phrase more to be one of many."""
    chance = random.Random(22)
    JobTitle.objects.bulk_create(
        JobTitle(
            unit_group_id=chance.choice(WRITTEN),
            language=language,
            title=f"{' '.join(chance.sample(WORDS, 3))} - {chance.choice(WORDS)} {number}",
            is_illustrative=number % 5 == 0,
        )
        for number in range(430)
        for language in ("fr", "en")
    )
    JobTitle.objects.create(unit_group_id="21232", language="fr", title="as du code", is_illustrative=False)
    SearchTerm.objects.create(unit_group_id="31301", language="fr", term="garde de nuit", position=3)
    for code in WRITTEN:
        PlainProfile.objects.create(unit_group_id=code, text_fr=TOLD_FR, text_en=TOLD_EN, related=RELATED)
    with connection.cursor() as cursor:
        rebuild(cursor)


@pytest.fixture
def no_rebuild(monkeypatch):
    def refuse(_cursor):
        raise AssertionError("the whole index was rebuilt")

    monkeypatch.setattr(edit, "rebuild", refuse)


def write(code: str, *, also_called=(), duties=(), summary="Ces personnes soignent.") -> None:
    """Write over the profile of a unit group, in one language and in both."""
    text = copy.deepcopy(TOLD_FR) | {"summary": summary}
    text["also_called"] += also_called
    text["duties"][0]["duties"] += duties
    with index_following([code]):
        EditedProfile.objects.update_or_create(
            unit_group_id=code,
            defaults={"text_fr": text, "text_en": TOLD_EN, "related": [], "reviewed_on": "2026-11-01"},
        )


def withdraw(*codes: str) -> None:
    with index_following(list(codes)):
        EditedProfile.objects.filter(pk__in=codes).delete()


@pytest.mark.parametrize("seed", range(6))
def test_after_each_of_many_edits_the_index_is_that_of_a_rebuild(index, no_rebuild, seed):
    chance = random.Random(seed)

    def phrases(most: int) -> list[str]:
        return [" ".join(chance.choices(WORDS, k=chance.randint(1, 6))) for _ in range(chance.randint(0, most))]

    for _ in range(5):
        code = chance.choice(WRITTEN)
        if chance.random() < 0.25:
            withdraw(code)
        else:
            write(code, also_called=phrases(2), duties=phrases(4), summary=" ".join(phrases(3)))
        assert read(ROWS) == rows_of_a_rebuild()


@pytest.mark.parametrize(
    "also_called",
    [
        ["as du code"],  # the official title of another occupation
        ["garde de nuit"],  # a term already
        ["soudeur", "soudeurs"],  # two phrases that read the same
        ["travail"],  # a word that never tells much
        ["x" * 61],  # too long for a word
        ["zoothérapeute - zoo"],  # words that were nowhere, one of them twice
    ],
)
def test_names_that_come_and_go(index, no_rebuild, also_called):
    untouched = read(ROWS)
    write("31301", also_called=also_called)
    assert read(ROWS) == rows_of_a_rebuild()
    withdraw("31301")
    assert read(ROWS) == untouched


def test_several_at_once(index, no_rebuild):
    untouched = read(ROWS)
    for code in WRITTEN:
        write(code, also_called=["as de la soudure"])
    withdraw(*WRITTEN)
    assert read(ROWS) == untouched


def test_a_retired_occupation_stays_out(index, no_rebuild):
    NocGroup.objects.filter(pk="31301").update(retired_on="2026-03-01")
    with connection.cursor() as cursor:
        rebuild(cursor)
    untouched = read(ROWS)
    write("31301", also_called=["as du chevet"])
    assert read(ROWS) == untouched


def test_other_rows_are_not_written_again(index, no_rebuild):
    """A row that PostgreSQL writes again stands elsewhere in its table."""
    places = "SELECT ctid::text FROM occupations_search{}"
    before = {table: set(read(places.format(table))) for table in ("phrase", "posting", "word")}
    write("31301", summary=TOLD_FR["summary"], also_called=["zoothérapeute"])
    for table, kept in before.items():
        assert kept <= set(read(places.format(table)))


def test_an_index_made_by_other_rules_is_made_anew(index):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE occupations_searchword SET rarity = rarity + 0.0123")
        cursor.execute("UPDATE occupations_searchposting SET weight = 1")
    write("31301", also_called=["infirmier de nuit"])
    assert read(ROWS) == rows_of_a_rebuild()


def test_an_index_that_was_never_made_is_made(classes):
    PlainProfile.objects.create(unit_group_id="31301", text_fr=TOLD_FR, text_en=TOLD_EN, related=RELATED)
    write("31301", also_called=["as du chevet"])
    assert read(ROWS) == rows_of_a_rebuild()


def test_so_many_more_that_every_word_is_rarer(index):
    write("31301", duties=[f"{word} {other}" for word in WORDS for other in WORDS])
    assert read(ROWS) == rows_of_a_rebuild()
