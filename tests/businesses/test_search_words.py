"""What the words of a query may mean in the vocabulary of the directory."""

import pytest

from businesses.models import Term
from businesses.search.words import COMPLETE, FEW, read


@pytest.fixture
def vocabulary(db):
    def write(**establishments: int) -> None:
        Term.objects.bulk_create(Term(term=term, stem=term, establishments=n) for term, n in establishments.items())

    return write


def test_the_words_that_begin_as_the_last_one_are_asked_for_one_by_one_where_they_are_few(vocabulary):
    vocabulary(assurance=7, associes=9, atelier=5)
    (word,) = read("ass")
    assert (word.terms, word.begun) == ({"assurance": 7, "associes": 9}, 0)
    assert (word.most, word.least) == (16, 9)


def test_where_they_are_many_by_their_beginning(vocabulary):
    vocabulary(**{f"gar{letter}": 3 for letter in "abcdefghijk"[: FEW + 1]})
    (word,) = read("gar")
    assert (word.begun, word.least, word.tsquery) == (33, 3, "('gar':*)")


def test_a_word_that_many_have_is_whole(vocabulary):
    vocabulary(garage=COMPLETE, garagiste=COMPLETE)
    (word,) = read("garage")
    assert list(word.terms) == ["garage"]


def test_numbers_begin_as_typed_for_the_vocabulary_has_none(vocabulary):
    vocabulary(**{"360degres": 4})
    (word,) = read("360")
    assert "'360':*" in word.tsquery


def test_only_the_last_word_may_be_a_beginning(vocabulary):
    vocabulary(garage=9, atelier=5)
    first, last = read("gar atel")
    assert first.is_corrected or not first.terms
    assert last.terms == {"atelier": 5}
