"""Lists that others keep, demonstration businesses, and which of several sources the directory shows."""

import re

import pytest

from businesses.demonstration.establishments import ESTABLISHMENTS, establishments, jobs_of, towns_of
from businesses.demonstration.kinds import KINDS
from businesses.models import BusinessCount, Establishment
from tests.businesses.register import establishment, name, write
from tests.files import load, read_embedded, write_csv

pytestmark = pytest.mark.django_db

LISTS, REGISTER, DEMONSTRATION = "business-lists", "business-register", "businesses-demonstration"
COLUMNS = "identifier,name,municipality,postal_code,naics,size"
FULL = (
    "identifier,name,legal_name,neq,address,municipality,postal_code,telephone,website,naics,activity,size,size_year,"
    "latitude,longitude"
)
GARAGE = ["12", "Garage Essai", "Lac-Beauport", "G3B 1A1", "8111", "5-9"]


@pytest.fixture
def listed(world, tmp_path):
    def loaded(*rows, slug=LISTS, header=COLUMNS, encoding="utf-8-sig"):
        return load(slug, write_csv(tmp_path / f"{slug}.csv", header, rows, encoding), force=True).release

    return loaded


def names() -> set[tuple[str, str]]:
    return set(Establishment.objects.listed().values_list("source", "legal_name"))


def test_a_line_with_everything(listed):
    row = ["CH-7", "Chez Essai", "Essai inc.", "1100000001", "5, rue B", "Montréal", "h2x1y4", "514 555-0100"]
    listed([*row, "https://example.org/", "8111", "Garage", "500+", "2024", "45.51", "-73.55"], header=FULL)
    business = Establishment.objects.get()
    assert (business.key, business.enterprise, business.trade_name) == ("list-ch-7", "1100000001", "Chez Essai")
    assert (business.legal_name, business.address, business.postal_code) == ("Essai inc.", "5, rue B", "H2X 1Y4")
    assert (business.telephone, business.website) == ("514 555-0100", "https://example.org/")
    assert (business.municipality_id, business.region_id, business.fsa) == ("66023", "06", "H2X")
    assert (business.latitude, business.longitude, business.precision) == (45.51, -73.55, "given")
    assert (business.industry_id, business.industry_confidence, business.grouping_id) == ("8111", "given", "39")
    assert (business.size_min, business.size_max, business.size_year) == (500, None, 2024)
    assert (business.size_of, business.activity) == ("establishment", "Garage")


def test_a_line_with_little(listed):
    release = listed(["a", "Garage Été", "Saint-Modèle"], header="identifier,name,municipality", encoding="cp1252")
    business = Establishment.objects.get()
    assert (release.kind, business.name, business.locality) == ("third-party", "Garage Été", "Saint-Modèle")
    assert (business.municipality_id, business.region_id, business.latitude) == (None, None, None)
    assert (business.size_min, business.size_of, business.industry_confidence) == (None, "", "")


REJECTED = {
    "no identifier": (["", *GARAGE[1:]], ("missing", "identifier", "")),
    "identifier with a space": (["a b", *GARAGE[1:]], ("code-format", "identifier", "a b")),
    "no name": (["x", "", *GARAGE[2:]], ("missing", "legal_name", "")),
    "postal code of elsewhere": ([*GARAGE[:3], "M5V 2T6", *GARAGE[4:]], ("code-format", "postal_code", "M5V 2T6")),
    "unknown NAICS code": ([*GARAGE[:4], "999", "5"], ("unknown-code", "naics", "999")),
    "size in words": ([*GARAGE[:5], "petite"], ("number", "size", "petite")),
    "inverted size": ([*GARAGE[:5], "9-5"], ("inverted", "size", "9-5")),
}


@pytest.mark.parametrize("case", REJECTED)
def test_a_line_that_cannot_be_read_is_kept_with_its_reason(case, listed):
    line, expected = REJECTED[case]
    release = listed(*[[str(number), *GARAGE[1:]] for number in range(100)], line)
    rejection = release.rejections.get()
    assert (rejection.code, rejection.column, rejection.value) == expected
    assert (rejection.line, release.loaded) == (102, 100)


def test_each_source_changes_its_own_rows_only(listed, tmp_path):
    listed(GARAGE)
    load(REGISTER, write(tmp_path / "register.zip"))
    listed(["13", "Garage Nouveau", *GARAGE[2:]])
    assert names() == {(LISTS, "Garage Nouveau"), (REGISTER, "Essai inc.")}


def test_of_two_rows_of_one_place_the_list_wins(listed, tmp_path):
    places = [
        establishment(LIGN4_ADR="G3B1A1"),
        establishment(suffix="2", LIGN4_ADR="H2X1Y4"),
        establishment(suffix="3", LIGN4_ADR="G3B1A1", NOM_ETAB="Ailleurs"),
    ]
    load(REGISTER, write(tmp_path / "register.zip", names=[name(text="GARAGE ESSAI")], establishments=places))
    listed(GARAGE)
    listed_keys = set(Establishment.objects.listed().values_list("key", flat=True))
    assert listed_keys == {"list-12", "1100000001-2", "1100000001-3"}

    listed(["12", "Autre nom", *GARAGE[2:]])
    assert "1100000001-1" in set(Establishment.objects.listed().values_list("key", flat=True))


def test_two_rows_of_one_list_both_stay(listed):
    listed(GARAGE, ["13", *GARAGE[1:]])
    assert Establishment.objects.listed().count() == 2


def test_demonstration_businesses_give_way_to_the_first_real_source(listed, tmp_path):
    row = ["1", "Garage Démonstration 1", *GARAGE[2:]]
    assert listed(row, slug=DEMONSTRATION).kind == "demonstration"
    assert names() == {(DEMONSTRATION, "Garage Démonstration 1")}
    load(REGISTER, write(tmp_path / "register.zip"))
    assert names() == {(REGISTER, "Essai inc.")}
    assert BusinessCount.objects.get().establishments == 1

    listed(["1", "Garage Démonstration 2", *GARAGE[2:]], slug=DEMONSTRATION)
    assert names() == {(REGISTER, "Essai inc.")}


def made() -> list[dict]:
    jobs = jobs_of(read_embedded("statistics/regional_demonstration.csv"), "2024")
    towns = towns_of(read_embedded("geography/municipalities.csv"), read_embedded("geography/postal_areas.csv"))
    return [{column: str(value) for column, value in line.items()} for line in establishments(jobs, towns)]


def test_the_embedded_businesses_are_those_of_the_rule():
    assert read_embedded("businesses/demonstration.csv") == made()


def test_the_embedded_businesses_are_spread_as_the_rule_says():
    lines = read_embedded("businesses/demonstration.csv")
    kinds = {kind.naics: sector for sector, several in KINDS.items() for kind in several}
    assert len(lines) == ESTABLISHMENTS
    assert {kinds[line["naics"]] for line in lines} == KINDS.keys()
    assert all("Démonstration" in line["name"] for line in lines)
    assert all(line["postal_code"].endswith("9Z9") for line in lines)
    assert all(re.fullmatch(r"(\d{3} 555-01\d\d)?", line["telephone"]) for line in lines)


def test_each_kind_is_of_its_sector():
    prefixes = {line["naics"]: line["grouping"] for line in read_embedded("naics/grouping_codes.csv")}
    known = {line["code"] for line in read_embedded("naics/industries.csv")}
    for sector, kinds in KINDS.items():
        for kind in kinds:
            assert kind.naics in known
            assert {prefixes[code] for code in prefixes if kind.naics.startswith(code)} == {sector}


def test_the_table_of_activities_names_classes_of_naics():
    known = {line["code"] for line in read_embedded("naics/industries.csv")}
    lines = read_embedded("businesses/cae_naics.csv")
    assert {line["naics"] for line in lines} <= known
    assert {line["confidence"] for line in lines} == {"high", "medium", "low"}
