"""How distances, durations and numbers of institutions are said in each language."""

import pytest
from django.utils import translation

from training.durations import brackets_of
from training.templatetags.training import kilometres, months
from training.where import legend, shade

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "distance", "said"),
    [
        ("fr", 3.42, f"3,4{NBSP}km"),
        ("en", 3.42, "3.4 km"),
        ("fr", 9.96, f"10{NBSP}km"),
        ("fr", 1084.4, f"1{NBSP}084{NBSP}km"),
        ("en", None, ""),
    ],
)
def test_a_distance(language, distance, said):
    with translation.override(language):
        assert kilometres(distance) == said


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [
        (1, "1 mois", "1 month"),
        (10, "10 mois", "10 months"),
        (12, "1 an", "1 year"),
        (15, "15 mois", "15 months"),
        (18, "1½ an", "1½ year"),
        (30, "2½ ans", "2½ years"),
        (36, "3 ans", "3 years"),
    ],
)
def test_a_duration(count, french, english):
    with translation.override("fr"):
        assert months(count).replace(NBSP, " ") == french
    with translation.override("en"):
        assert months(count) == english


def test_brackets_of_durations_leave_no_gap():
    assert brackets_of(None) == []
    assert [len(brackets_of(count)) for count in range(1, 73)] == [1] * 72
    assert [brackets_of(count) for count in (6, 7, 12, 24, 37)] == [["6"], ["12"], ["12"], ["24"], ["over-36"]]


def test_a_shade_says_what_the_legend_does():
    with translation.override("en"):
        words = {each.name: each.words for each in legend()}
    said = [words[shade(count)] for count in (1, 2, 3, 4, 6, 7, 12, 13, 90)]
    two, four, seven, more = "2 to 3", "4 to 6", "7 to 12", "13 or more"
    assert said == ["1", two, two, four, four, seven, seven, more, more]
    assert shade(0) not in words
