import re

import pytest

from catalog.problems import BadFile
from regions.codes import AREA, ECONOMIC_REGIONS, MERGED_REGIONS, METROPOLITAN_AREAS, REGION, levels
from regions.models import Municipality, PostalArea, Rcm, Region
from tests.files import load, load_embedded, read_embedded, write_csv

pytestmark = pytest.mark.django_db

MUN = (
    '"mcode","munnom","mcodedesi","mdes","mcourriel","mweb","mcodpos","regadm","mrc","admregionale","msuperf","mpopul"'
)
MRC = "mrccod,mrcnom,mrccodedesi,mrcdescdesi,mrcregion,mrcweb,mrcpopul"


@pytest.fixture
def regions():
    Region.objects.bulk_create(
        Region(code=code, name_fr=name, name_en=name, economic_region=economic)
        for code, name, economic in [("05", "Estrie", "2430"), ("06", "Montréal", "2440"), ("10", "Nord", "2490")]
    )


@pytest.fixture
def rcm(regions):
    return Rcm.objects.create(code="460", name="MRC Brome-Missisquoi", region_id="05")


def municipality(code="46078", name="Bromont", designation="Ville", region="Estrie (05)", rcm="MRC X (460)", **rest):
    return [
        code,
        name,
        "V",
        designation,
        "info@example.org",
        rest.get("website", ""),
        rest.get("postal_code", ""),
        region,
        rcm,
        "",
        "116.1",
        rest.get("population", "12345"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_municipalities_of_the_directory(rcm, tmp_path, encoding):
    rows = [
        municipality(website="www.bromont.net", postal_code="J2L 1A1", population="12028"),
        municipality("66023", "Montréal", region="Montréal (06)", rcm="Montréal (660)", population="1948747"),
        municipality("99060", "Eastmain ", "Village cri (Terre de la catégorie", "Nord (10)", "", population=""),
    ]
    outcome = load("municipalities", write_csv(tmp_path / "MUN.csv", MUN, rows, encoding))

    assert outcome.counts.rejected == 0
    bromont, montreal, eastmain = Municipality.objects.order_by("code")
    assert (bromont.name, bromont.designation, bromont.region_id, bromont.rcm_id) == ("Bromont", "Ville", "05", "460")
    assert (bromont.population, bromont.postal_code, bromont.website) == (12028, "J2L 1A1", "www.bromont.net")
    assert (montreal.name, montreal.region_id, montreal.rcm) == ("Montréal", "06", None)
    assert (eastmain.name, eastmain.designation, eastmain.population) == ("Eastmain", "Village cri", None)


def test_a_municipality_without_a_region_is_rejected_with_its_line_and_column(rcm, tmp_path):
    rows = [municipality(), municipality("46080", "Cowansville", region="Estrie")]
    with pytest.raises(BadFile) as error:
        load("municipalities", write_csv(tmp_path / "MUN.csv", MUN, rows))
    problem = error.value.problem
    assert (problem.code, problem.line, problem.column, problem.value) == ("too-many-rejected", 3, "regadm", "Estrie")


@pytest.mark.parametrize("region", ["Estrie (05)", "05 Estrie"])
def test_rcms_of_the_directory(regions, tmp_path, region):
    rows = [
        ["AR460", "Brome-Missisquoi", "MRC", "Municipalité régionale de comté", region, "mrcbm.qc.ca", "65000"],
        ["CM663", "Communauté métropolitaine de Montréal", "CM", "Communauté métropolitaine", "Montréal (06)", "", "1"],
    ]
    outcome = load("rcms", write_csv(tmp_path / "MRC_CM_Arg.csv", MRC, rows))

    assert (outcome.counts.out_of_scope, outcome.counts.loaded) == (1, 1)
    rcm = Rcm.objects.get()
    assert (rcm.code, rcm.name, rcm.region_id, rcm.population) == ("460", "MRC Brome-Missisquoi", "05", 65000)


def test_a_postal_area_outside_quebec_is_rejected(regions, tmp_path):
    header = "fsa,place,region,latitude,longitude,method,other_regions"
    rows = [["H2X", "Montréal", "06", "45.51", "-73.57", "letter", ""], ["M5V", "Toronto", "06", "", "", "", ""]]
    with pytest.raises(BadFile) as error:
        load("postal-areas", write_csv(tmp_path / "postal.csv", header, rows))
    assert (error.value.problem.line, error.value.problem.column) == (3, "fsa")


def test_the_embedded_geography_loads_whole():
    outcomes = [load_embedded(slug) for slug in ("regions", "rcms", "municipalities", "postal-areas")]

    assert [outcome.counts.loaded for outcome in outcomes] == [18 + 3, 87, 1285, 422]
    assert [outcome.counts.rejected for outcome in outcomes] == [0, 0, 0, 0]
    assert [outcome.release.kind for outcome in outcomes] == ["official", "official", "official", "portal"]
    assert Region.objects.get(code="00").population == 9_056_044
    assert PostalArea.objects.get(fsa="G0G").other_regions == "10"


def test_each_economic_region_is_the_administrative_region_of_the_embedded_edition():
    rows = read_embedded("geography/regions.csv")
    embedded = {row["economic_region"]: row["code"] for row in rows if row["economic_region"]}
    assert embedded == ECONOMIC_REGIONS


def test_the_embedded_edition_has_the_places_of_the_labour_force_survey():
    codes = {row["code"] for row in read_embedded("geography/regions.csv")}
    assert codes - set(ECONOMIC_REGIONS.values()) == {*MERGED_REGIONS, *METROPOLITAN_AREAS}
    assert all(re.match(AREA, code) for code in codes)
    assert {code for code in codes if re.match(REGION, code)} == set(ECONOMIC_REGIONS.values())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("09", ["09", "09-10", "00"]),
        ("10", ["10", "09-10", "00"]),
        ("11", ["11", "00"]),
        ("462", ["462", "00"]),
        ("00", ["00"]),
    ],
)
def test_a_figure_is_looked_for_in_the_place_then_wider(code, expected):
    assert levels(code) == expected


def test_a_merged_region_is_no_region_of_a_municipality(rcm, tmp_path):
    """Who knows regions only cannot give a code that the Labour Force Survey alone has."""
    header = "code,name,designation,region,rcm,population,postal_code,website"
    with pytest.raises(BadFile) as error:
        load("municipalities", write_csv(tmp_path / "m.csv", header, [["97022", "Fermont", "V", "09-10", *[""] * 4]]))
    assert (error.value.problem.code, error.value.problem.column) == ("too-many-rejected", "region")
