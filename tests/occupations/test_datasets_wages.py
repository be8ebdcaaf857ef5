from decimal import Decimal

import pytest

from bench import official_files
from catalog.problems import BadFile, Held
from occupations.models import Wage
from tests.files import load, load_embedded, write_csv

pytestmark = pytest.mark.django_db

HEADER_2025 = official_files.HEADER
HEADER_2024 = (
    HEADER_2025.replace("Source2025_NHQ,", "").replace("EmployeesWithNonWageBenefit_Pct", "Non_WageBen_pct")
)  # fmt: skip
HEADER_2020 = (
    "NOC_CNP,NOC_Title,Titre_CNP,PROV,ER_Code_Code_RE,ER_Name_Nom_RE,Low_Wage_Salaire_Minium,"
    "Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,Data_Source_E,Data_Source_F,Reference_Period,"
    "Revision_Date_Date_revision,Annual_Wage_Flag_Salaire_annuel,Wage_Comment_E,Wage_Comment_F"
)
PUBLISHED = {
    "NOC_CNP": "NOC_31301",
    "prov": "QC",
    "ER_Code_Code_RE": "ER24",
    "Low_Wage_Salaire_Minium": "28.5",
    "Median_Wage_Salaire_Median": "42.00",
    "High_Wage_Salaire_Maximal": "53.4",
    "Average_Wage_Salaire_Moyen": "41.25",
    "Quartile1_Wage_Salaire_Quartile1": "35",
    "Quartile3_Wage_Salaire_Quartile3": "48",
    "Data_Source_E": "Labour Force Survey",
    "Data_Source_F": "Enquête sur la population active",
    "Reference_Period": "2023-2024",
    "Revision_Date_Date_revision": "2025-11-19",
    "Annual_Wage_Flag_Salaire_annuel": "0",
}
ORDERED = "Low_Wage_Salaire_Minium, Median_Wage_Salaire_Median, High_Wage_Salaire_Maximal"
NO_FIGURES = dict.fromkeys([name for name in PUBLISHED if "_Wage_Salaire_" in name], "")
SUPPRESSED = {
    **NO_FIGURES,
    "Data_Source_E": "NA",
    "Data_Source_F": "NA",
    "Reference_Period": "NA",
    "Wage_Comment_E": "Too few answers.",
    "Wage_Comment_F": "Trop peu de réponses.",
}


@pytest.fixture(autouse=True)
def world(classes, regions):
    pass


def wages_file(tmp_path, *rows, header=HEADER_2025, name="wages.csv"):
    """Write the lines given as differences from one that is published."""
    names = header.split(",")
    return write_csv(tmp_path / name, header, ([(PUBLISHED | row).get(column, "") for column in names] for row in rows))


def figures(wage):
    return wage.low, wage.median, wage.high


def test_the_lines_about_quebec_are_read_and_no_other(tmp_path):
    others = [{"ER_Code_Code_RE": "ER00", "prov": "NAT"}, {"ER_Code_Code_RE": "ER3530", "prov": "ON"}]
    outcome = load("wages", wages_file(tmp_path, {}, {"ER_Code_Code_RE": "ER2440"}, *others))

    assert (outcome.counts.read, outcome.counts.out_of_scope, outcome.counts.loaded) == (4, 2, 2)
    quebec, montreal = Wage.objects.order_by("region")
    assert (quebec.unit_group_id, quebec.region_id, montreal.region_id) == ("31301", "00", "06")
    assert figures(quebec) == (Decimal("28.50"), Decimal("42.00"), Decimal("53.40"))
    assert (quebec.average, quebec.quartile_1, quebec.quartile_3) == (Decimal("41.25"), 35, 48)
    assert (quebec.comes_from_fr, quebec.comes_from_en) == ("Enquête sur la population active", "Labour Force Survey")


@pytest.mark.parametrize(("flag", "unit"), [("0", "hour"), ("1", "year"), ("", "hour")])
def test_the_flag_tells_annual_wages_from_hourly_ones(tmp_path, flag, unit):
    load("wages", wages_file(tmp_path, {"Annual_Wage_Flag_Salaire_annuel": flag}))
    assert Wage.objects.get().unit == unit


@pytest.mark.parametrize("sentinel", ["", "N/A", "NA"])
def test_a_suppressed_wage_is_a_row_without_figures_and_with_the_reason(tmp_path, sentinel):
    row = SUPPRESSED | dict.fromkeys(NO_FIGURES, sentinel)
    load("wages", wages_file(tmp_path, row))

    wage = Wage.objects.get()
    assert figures(wage) == (None, None, None)
    assert not wage.is_published
    assert (wage.comment_fr, wage.comment_en) == ("Trop peu de réponses.", "Too few answers.")
    assert (wage.comes_from_fr, wage.comes_from_en) == ("", "")


def test_the_edition_is_worded_from_the_lines(tmp_path):
    rows = [{}, {"NOC_CNP": "NOC_72106", "Reference_Period": "2021"}, {"NOC_CNP": "NOC_21232"} | SUPPRESSED]
    release = load("wages", wages_file(tmp_path, *rows)).release

    assert (release.label, release.reference_period, release.kind) == ("2025", "2021-2024", "official")
    assert release.published_on.isoformat() == "2025-11-19"


def test_the_layout_of_2024(tmp_path):
    load("wages", wages_file(tmp_path, {}, header=HEADER_2024))
    assert Wage.objects.get().average == Decimal("41.25")


def test_the_layout_of_2020_has_fewer_columns(tmp_path):
    load("wages", wages_file(tmp_path, {}, header=HEADER_2020))
    wage = Wage.objects.get()
    assert (*figures(wage), wage.average) == (Decimal("28.50"), Decimal("42.00"), Decimal("53.40"), None)


def test_a_file_without_the_last_five_columns_is_hourly(tmp_path):
    header = HEADER_2020.partition(",Reference_Period")[0]
    release = load("wages", wages_file(tmp_path, {}, header=header)).release
    assert (release.label, release.reference_period, release.published_on) == ("", "", None)
    assert Wage.objects.get().unit == "hour"


@pytest.mark.parametrize(
    ("row", "code", "column", "value"),
    [
        ({"NOC_CNP": "NOC_3012"}, "code-format", "NOC_CNP", "3012"),
        ({"NOC_CNP": "NOC_99999"}, "unknown-code", "NOC_CNP", "99999"),
        ({"ER_Code_Code_RE": "ER2499"}, "unknown-code", "ER_Code_Code_RE", "ER2499"),
        ({"Median_Wage_Salaire_Median": "20"}, "inverted", ORDERED, "28.50 20.00 53.40"),
        ({"Low_Wage_Salaire_Minium": "-1"}, "negative", "Low_Wage_Salaire_Minium", "-1"),
        ({"High_Wage_Salaire_Maximal": "n. d."}, "number", "High_Wage_Salaire_Maximal", "n. d."),
        ({"Annual_Wage_Flag_Salaire_annuel": "Y"}, "unknown-label", "Annual_Wage_Flag_Salaire_annuel", "Y"),
        ({"NOC_CNP": ""}, "missing", "NOC_CNP", ""),
    ],
)
def test_a_line_that_cannot_be_right_is_rejected(tmp_path, row, code, column, value):
    with pytest.raises(BadFile) as error:
        load("wages", wages_file(tmp_path, {"ER_Code_Code_RE": "ER2410"}, row))
    problem = error.value.problem
    assert (problem.line, problem.column, problem.value) == (3, column, value)
    assert problem.details["reason"] == code
    assert not Wage.objects.exists()


def test_a_region_whose_wages_jump_holds_the_release(tmp_path):
    load("wages", wages_file(tmp_path, {}, {"ER_Code_Code_RE": "ER2440"}))
    jump = {"ER_Code_Code_RE": "ER2440", "Median_Wage_Salaire_Median": "53"}
    with pytest.raises(Held) as error:
        load("wages", wages_file(tmp_path, {}, jump, name="next.csv"))
    assert (error.value.problem.code, error.value.problem.value) == ("level-moved", "06 hour")
    assert Wage.objects.live().get(region="06").median == 42


def test_a_wage_that_becomes_annual_is_not_a_jump(tmp_path):
    load("wages", wages_file(tmp_path, {}))
    annual = {"Low_Wage_Salaire_Minium": "60000", "Median_Wage_Salaire_Median": "84000"}
    annual |= {"High_Wage_Salaire_Maximal": "99000", "Annual_Wage_Flag_Salaire_annuel": "1"}
    load("wages", wages_file(tmp_path, annual, name="next.csv"))
    assert Wage.objects.live().get().median == 84000


def test_the_embedded_wages_load_whole():
    for slug in ("regions", "noc"):
        load_embedded(slug)
    outcome = load_embedded("wages")
    assert (outcome.counts.loaded, outcome.counts.rejected, outcome.release.kind) == (2_532, 0, "third-party")
    assert Wage.objects.values("unit_group").distinct().count() == 374


def test_a_rewritten_file_is_not_called_official(tmp_path):
    path = write_csv(tmp_path / "mine.csv", "noc,region,low,median,high", [["31301", "06", "30", "40", ""]])
    release = load("wages", path).release
    assert release.kind == "third-party"
    assert figures(Wage.objects.get()) == (30, 40, None)


def test_the_benchmark_file_has_the_size_of_the_official_one():
    lines = list(official_files.wages())
    assert len(lines) == 44_376
    assert {len(line) for line in lines} == {len(HEADER_2025.split(","))}
    assert sum(line[4].startswith("ER24") for line in lines) == 516 * 18
