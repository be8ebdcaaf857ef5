from collections import Counter, defaultdict

import pytest

from catalog.problems import BadFile
from occupations.models import SearchTerm
from occupations.search.words import fold
from tests.files import load, load_embedded, read_embedded, write_csv

HEADER = "term,language,unit_group,position"


@pytest.fixture(scope="module")
def lines():
    return read_embedded("search/terms.csv")


def test_lines_are_sorted_by_language_term_and_position(lines):
    keys = [(line["language"], line["term"], int(line["position"])) for line in lines]
    assert keys == sorted(keys)


def test_positions_of_a_term_count_from_one_and_name_each_unit_group_once(lines):
    groups = defaultdict(list)
    for line in lines:
        groups[line["language"], line["term"]].append((line["position"], line["unit_group"]))
    wrong = {
        term: pairs
        for term, pairs in groups.items()
        if [position for position, _code in pairs] != ["1", "2", "3", "4"][: len(pairs)]
        or len({code for _position, code in pairs}) != len(pairs)
    }
    assert not wrong


def test_a_term_has_one_spelling(lines):
    spellings = Counter((line["language"], fold(line["term"])) for line in lines if line["position"] == "1")
    assert not [term for term, count in spellings.items() if count > 1]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_unit_group_has_a_term_in_each_language(lines, language):
    unit_groups = {row["code"] for row in read_embedded("noc/classes.csv") if len(row["code"]) == 5}
    assert {line["unit_group"] for line in lines if line["language"] == language} == unit_groups


@pytest.mark.django_db
def test_the_embedded_terms_load_whole(lines):
    load_embedded("noc")
    outcome = load_embedded("search-terms")

    assert (outcome.counts.loaded, outcome.counts.rejected) == (len(lines), 0)
    assert outcome.release.kind == "portal"
    codes = SearchTerm.objects.filter(language="fr", term="PAB").values_list("unit_group_id", flat=True)
    assert list(codes) == ["33102"]


@pytest.mark.django_db
def test_a_language_that_the_portal_does_not_speak_is_refused(classes, tmp_path):
    rows = [["infirmière", "fr", "31301", 1], ["enfermera", "es", "31301", 1]]
    with pytest.raises(BadFile) as error:
        load("search-terms", write_csv(tmp_path / "terms.csv", HEADER, rows))
    assert (error.value.problem.line, error.value.problem.column) == (3, "language")
