"""A folder of YAML files is a dataset's source like any other file."""

import pytest

from catalog.models import Release
from catalog.problems import BadFile
from catalog.publication import rollback
from occupations.models import FieldOfInterest, OccupationField
from tests.catalog.account import in_both_languages
from tests.catalog.wages import make_world
from tests.files import load, write_csv

PROFILES = {
    "11100": "code: '11100'\nfields_of_interest: [numbers, office]\n",
    "21232": "# Developers\ncode: '21232'\nfields_of_interest:\n  - numbers\nsectors: ['541']\n",
}


@pytest.fixture
def folder(db, tmp_path):
    make_world()
    FieldOfInterest.objects.bulk_create(
        FieldOfInterest(code=code, name_fr=code, name_en=code) for code in ("numbers", "office")
    )
    path = tmp_path / "profiles"
    path.mkdir()
    for code, text in PROFILES.items():
        (path / f"{code}.yaml").write_text(text, encoding="utf-8")
    return path


def rows() -> list[tuple]:
    return list(OccupationField.objects.current().values_list("unit_group", "field", "rank"))


def test_each_file_is_a_line_and_each_item_a_row(folder):
    outcome = load("occupation-fields", folder)
    assert rows() == [("11100", "numbers", 1), ("11100", "office", 2), ("21232", "numbers", 1)]
    assert (outcome.counts.read, outcome.counts.loaded, outcome.counts.rejected) == (2, 3, 0)
    assert outcome.release.files[0]["name"] == "profiles"


def test_the_same_folder_is_nothing_new_and_another_one_is(folder):
    load("occupation-fields", folder)
    assert load("occupation-fields", folder).result == "nothing-new"
    (folder / "11100.yaml").rename(folder / "11101.yaml")  # the same contents under other names
    assert Release.objects.count() == 1
    (folder / "21232.yaml").unlink()
    assert load("occupation-fields", folder, force=True).counts.removed == 1


def test_a_release_comes_back_from_the_archive(folder):
    load("occupation-fields", folder)
    (folder / "21232.yaml").write_text("code: '21232'\nfields_of_interest: [office]\n")
    load("occupation-fields", folder)
    assert rows()[-1] == ("21232", "office", 1)
    rollback("occupation-fields")
    assert rows()[-1] == ("21232", "numbers", 1)


WRONG = {
    "not YAML": (
        "code: '11100'\nfields_of_interest: [numbers\n",
        "11100.yaml, line 3, column 1: this is not YAML: did not find expected ',' or ']'.",
    ),
    "not a mapping": ("- numbers\n", "11100.yaml, line 1, column 1: this is not YAML: keys and values expected."),
    "misspelt key": (
        "code: '11100'\nfield_of_interest: [numbers]\n",
        "11100.yaml: 1 of 2 lines were rejected, more than the accepted 0%. First: line 1, column fields_of_interest, "
        "“”. A value is required.",
    ),
    "not a list": (
        "code: '11100'\nfields_of_interest: numbers\n",
        "11100.yaml: 1 of 2 lines were rejected, more than the accepted 0%. First: line 1, column fields_of_interest, "
        "“numbers”. A list was expected.",
    ),
    "unknown field": (
        "code: '11100'\nfields_of_interest: [number]\n",
        "11100.yaml: 1 of 2 lines were rejected, more than the accepted 0%. First: line 1, column fields_of_interest, "
        "“number”. The code is not known.",
    ),
    "unknown occupation": (
        "code: '99999'\nfields_of_interest: [numbers]\n",
        "11100.yaml: 1 of 2 lines were rejected, more than the accepted 0%. First: line 1, column code, "
        "“99999”. The code is not known.",
    ),
    "a code that lost its quotes and zero": (
        "code: 1110\nfields_of_interest: [numbers]\n",
        "11100.yaml: 1 of 2 lines were rejected, more than the accepted 0%. First: line 1, column code, "
        "“1110”. The code is not in the expected form.",
    ),
    "the code of another file": (
        "code: '21232'\nfields_of_interest: [numbers]\n",
        "21232.yaml, line 1, column code, fields_of_interest: 21232 numbers was already given on line 1 (11100.yaml).",
    ),
    "five fields": (
        "code: '11100'\nfields_of_interest: [a, b, c, d, e]\n",
        "11100.yaml: 1 of 2 lines were rejected, more than the accepted 0%. First: line 1, column rank, “5”. A number "
        "was expected, within what the table can hold.",
    ),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_a_bad_file_is_named(folder, text, message):
    (folder / "11100.yaml").write_text(text)
    with pytest.raises(BadFile) as error:
        load("occupation-fields", folder)
    french, english = in_both_languages(error.value)
    assert english == message
    assert "11100.yaml" in french
    assert rows() == []


def test_folders_and_files_are_not_taken_for_each_other(folder, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    table = write_csv(tmp_path / "table.csv", "code,fields_of_interest", [("11100", "numbers")])
    for slug, path, code in (
        ("occupation-fields", table, "not-folder"),
        ("occupation-fields", empty, "empty"),
        ("fields-of-interest", folder, "folder"),
    ):
        with pytest.raises(BadFile) as error:
            load(slug, path)
        assert error.value.problem.code == code
