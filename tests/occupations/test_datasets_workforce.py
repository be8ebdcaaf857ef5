import pytest

from catalog.problems import BadFile
from occupations.datasets.workforce import BREAKDOWNS, FIGURES
from occupations.demonstration.workforce import COLUMNS, KINDS, QUEBEC, workforce
from occupations.models import NocGroup, Workforce
from tests.files import load, load_embedded, read_embedded, write_csv

HEADER = ",".join(("noc", *FIGURES, "period"))
AGES = (5, 20, 30, 25, 15, 5)


@pytest.fixture
def table(tmp_path, classes):
    """Write a file in the portal's layout, one line for each (occupation, employed, women, men)."""

    def write(*rows, name="workforce.csv"):
        return write_csv(tmp_path / name, HEADER, [line(*row) for row in rows])

    return write


def line(code, employed, women, men):
    ages = [employed * share // 100 for share in AGES] if employed else [""] * 6
    return [code, employed, women, men, employed, 0 if employed else "", *ages, "2021"]


def non_traditional():
    return list(NocGroup.objects.unit_groups().non_traditional().values_list("code", flat=True))


class TestImporter:
    def test_shares_and_edition(self, table):
        release = load("workforce", table(("31301", 1000, 900, 100))).release
        assert (release.label, release.reference_period, release.kind) == ("2021", "2021", "third-party")
        row = Workforce.objects.live().get()
        assert (row.share_of_women, row.share_full_time) == (90, 100)
        assert [(persons, share) for _label, persons, share in row.by_age] == [(10 * age, age) for age in AGES]

    def test_a_third_of_women_is_not_fewer_than_a_third(self, table):
        load("workforce", table(("31301", 300, 100, 200), ("21232", 300, 99, 201), ("72106", "", "", "")))
        assert non_traditional() == ["21232"]
        suppressed = Workforce.objects.get(unit_group="72106")
        assert (suppressed.non_traditional, suppressed.share_of_women) == (None, None)
        assert {share for _label, _persons, share in suppressed.by_age} == {None}

    def test_nobody_employed_has_no_share(self, table):
        load("workforce", table(("31301", 0, 0, 0)))
        assert Workforce.objects.get().share_of_women is None
        assert non_traditional() == []

    def test_the_demonstration_gives_way(self, table):
        load("workforce-demonstration", table(("72106", 100, 5, 95)))
        assert non_traditional() == ["72106"]
        load("workforce", table(("21232", 100, 20, 80), name="real.csv"))
        assert non_traditional() == ["21232"]

    def test_parts_may_be_rounded_and_no_more(self, table):
        load("workforce", table(("31301", 1000, 900, 80)))
        with pytest.raises(BadFile) as error:
            load("workforce", table(("31301", 1000, 900, 79), name="wrong.csv"))
        problem = error.value.problem
        assert (problem.line, problem.column, problem.value) == (2, "women, men", "1000 900 79")
        assert problem.details["reason"] == "total"


def test_the_embedded_file_is_its_rule():
    national = {
        line["code"]: int(line["employment_2023"])
        for line in read_embedded("cops/2024_2033.csv")
        if len(line["code"]) == 5 and line["code"] != "00000" and line["employment_2023"]
    }
    lines = read_embedded("workforce/demonstration.csv")
    assert {line["noc"]: {name: int(line[name]) for name in COLUMNS} for line in lines} == {
        code: workforce(code, employment) for code, employment in national.items()
    }
    assert len(lines) == 485


def test_all_parts_of_the_rule_add_up():
    for prefix in KINDS:
        for employment in (0, 900, 123_400):
            figures = workforce(prefix.ljust(5, "0"), employment)
            assert figures["employed"] == max(round(QUEBEC * employment / 10) * 10, 10)
            for parts in BREAKDOWNS:
                assert sum(figures[name] for name in parts) == figures["employed"]
            assert min(figures.values()) >= 0


def test_every_occupation_has_a_kind_of_work():
    codes = [line["code"] for line in read_embedded("noc/classes.csv") if len(line["code"]) == 5]
    assert [code for code in codes if not workforce(code, 1000)] == []
    assert len(codes) == 516


@pytest.mark.django_db
def test_the_embedded_demonstration_loads_whole():
    load_embedded("noc")
    outcome = load_embedded("workforce-demonstration")
    assert (outcome.counts.loaded, outcome.counts.rejected, outcome.release.kind) == (485, 0, "demonstration")
    assert len(non_traditional()) == 225
