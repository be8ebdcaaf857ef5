"""The ministry's five files of institutions, small, whole and broken."""

import pytest
from django.utils import translation

from catalog.problems import BadFile
from catalog.publication import rollback
from regions.distance import Point
from tests.files import load, load_embedded, write_csv
from training.models import Institution

SCHOOL = (
    "OBJECTID,DT_MAJ_GDUNO,CD_ORGNS,NOM_COURT,NOM_OFFCL,ADRS_GEO_L1_GDUNO,ADRS_GEO_L2_GDUNO,CD_MUNCP,NOM_MUNCP,"
    "STAT_MUNCP,CD_POSTL_GDUNO"
)
GOVERNMENT = SCHOOL + (
    ",PRESC,PRIM,SEC,FORM_PRO,ADULTE,TYPE_ORGNS,RESEAU,SITE_WEB,COORD_X_LL84,COORD_Y_LL84,ORDRE_ENS,STYLE_CART"
)
PRIVATE = GOVERNMENT.replace("SITE_WEB,", "SITE_WEB,CD_ORGNS_RESP,NOM_ORGNS_RESP,")
HIGHER = SCHOOL + ",TYPE_ORGNS,RESEAU,SITE_WEB,COORD_X_LL84,COORD_Y_LL84,ORDRE_ENS,STYLE_CART"
PUBLIC = (
    "OBJECTID,DT_MAJ_GDUNO,COMBINE_NUO_NUI,CD_ORGNS,NOM_COURT_ORGNS,NOM_OFFCL_ORGNS,ADRS_GEO_L1_GDUNO_ORGNS,"
    "ADRS_GEO_L2_GDUNO_ORGNS,CD_POSTL_GDUNO_ORGNS,CD_MUNCP_GDUNO_ORGNS,NOM_MUNCP_GDUNO_ORGNS,CD_IMM,NOM_IMM,"
    "ADRS_GEO_L1_GDUNO_IMM,ADRS_GEO_L2_GDUNO_IMM,CD_MUNCP_GDUNO_IMM,NOM_MUNCP_GDUNO_IMM,CD_POSTL_GDUNO_IMM,PRESC,PRIM,"
    "SEC,FORM_PRO,ADULTE,SITE_WEB_ORGNS,COORD_X_LL84_IMM,COORD_Y_LL84_IMM,ORDRE_ENS,CD_CS,TYPE_CS,STYLE_CART"
)
HEADERS = {"public": PUBLIC, "government": GOVERNMENT, "private": PRIVATE, "colleges": HIGHER, "universities": HIGHER}
NOWHERE = {"COORD_X_LL84": "", "COORD_Y_LL84": ""}
SHERBROOKE = {"CD_MUNCP": "43027", "CD_POSTL_GDUNO": "J1H4A1", "COORD_X_LL84": "-71.9", "COORD_Y_LL84": "45.4"}
LINES = {  # one usual line of each file
    "public": {
        "CD_ORGNS": "752470",
        "NOM_OFFCL_ORGNS": "Centre 24-Juin",
        "ADRS_GEO_L1_GDUNO_ORGNS": "639, rue du 24-Juin",
        "CD_POSTL_GDUNO_ORGNS": "J1E1H1",
        "CD_MUNCP_GDUNO_ORGNS": "43027",
        "CD_IMM": "752001",
        "CD_POSTL_GDUNO_IMM": "J1E1H1",
        "FORM_PRO": "1",
        "COORD_X_LL84_IMM": "-71.87",
        "COORD_Y_LL84_IMM": "45.41",
        "TYPE_CS": "Franco",
    },
    "government": SHERBROOKE
    | {"CD_ORGNS": "001600", "NOM_OFFCL": "École des pêches", "FORM_PRO": "1", "RESEAU": "Gouvernemental"},
    "private": SHERBROOKE | {"CD_ORGNS": "215501", "NOM_OFFCL": "Collège X", "FORM_PRO": "1", "RESEAU": "Privé"},
    "colleges": SHERBROOKE
    | {
        "CD_ORGNS": "904000",
        "NOM_OFFCL": "Cégep de Sherbrooke",
        "TYPE_ORGNS": "Cégep",
        "RESEAU": "Public",
        "SITE_WEB": "www.cegep.example",
        "ORDRE_ENS": "Collégial",
    },
    "universities": SHERBROOKE
    | {
        "CD_ORGNS": "977000",
        "NOM_OFFCL": "Université de Sherbrooke",
        "TYPE_ORGNS": "Université",
        "RESEAU": "Sans objet",
        "ORDRE_ENS": "Universitaire",
    },
}


@pytest.fixture
def load_files(tmp_path, places):
    """Load the five files, each with its usual line, then these changes of it, one a line."""
    translation.activate("en")

    def make(**changes: list[dict]):
        def lines(part):
            columns = HEADERS[part].split(",")
            for change in ({}, *changes.get(part, ())):
                line = LINES[part] | change
                assert line.keys() <= set(columns)
                yield [line.get(column, "") for column in columns]

        return load(
            "institutions", *(write_csv(tmp_path / f"{part}.csv", HEADERS[part], lines(part)) for part in LINES)
        )

    return make


def others(count: int) -> list[dict]:
    """Return so many colleges that a broken line is not more than is accepted."""
    return [{"CD_ORGNS": f"{500_000 + number}"} for number in range(count)]


def test_five_files_make_one_release(load_files):
    outcome = load_files()
    assert (outcome.counts.rejected, outcome.counts.loaded, len(outcome.release.files)) == (0, 5, 5)
    found = Institution.objects.values_list("code", "kind", "network", "language", "postal_code", "region")
    assert set(found) == {
        ("752470", "vocational-centre", "public", "fr", "J1E 1H1", "05"),
        ("001600", "vocational-centre", "government", "", "J1H 4A1", "05"),
        ("215501", "vocational-centre", "private", "", "J1H 4A1", "05"),
        ("904000", "college", "public", "", "J1H 4A1", "05"),
        ("977000", "university", "", "", "J1H 4A1", "05"),
    }
    assert Institution.objects.get(code="904000").website == "http://www.cegep.example"


def test_a_file_is_missing(tmp_path, places):
    translation.activate("en")
    line = [LINES["colleges"].get(column, "") for column in HIGHER.split(",")]
    with pytest.raises(BadFile, match=r"these files together.*private-schools.*Given: colleges\.csv"):
        load("institutions", write_csv(tmp_path / "colleges.csv", HIGHER, [line]))


def test_a_school_without_vocational_training_is_out_of_scope(load_files):
    outcome = load_files(private=[{"CD_ORGNS": "999999", "FORM_PRO": "0"}])
    assert (outcome.counts.out_of_scope, outcome.counts.loaded) == (1, 5)


def test_a_centre_of_several_buildings_is_at_the_one_of_its_address(load_files):
    elsewhere = {"CD_POSTL_GDUNO_IMM": "J1K1A1", "COORD_Y_LL84_IMM": "45.5"}
    buildings = [elsewhere | {"CD_IMM": "752002"}, elsewhere | {"CD_IMM": "752003"}]
    other = [{"CD_ORGNS": "752480", "CD_IMM": building} | elsewhere for building in ("752004", "752001")]
    load_files(public=[*buildings, *other])
    found = Institution.objects.filter(pk__in=("752470", "752480")).order_by("pk")
    assert [(centre.buildings, float(centre.latitude)) for centre in found] == [(3, 45.41), (2, 45.5)]


def test_what_the_names_and_the_types_tell(load_files):
    load_files(
        colleges=[
            {"CD_ORGNS": "931003", "NOM_OFFCL": "Cégep de Sept-Îles (section anglophone)"},
            {"CD_ORGNS": "931004", "TYPE_ORGNS": "Centre collégial de transfert de technologie"},
            {"CD_ORGNS": "925002", "NOM_OFFCL": "École de l¿ébénisterie ¿ pavillon de Montréal"},
            {"CD_ORGNS": "294904", "CD_MUNCP": "", "CD_POSTL_GDUNO": "H2L1L3"},
            {"CD_ORGNS": "294905", "CD_MUNCP": "66015"},
        ]
    )
    get = Institution.objects.get
    assert get(code="931003").language == "en"
    assert get(code="925002").name == "École de l’ébénisterie – pavillon de Montréal"
    assert (get(code="294904").municipality, get(code="294904").region_id) == (None, "06")
    assert get(code="294905").municipality.name == "Montréal"  # Saint-Léonard was a city, and is a borough of it
    assert set(Institution.objects.values_list("code", flat=True)) - set(
        Institution.objects.teaching().values_list("code", flat=True)
    ) == {"931004"}


@pytest.mark.parametrize(
    ("change", "column", "value", "code"),
    [
        ({"COORD_Y_LL84": "45,4"}, "COORD_Y_LL84", "45,4", "number"),
        ({"COORD_Y_LL84": "-71.9"}, "COORD_Y_LL84", "-71.9", "number"),
        ({"COORD_Y_LL84": "12.5"}, "COORD_Y_LL84", "12.5", "number"),
        ({"COORD_Y_LL84": ""}, "COORD_Y_LL84", "", "missing"),
        ({"COORD_X_LL84": " "}, "COORD_X_LL84", "", "missing"),
        ({"COORD_X_LL84": "71.9"}, "COORD_X_LL84", "71.9", "number"),
        ({"COORD_X_LL84": "nan"}, "COORD_X_LL84", "nan", "number"),
        ({"CD_MUNCP": "99999"}, "CD_MUNCP", "99999", "unknown-code"),
        ({"CD_ORGNS": "904000"}, "CD_ORGNS", "904000", "repeated"),
        ({"CD_ORGNS": "9040"}, "CD_ORGNS", "9040", "code-format"),
        ({"CD_ORGNS": "90400A"}, "CD_ORGNS", "90400A", "code-format"),
        ({"CD_POSTL_GDUNO": "J1H"}, "CD_POSTL_GDUNO", "J1H", "code-format"),
        ({"RESEAU": "Mixte"}, "RESEAU", "Mixte", "unknown-label"),
        ({"NOM_OFFCL": " "}, "NOM_OFFCL", "", "missing"),
    ],
)
def test_a_bad_line_is_rejected_with_its_reason(load_files, change, column, value, code):
    outcome = load_files(colleges=[*others(120), {"CD_ORGNS": "904001"} | change])
    (problem,) = outcome.rejections
    assert (problem.file, problem.line) == ("colleges.csv", 123)
    assert (problem.column, problem.value, problem.code) == (column, value, code)
    assert (outcome.counts.rejected, outcome.counts.loaded) == (1, 125)


@pytest.mark.parametrize(("column", "value"), [("FORM_PRO", "oui"), ("TYPE_CS", "Bilingue")])
def test_a_bad_line_of_a_public_school(load_files, column, value):
    outcome = load_files(public=[{"CD_IMM": "752009", column: value}], colleges=others(120))
    (problem,) = outcome.rejections
    assert (problem.file, problem.line, problem.column, problem.value) == ("public.csv", 3, column, value)


def test_a_code_of_two_files_refuses_them(load_files):
    with pytest.raises(BadFile, match=r"904000 .*was already given on line 2"):
        load_files(universities=[{"CD_ORGNS": "904000"}])
    assert not Institution.objects.exists()


def test_what_is_gone_is_retired_and_comes_back_with_a_rollback(load_files):
    first = load_files(colleges=others(6))
    load_files(colleges=others(5))
    assert Institution.objects.current().count() == 10
    assert rollback("institutions") == first.release
    assert Institution.objects.current().count() == 11


def test_near(load_files):
    load_files(colleges=[{"CD_ORGNS": "904001", "COORD_Y_LL84": "45.6"}, {"CD_ORGNS": "904002"} | NOWHERE])
    sherbrooke = Point(45.4, -71.9)
    codes = [(found.code, found.distance and round(found.distance)) for found in Institution.objects.near(sherbrooke)]
    assert codes[-2:] == [("904001", 22), ("904002", None)]
    assert "904001" not in {found.code for found in Institution.objects.within(20, sherbrooke)}


@pytest.mark.django_db
def test_embedded():
    for slug in ("regions", "rcms", "municipalities", "postal-areas"):
        load_embedded(slug)
    outcome = load_embedded("institutions")
    assert (outcome.counts.rejected, outcome.counts.loaded) == (0, 593)
    kinds = Institution.objects.teaching().values_list("kind", flat=True)
    assert {kind: list(kinds).count(kind) for kind in Institution.Kind.values} == {
        "vocational-centre": 221,
        "college": 285,
        "university": 23,
    }
    assert not Institution.objects.filter(region=None).exists()
    assert not Institution.objects.filter(latitude=None).exists()
