"""Places of the Labour Force Survey: what two regions share is shown once, and metropolitan areas have their own."""

import csv

import pytest

from sectors.models import RegionalEmployment, SectorProspect
from tests.sectors.pages.world import survey_places

MERGED, VALUE, NOTE = "Côte-Nord and Nord-du-Québec", "4,300", "the Labour Force Survey counts the two regions together"
HOSPITALS, SECTORS = "/en/sectors/groupings/34-hospitals/", "/en/sectors/"


@pytest.fixture(autouse=True)
def places(world):
    """Hospitals have 4,300 jobs in the two regions together, and 150,000 in the metropolitan area of Montréal."""
    survey_places()
    release = RegionalEmployment.objects.first().release
    for code, employed in (("09-10", 4_300), ("462", 150_000), ("00", 230_000)):
        RegionalEmployment.objects.create(
            release=release, grouping_id="34", region_id=code, year=2024, employed=employed, status=""
        )


def rows(page) -> list[str]:
    return [row["id"].removeprefix("place-") for row in page.find("tr") if row.get("id", "").startswith("place-")]


@pytest.mark.parametrize("region", ["09", "10"])
class TestOfTwoRegions:
    def test_the_table_of_a_sector_has_their_value_once(self, client, region):
        page = client.get(f"{HOSPITALS}?region={region}").page
        assert page.text.count(VALUE) == 1
        assert NOTE in page.text
        assert rows(page)[-2:] == ["10", "462"]
        assert page.text.count(f"see {MERGED}") == 2
        assert len(page.find("a", href="#place-09-10")) == 2
        chosen = [row["id"] for row in page.find("tr", class_="is-chosen")]
        assert chosen == ([f"place-{region}", "place-09-10"] if region == "09" else ["place-09-10", "place-10"])

    def test_the_sectors_side_by_side_have_it_for_either(self, client, region):
        page = client.get(f"{SECTORS}?region={region}").page
        assert f"Hospitals {VALUE}" in page.text
        assert NOTE in page.text
        assert f"people employed. {MERGED}," in page.text

    def test_the_csv_names_the_two_regions(self, client, region):
        response = client.get(f"/en/sectors/sectors.csv?region={region}")
        lines = list(csv.DictReader(response.content.decode("utf-8-sig").splitlines()))
        hospitals = next(line for line in lines if line["Code"] == "34")
        assert (hospitals["Employment"], hospitals["Employment – region"]) == ("4300", MERGED)
        assert hospitals["In demand now – region"] in {"Côte-Nord", "Nord-du-Québec"}


def test_the_api_gives_the_merged_value_once(client):
    answer = client.get("/api/v1/groupings/34/").json()
    jobs = {each["region"]["code"]: each["value"] for each in answer["regional_employment"] if each["year"] == 2024}
    assert jobs == {"00": 230_000, "06": 55_000, "09-10": 4_300, "11": None, "462": 150_000}


def test_without_prospects_two_regions_have_one_row_and_no_other(client):
    SectorProspect.objects.all().delete()
    page = client.get(f"{HOSPITALS}?region=09").page
    assert {"09-10", "462"} <= set(rows(page))
    assert not {"09", "10", "421"} & set(rows(page))


def test_a_survey_that_tells_the_two_apart_has_no_merged_value(client):
    RegionalEmployment.objects.filter(region="09-10").update(region="09")
    page = client.get(f"{HOSPITALS}?region=09").page
    assert "09-10" not in rows(page)
    assert NOTE not in page.text
    assert f"Hospitals {VALUE}" in client.get(f"{SECTORS}?region=09").page.text
    assert "Hospitals 230,000" in client.get(f"{SECTORS}?region=10").page.text


def test_a_place_without_figures_shows_those_of_quebec_and_says_so(client):
    page = client.get(f"{SECTORS}?region=03").page
    assert "Hospitals 230,000" in page.text
    assert "Capitale-Nationale: employment is not published for this place." in page.text
    gaspesie = client.get(f"{HOSPITALS}?region=11").page  # whose prospects are not published
    assert "value for the whole of Québec , 2025-2029" in gaspesie.text


def test_the_map_of_jobs_gives_the_two_regions_one_value(client):
    release = RegionalEmployment.objects.first().release
    RegionalEmployment.objects.create(release=release, grouping_id="34", region_id="09-10", year=2019, employed=4_000)
    page = client.get(f"{HOSPITALS}?region=10").page
    assert page.find("a", href="?region=09#regions", aria_label=f"{MERGED} (09) – +7.5%")
    assert page.find("a", href="?region=10#regions", aria_label=f"{MERGED} (10) – +7.5%")
    assert page.find("a", href="?region=11#regions", aria_label="Gaspésie–Îles-de-la-Madeleine (11) – not published")
    assert page.text.count("one value for the two regions") == 1


class TestMetropolitanAreas:
    @pytest.mark.parametrize("address", [SECTORS, HOSPITALS])
    def test_one_chooses_those_that_have_figures(self, client, address):
        page = client.get(f"{address}?region=462").page
        assert page.find("option", value="462", selected=None)
        assert not page.find("option", value="421")
        assert "150,000" in page.text
        assert "nothing on this page is published" not in page.text
        assert page.find("link", rel="canonical")[0]["href"].endswith("?region=462")

    def test_the_rest_is_of_quebec_and_says_so(self, client):
        page = client.get(f"{SECTORS}?region=462").page
        assert "Montréal CMA: only employment is published by metropolitan area." in page.text
        assert "value for the whole of Québec , 2025-2029" in client.get(f"{HOSPITALS}?region=462").page.text

    def test_pages_without_such_figures_say_so(self, client):
        page = client.get("/en/sectors/622-hospitals/?region=462").page
        assert "Montréal CMA: nothing on this page is published by metropolitan area." in page.text
        assert not page.find("option", value="462")


@pytest.mark.parametrize("address", [SECTORS, HOSPITALS])
def test_few_queries(client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get(f"{address}?region=462")
