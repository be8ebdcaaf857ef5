import pytest

from catalog.problems import BadFile
from occupations.demonstration.demand import MANY, REGIONS, demand
from occupations.demonstration.outlooks import LEVELS
from occupations.models import InDemand, NocGroup
from tests.files import load, load_embedded, read_embedded, write_csv

HEADER = "noc,region,in_demand,from,to"


@pytest.fixture
def table(tmp_path, classes, regions):
    """Write a file in the portal's layout, one line for each (occupation, region, 1 or 0)."""

    def write(*rows, name="demand.csv"):
        return write_csv(tmp_path / name, HEADER, [(*row, "2027-01", "2027-06") for row in rows])

    return write


def in_demand(region):
    return list(NocGroup.objects.unit_groups().in_demand(region).values_list("code", flat=True))


class TestImporter:
    def test_months_word_the_edition(self, table):
        release = load("in-demand", table(("31301", "00", 1))).release
        assert (release.label, release.reference_period, release.kind) == (
            "2027-01",
            "2027-01 – 2027-06",
            "third-party",
        )

    def test_a_region_has_its_own_answer_or_that_of_quebec(self, table):
        load("in-demand", table(("31301", "00", 1), ("31301", "06", 0), ("72106", "00", 0), ("72106", "06", 1)))
        assert in_demand("00") == ["31301"]
        assert in_demand("06") == ["72106"]
        assert in_demand("11") == ["31301"]
        shown = NocGroup.objects.with_demand("11").get(code="31301")
        assert (shown.in_demand_now, shown.demand_region) == (True, "00")
        assert NocGroup.objects.with_demand("11").get(code="21232").in_demand_now is None

    def test_the_demonstration_gives_way(self, table):
        load("in-demand-demonstration", table(("31301", "00", 1), ("31301", "06", 1)))
        assert in_demand("06") == ["31301"]
        load("in-demand", table(("21232", "00", 1), name="real.csv"))
        assert in_demand("06") == ["21232"]
        assert InDemand.objects.count() == 3

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            ("31301,00,maybe,2027-01,2027-06", "invalid"),
            ("31301,18,1,2027-01,2027-06", "code-format"),
            ("31301,00,1,2027-13,2027-06", "code-format"),
            ("99999,00,1,2027-01,2027-06", "unknown-code"),
        ],
    )
    def test_what_cannot_be_is_refused(self, tmp_path, classes, regions, row, code):
        with pytest.raises(BadFile) as error:
            load("in-demand", write_csv(tmp_path / "demand.csv", HEADER, [row.split(",")]))
        assert error.value.problem.details["reason"] == code


def test_the_embedded_file_is_its_rule():
    provincial = {line["noc"]: line["level"] for line in read_embedded("outlooks/province_2025_2027.csv")}
    expected = {
        (code, region): str(int(wanted))
        for code, level in provincial.items()
        for region, wanted in demand(code, level).items()
    }
    lines = read_embedded("demand/demonstration.csv")
    assert {(line["noc"], line["region"]): line["in_demand"] for line in lines} == expected
    assert len(lines) == len(expected) == 6_156


@pytest.mark.parametrize("level", LEVELS)
def test_quebec_follows_its_regions(level):
    answers = demand("31301", level)
    assert set(answers) == {"00", *REGIONS}
    assert answers["00"] == (sum(answers[region] for region in REGIONS) >= MANY)


def test_an_undetermined_outlook_has_no_answer():
    assert demand("31301", "undetermined") == {}


@pytest.mark.django_db
def test_the_embedded_demonstration_loads_whole():
    for slug in ("regions", "noc"):
        load_embedded(slug)
    outcome = load_embedded("in-demand-demonstration")
    assert (outcome.counts.loaded, outcome.counts.rejected, outcome.release.kind) == (6_156, 0, "demonstration")
    assert len(in_demand("00")) == 47
