from occupations.models import SearchPhrase
from occupations.search.ranking import Phrase, rank

TITLE, TERM = SearchPhrase.Source.TITLE, SearchPhrase.Source.TERM


def phrase(unit_group, text, *, source=TITLE, position=1, popularity=0.5, coverage=1.0, precision=0.5):
    return Phrase(unit_group, text, source, position, popularity, coverage, precision, f" {text} ")


def order(phrases, typed):
    return [item.unit_group for item in rank(phrases, typed)]


def test_a_phrase_that_covers_the_query_comes_first():
    assert order(
        [phrase("1", "agent", coverage=0.5, precision=1), phrase("2", "agent securite")], ["agent", "securite"]
    ) == ["2", "1"]


def test_the_phrase_itself_comes_before_a_longer_one():
    assert order(
        [phrase("1", "chef cuisinier", precision=0.6), phrase("2", "cuisinier", precision=1)], ["cuisinier"]
    ) == ["2", "1"]


def test_the_word_itself_comes_before_its_family():
    phrases = [phrase("1", "agriculture", precision=0.8), phrase("2", "agricultrice", precision=0.8)]
    assert order(phrases, ["agricultrice"]) == ["2", "1"]


def test_more_people_work_there_decides_between_equals():
    assert order([phrase("1", "serveur", popularity=0.2), phrase("2", "serveur", popularity=0.9)], ["serveur"]) == [
        "2",
        "1",
    ]


def test_a_term_settles_what_people_mean():
    phrases = [phrase("1", "facteur", precision=1), phrase("2", "facteur", source=TERM, precision=1)]
    assert order(phrases, ["facteur"]) == ["2", "1"]


def test_positions_of_a_term_are_kept():
    phrases = [phrase(str(n), "rh", source=TERM, position=n, precision=1) for n in (3, 1, 2)]
    assert order(phrases, ["rh"]) == ["1", "2", "3"]


def test_each_unit_group_comes_once_with_its_best_phrase():
    ranked = rank([phrase("1", "cuisinier", precision=1), phrase("1", "aide cuisinier")], ["cuisinier"])
    assert [(item.unit_group, item.phrase.text) for item in ranked] == [("1", "cuisinier")]
