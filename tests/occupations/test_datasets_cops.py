import pytest

from catalog.problems import BadFile
from occupations.models import Projection
from tests.files import load, load_embedded, write_csv

pytestmark = pytest.mark.django_db

HEADER = (
    "Code,Occupation_Name,Nom_de_la_profession,Employment_emploi_2023,Employment_Growth_croissance_emploi,"
    "Retirements_retraites,Other_Replacement_autre_remplacement,Total_Job_Openings_Perspective_d'emploi,"
    "School_Leavers_Sortants_scolaires,Immigration,Other_Seekers_autres_chercheurs,Job_Seekers_Chercheurs_emploi,"
    "Recent_Labour_Market_Conditions,Conditions_récentes_sur_le_marché_du_travail,Future_Labour_Market_Conditions,"
    "Conditions_futures_sur_le_marché_du_travail"
)
NURSES = ["31301", "Nurses", "Infirmières", "326600", "72100", "81900", "16200", "170200", "97500", "38600", "-5000"]
NURSES += ["131100", "Strong signs of Shortage", "Signes importants de pénurie"]
NURSES += ["Moderate risk of Shortage", "Risque modéré de pénurie"]
NOT_PUBLISHED = ["72106", "Welders", "Soudeurs", *["N/A"] * 9, "N/A", "N/D", "N/A", "N/D"]
ALL = ["00000", "All Occupations", "Toutes les professions", *["1000"] * 8, "8,238,800", "N/A", "N/D", "N/A", "N/D"]


@pytest.fixture(autouse=True)
def world(classes):
    pass


def cops_file(tmp_path, *rows):
    return write_csv(tmp_path / "summary_sommaire.csv", HEADER, rows, encoding="cp1252")


def test_the_official_summary(tmp_path):
    outcome = load("cops", cops_file(tmp_path, ALL, ["TEER_1", "", "FÉER 1", *ALL[3:]], NURSES, NOT_PUBLISHED))

    assert (outcome.counts.loaded, outcome.counts.rejected) == (4, 0)
    assert (outcome.release.label, outcome.release.kind) == ("2024-2033", "official")
    nurses = Projection.objects.get(code="31301")
    assert (nurses.unit_group_id, nurses.employment, nurses.job_openings) == ("31301", 326_600, 170_200)
    assert (nurses.other_seekers, nurses.job_seekers) == (-5_000, 131_100)
    assert nurses.recent_conditions == "strong-shortage-signs"
    assert nurses.future_conditions == "moderate-shortage-risk"


def test_a_unit_group_that_is_not_published_is_an_empty_row(tmp_path):
    load("cops", cops_file(tmp_path, NOT_PUBLISHED))
    welders = Projection.objects.get()
    assert (welders.unit_group_id, welders.employment, welders.job_seekers) == ("72106", None, None)
    assert (welders.recent_conditions, welders.future_conditions) == ("", "")


def test_totals_belong_to_no_unit_group_and_may_have_commas(tmp_path):
    load("cops", cops_file(tmp_path, ALL, ["NOC1_3", *ALL[1:]]))
    assert set(Projection.objects.values_list("code", "unit_group", "job_seekers")) == {
        ("00000", None, 8_238_800),
        ("NOC1_3", None, 8_238_800),
    }


@pytest.mark.parametrize(
    ("place", "text", "code", "column"),
    [
        (0, "NOC_31301", "code-format", "Code"),
        (3, "-1", "negative", "Employment_emploi_2023"),
        (7, "many", "number", "Total_Job_Openings_Perspective_d'emploi"),
        (12, "Shortage", "unknown-label", "Recent_Labour_Market_Conditions"),
        (0, "99999", "unknown-code", "Code"),
    ],
)
def test_a_line_that_cannot_be_right_is_rejected(tmp_path, place, text, code, column):
    broken = [*NURSES[:place], text, *NURSES[place + 1 :]]
    with pytest.raises(BadFile) as error:
        load("cops", cops_file(tmp_path, ALL, broken))
    problem = error.value.problem
    assert (problem.line, problem.column) == (3, column)
    assert problem.details["reason"] == code


def test_the_embedded_projections_load_whole():
    load_embedded("noc")
    outcome = load_embedded("cops")
    assert (outcome.counts.loaded, outcome.counts.rejected, outcome.release.kind) == (533, 0, "official")
    assert Projection.objects.exclude(unit_group=None).filter(employment=None).count() == 31
