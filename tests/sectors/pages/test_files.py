"""What the pages of a sector and of a class of NAICS show, as CSV files."""

import csv

import pytest
from django.core.cache import cache

HOSPITALS, GENERAL = "/en/sectors/groupings/34-hospitals/", "/en/sectors/6221-general-hospitals/"


def lines(response) -> list[dict]:
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(response.content.decode("utf-8-sig").splitlines()))


@pytest.mark.parametrize("page", [HOSPITALS, GENERAL])
def test_the_page_leads_to_its_files(client, world, page):
    addresses = [link["href"] for link in client.get(f"{page}?region=06").page.find("a") if ".csv" in link["href"]]
    assert addresses
    for address in addresses:
        assert client.get(address).status_code == 200


def test_figures_of_a_class_each_with_its_source_or_why_not(client, world):
    found = lines(client.get(f"{GENERAL}figures.csv"))
    jobs = {line["Year"]: line for line in found if line["Measure"] == "Employment"}
    assert (jobs["2024"]["Value"], jobs["2024"]["NAICS codes covered"]) == ("230000.00", "622")
    assert jobs["2024"]["region"] == "Whole of Québec"
    assert (jobs["2021"]["Value"], jobs["2021"]["Sign of quality"]) == ("", "x")
    assert jobs["2021"]["reason if not published"] == "Suppressed to keep answers confidential"
    pay = [line for line in found if line["Measure"] == "Average weekly earnings"]
    assert [(line["Value"], line["Sign of quality"]) for line in pay] == [("1234.00", "A"), ("", "F")]


def test_figures_of_a_sector_have_those_of_every_place_and_its_prospects(client, world):
    found = lines(client.get(f"{HOSPITALS}figures.csv"))
    places = {(line["Measure"], line["region"], line["Year"]): line for line in found if line["region"]}
    assert places["Employment", "Montréal", "2024"]["Value"] == "55000"
    assert places["Prospects", "Capitale-Nationale", "2025-2029"]["Value"] == "Decline"
    assert places["Prospects", "Capitale-Nationale", "2025-2029"]["kind"] == "Demonstration"


def test_all_the_occupations_of_a_class(client, world):
    found = lines(client.get(f"{GENERAL}occupations.csv?region=03&sort=-wage"))
    assert [line["Occupation"] for line in found] == ["Economists", "Registered nurses"]
    assert found[1]["Median wage – region"] == "Capitale-Nationale"


@pytest.mark.parametrize("file", ["groupings/34-x/figures", "6221-x/figures", "6221-x/occupations"])
def test_only_the_current_address_has_a_file(client, world, file):
    moved = f"/en/sectors/{file}.csv"
    assert client.get(moved).status_code == 301
    assert client.get(moved.replace("34-", "99-").replace("6221-", "9999-")).status_code == 404


@pytest.mark.parametrize("file", [f"{HOSPITALS}figures.csv", f"{GENERAL}figures.csv", f"{GENERAL}occupations.csv"])
def test_few_queries(client, world, django_assert_max_num_queries, file):
    cache.clear()
    with django_assert_max_num_queries(12):
        client.get(file)
