"""OaSIS: the official layouts and their slips, the rule that makes unit groups of profiles, the embedded edition."""

import pytest

from catalog.problems import BadFile
from occupations.datasets.oasis import COLUMNS, INTERESTS, MEASURES
from occupations.models import Characteristic, Descriptor, Measure, NocGroup
from tests.files import load, load_embedded, write_csv

pytestmark = pytest.mark.django_db

FILES = {
    "skills": "skills_oasis_2023_v1.0.csv",
    "abilities": "abilities_oasis_2023_v1.0.csv",
    "knowledge": "knowledges_oasis_2023_v1.0.csv",
    "personal-attributes": "personal-attributes_oasis_2023_v1.0.csv",
    "work-activities": "workactivities_oasis_2023_v1.0.csv",
    "work-context": "workcontext_oasis_2023_v1.0.csv",
}
WRITING, HEIGHTS, SCHEDULE, BIOLOGY = "F01b02", "J02a06", "J01c03", "G08a01"


@pytest.fixture(autouse=True)
def world(classes):
    Descriptor.objects.bulk_create(
        Descriptor(code=code, name_fr=code, name_en=code, measure=measure) for code, measure in MEASURES.items()
    )


@pytest.fixture
def official(tmp_path):
    """Write the seven files; `profiles` gives the ratings of each that are not 1."""

    def write(profiles, holland, codes=None, column_order=list):
        paths = []
        for part, name in FILES.items():
            columns = column_order(COLUMNS[part].items())
            # Labels differ between the files, headers have stray spaces, and some hold a comma.
            header = ",".join(
                ["OaSIS Code - Final", "OaSIS Label - Final", *(f'" {text} "' for _code, text in columns)]
            )
            lines = [
                [(codes or {}).get((part, profile), profile), f"label of {part}"]
                + [ratings.get(descriptor, 1) for descriptor, _text in columns]
                for profile, ratings in profiles.items()
            ]
            paths.append(write_csv(tmp_path / name, header, lines))
        header = "OaSIS Code,OaSIS Label ,Holland Codes - 1,Holland Codes - 2,Holland Codes - 3"
        lines = [[profile, "", *letters.ljust(3)] for profile, letters in holland]
        return [*paths, write_csv(tmp_path / "interests_oasis_2023_v1.0.csv", header, lines)]

    return write


def rating(descriptor, unit_group="31301"):
    return Characteristic.objects.live().get(unit_group=unit_group, descriptor=descriptor)


def letters(unit_group="31301"):
    names = {descriptor: letter for letter, descriptor in INTERESTS.items()}
    found = Characteristic.objects.live().filter(unit_group=unit_group).interests()
    return "".join(names[interest.descriptor_id] for interest in found)


def test_seven_files_make_one_release(official):
    outcome = load("oasis", *official({"31301.00": {WRITING: 4}}, [("31301.00", "SEi")]))

    assert (outcome.counts.read, outcome.counts.rejected, outcome.counts.loaded) == (7, 0, 245 + 6)
    assert (outcome.release.label, outcome.release.kind) == ("2023 v1.0", "official")
    writing = rating(WRITING)
    assert (writing.value, writing.lowest, writing.highest) == (4, 4, 4)
    assert rating("J02b01-duration").value == 1
    assert letters() == "SEI"  # one of them in lower case


def test_columns_may_come_in_any_order(official):
    load("oasis", *official({"31301.00": {WRITING: 4}}, [("31301.00", "S")], column_order=lambda c: [*c][::-1]))
    assert (rating(WRITING).value, rating("F01b01").value) == (4, 1)


@pytest.mark.parametrize("slip", ["31301", "31301.1", "31301.10"])
def test_codes_that_a_spreadsheet_shortened_are_still_of_their_unit_group(official, slip):
    codes = {("work-activities", "31301.10"): slip}
    profiles = {"31301.10": {"K01a01": 5}, "31301.01": {"K01a01": 4}}
    load("oasis", *official(profiles, [("31301.01", "S"), ("31301.10", "S")], codes))
    assert rating("K01a01").value == 5  # the mean of both, rounded up


def test_a_misnumbered_profile_costs_nothing(official):
    load("oasis", *official({"31301.00": {}}, [("31301.01", "CSE")]))
    assert letters() == "CSE"


class TestRule:
    @pytest.mark.parametrize(
        ("profiles", "value"), [([2], 2), ([2, 3], 3), ([1, 1, 2], 1), ([1, 2, 2], 2), ([0, 0, 0, 1], 0), ([0, 5], 3)]
    )
    def test_a_level_is_the_mean_rounded_half_up(self, official, profiles, value):
        codes = [f"31301.{number:02d}" for number, _value in enumerate(profiles, start=1)]
        ratings = {code: {WRITING: value} for code, value in zip(codes, profiles, strict=True)}
        load("oasis", *official(ratings, [(code, "S") for code in codes]))
        found = rating(WRITING)
        assert (found.value, found.lowest, found.highest) == (value, min(profiles), max(profiles))

    @pytest.mark.parametrize(("schedules", "commonest"), [([1, 3, 3], 3), ([1, 3], 1), ([3, 2, 1, 2], 2)])
    def test_a_schedule_is_the_commonest_one(self, official, schedules, commonest):
        codes = [f"31301.{number:02d}" for number, _value in enumerate(schedules, start=1)]
        ratings = {code: {SCHEDULE: value} for code, value in zip(codes, schedules, strict=True)}
        load("oasis", *official(ratings, [(code, "S") for code in codes]))
        assert rating(SCHEDULE).value == commonest

    @pytest.mark.parametrize(
        ("holland", "together"),
        [
            (["RIC"], "RIC"),
            (["S"], "S"),
            (["SE", "SE"], "SE"),
            (["RIC", "RCI", "IRC"], "RIC"),  # 8, 6, 4
            (["RI", "SE", "AI"], "IRA"),  # I 4, then R, A and S 3 each: the order of the hexagon
            (["CR", "RC"], "RC"),
        ],
    )
    def test_interests_are_those_whose_places_add_up_highest(self, official, holland, together):
        codes = [f"31301.{number:02d}" for number, _letters in enumerate(holland, start=1)]
        load("oasis", *official({code: {} for code in codes}, zip(codes, holland, strict=True)))
        assert letters() == together

    def test_standing_is_the_percentage_of_the_others_rated_lower(self, official):
        profiles = {"31301.00": {WRITING: 5}, "21232.00": {WRITING: 5}, "72106.00": {WRITING: 2}}
        load("oasis", *official(profiles, [(code, "S") for code in profiles]))
        standings = [rating(WRITING, code).standing for code in ("31301", "21232", "72106")]
        assert standings == [50, 50, 0]


class TestRefused:
    @pytest.mark.parametrize(
        ("descriptor", "value", "file", "header"),
        [
            (WRITING, 6, "skills_oasis_2023_v1.0.csv", "Writing"),
            (BIOLOGY, 4, "knowledges_oasis_2023_v1.0.csv", "Biology"),
            (HEIGHTS, "", "workcontext_oasis_2023_v1.0.csv", "High Places"),
            (SCHEDULE, "n/a", "workcontext_oasis_2023_v1.0.csv", "Work Schedule"),
        ],
    )
    def test_a_value_outside_its_scale_is_told_with_line_and_column(self, official, descriptor, value, file, header):
        with pytest.raises(BadFile) as error:
            load("oasis", *official({"72106.00": {}, "31301.00": {descriptor: value}}, [("31301.00", "S")]))
        problem = error.value.problem
        assert (problem.file, problem.line, problem.column, problem.value) == (file, 3, header, str(value))
        assert (problem.details["reason"], problem.details["rejected"]) == ("number", 1)

    def test_an_unknown_unit_group_counts_once_a_line(self, official):
        with pytest.raises(BadFile) as error:
            load("oasis", *official({"31301.00": {}, "99999.00": {}}, [("31301.00", "S"), ("99999.00", "S")]))
        details = error.value.problem.details
        assert (details["reason"], details["rejected"], details["read"]) == ("unknown-code", 7, 14)

    def test_an_unknown_letter(self, official):
        with pytest.raises(BadFile) as error:
            load("oasis", *official({"31301.00": {}}, [("31301.00", "SX")]))
        problem = error.value.problem
        assert (problem.line, problem.column, problem.value) == (2, "Holland Codes - 2", "X")

    def test_a_profile_given_twice(self, official):
        codes = {("skills", "31301.02"): "31301.01"}
        profiles = {"31301.01": {}, "31301.02": {}}
        with pytest.raises(BadFile) as error:
            load("oasis", *official(profiles, [("31301.01", "S")], codes))
        problem = error.value.problem
        assert (problem.code, problem.file, problem.line) == ("duplicate", "skills_oasis_2023_v1.0.csv", 3)

    def test_six_files_are_not_enough(self, official):
        with pytest.raises(BadFile) as error:
            load("oasis", *official({"31301.00": {}}, [("31301.00", "S")])[:-1])
        assert error.value.problem.code == "parts"


def test_the_official_guide_names_what_is_rated(tmp_path):
    Descriptor.objects.filter(code="F01b02").update(name_fr="Rédaction", name_en="Old name")
    lines = [
        ["F", "Skills", "Category", "Skills", "A sentence."],
        ["F01", "Foundational Skills", "Sub-Category", "Skills", ""],
        ["F01b", "Reading and Writing SkillsF.01.b.01", "Similarity Group", "Skills", ""],
        ["F01b02", "Writing", "Descriptor", "Skills", ""],
        ["F02b02", "Requirements Analysis", "Descriptor", "Skills", "No file rates it."],
        ["J", "Work Context", "Category", "Work Context", ""],
        ["J02", "Physical Work Environment", "Sub-Category", "Work Context", ""],
        ["J02b", "Work Setting", "Similarity Group", "Work Context", ""],
        ["J02b01", "In an Enclosed Vehicle or Equipment", "Descriptor", "Work Context", ""],
    ]
    path = write_csv(tmp_path / "guide_oasis_2023_v1.0.csv", "Code,Name,Structure type,Category,Description", lines)
    outcome = load("oasis-descriptors", path)

    assert (outcome.counts.read, outcome.counts.out_of_scope, outcome.counts.loaded) == (9, 1, 9)
    found = Descriptor.objects.current().in_bulk()
    assert found["F01b"].name_en == "Reading and Writing Skills"
    assert (found["F01b02"].name_fr, found["F01b02"].name_en, found["F01b02"].parent_id) == (
        "Rédaction",
        "Writing",
        "F01b",
    )
    assert found["J02b01"].measure == Measure.FREQUENCY
    assert (found["J02b01-duration"].measure, found["J02b01-duration"].parent_id) == (Measure.DURATION, "J02b")
    assert found["F01"].measure == ""
    assert "F02b02" not in found


def test_the_embedded_edition_loads_whole():
    load_embedded("noc")
    descriptors = load_embedded("oasis-descriptors")
    outcome = load_embedded("oasis")

    assert (descriptors.counts.loaded, descriptors.counts.rejected) == (362, 0)
    assert (outcome.counts.read, outcome.counts.rejected, outcome.counts.loaded) == (900, 0, 516 * (245 + 6))
    assert set(Descriptor.objects.rated().values_list("code", flat=True)) == set(MEASURES)
    assert letters("14404") == "CSE"
    assert rating("F05a05").value == 5
    assert NocGroup.objects.similar_to("21232").first().code in {"21230", "21234"}
