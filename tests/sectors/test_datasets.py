from collections import Counter

import pytest

from catalog.problems import BadFile
from occupations.models import NocGroup
from sectors.models import Grouping, GroupingCode, Industry
from tests.files import load, load_embedded, read_embedded, write_csv

HEADER = "Level,Hierarchical structure,Code,Parent,Class title,Superscript,Class definition"
OFFICIAL = [
    (1, "Sector", "31-33", "", "Manufacturing", "", "Making things."),
    (2, "Subsector", "311", "31-33", "Food manufacturing", "", "Making food."),
    (1, "Sector", "22", "", "Utilities", "", "Power, gas and water."),
    (2, "Subsector", "221", "22", "Utilities", "US", "The same."),
]


@pytest.fixture
def groupings(db):
    for slug in ("naics", "sector-groupings", "sector-grouping-codes"):
        assert load_embedded(slug).counts.rejected == 0


@pytest.mark.django_db
class TestNaics:
    def test_the_official_file(self, tmp_path):
        load("naics", write_csv(tmp_path / "naics.csv", HEADER, OFFICIAL))
        food = Industry.objects.get(code="311")
        assert (food.name_en, food.level, food.parent_id, food.definition_en) == (
            "Food manufacturing",
            Industry.Level.SUBSECTOR,
            "31-33",
            "Making food.",
        )
        assert food.parent.level == Industry.Level.SECTOR

    def test_french_names_stay_and_groupings_too(self, tmp_path, groupings):
        load("naics", write_csv(tmp_path / "naics.csv", HEADER, OFFICIAL), force=True)
        food = Industry.objects.get(code="311")
        assert (food.name_fr, food.grouping_id) == ("Fabrication d'aliments", "06")

    @pytest.mark.parametrize(
        ("row", "column"),
        [
            ((2, "Subsector", "3110", "31-33", "Food", "", ""), "Code"),
            ((2, "Subsector", "311", "31", "Food", "", ""), "Parent"),
        ],
    )
    def test_a_class_out_of_place_is_refused(self, tmp_path, row, column):
        with pytest.raises(BadFile) as error:
            load("naics", write_csv(tmp_path / "naics.csv", HEADER, [OFFICIAL[0], row]))
        assert (error.value.problem.line, error.value.problem.column) == (3, column)

    def test_the_embedded_structure(self):
        assert load_embedded("naics").counts.loaded == 2_059
        levels = Counter(Industry.objects.values_list("level", flat=True))
        assert levels == {1: 20, 2: 99, 3: 323, 4: 694, 5: 923}
        assert not Industry.objects.filter(parent=None).exclude(level=1).exists()
        assert not Industry.objects.filter(name_fr="").exists()


class TestGroupings:
    def test_each_industry_is_in_exactly_one(self, groupings):
        members = dict(GroupingCode.objects.current().values_list("industry", "member_of"))
        tree = Industry.objects.filter(level__gt=1).values_list("code", "grouping")
        assert len(tree) == 2_039
        for code, grouping in tree:
            assert [member for prefix, member in members.items() if code.startswith(prefix)] == [grouping], code
        last = Industry.objects.filter(level=Industry.Level.CANADIAN_INDUSTRY)
        assert (last.count(), last.filter(grouping=None).count()) == (923, 0)

    def test_all_41_have_industries_and_occupations(self, groupings):
        load_embedded("noc")
        assert load_embedded("occupation-industries").counts.rejected == 0
        assert Grouping.objects.count() == 41
        for grouping in Grouping.objects.all():
            assert grouping.industries.filter(level=5).exists(), grouping
            assert NocGroup.objects.in_grouping(grouping.code).exists(), grouping

    def test_only_sectors_that_span_several_have_none(self, groupings):
        spanning = Industry.objects.filter(grouping=None).values_list("code", flat=True)
        assert list(spanning) == ["11", "31-33", "44-45", "48-49", "51", "62", "81"]

    def test_a_code_that_moves_takes_its_industries(self, groupings, tmp_path):
        rows = [
            (line["naics"], "08" if line["naics"] == "311" else line["grouping"])
            for line in read_embedded("naics/grouping_codes.csv")
        ]
        load("sector-grouping-codes", write_csv(tmp_path / "codes.csv", "naics,grouping", rows))
        moved = Industry.objects.filter(code__startswith="311").values_list("grouping", flat=True)
        assert set(moved) == {"08"}


def test_occupations_of_a_grouping(groupings):
    load_embedded("noc")
    load_embedded("occupation-industries")
    hospitals = NocGroup.objects.unit_groups().in_grouping("34")
    assert "31301" in hospitals.values_list("code", flat=True)
    assert hospitals.count() == hospitals.distinct().count()
    assert [tie.rank for tie in NocGroup.objects.get(code="21232").industries.all()] == [1, 2, 3]
