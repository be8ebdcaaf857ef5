"""The page of a business."""

import pytest
from django.core.cache import cache

BAKERY = "/en/businesses/business/bakery-1/boulangerie-berube-inc/"


def test_what_is_known_of_it(client, world):
    page = client.get(BAKERY).page
    for text in (
        "Boulangerie Bérubé inc.",
        "1, rue Saint-Jean",
        "418 555-0101",
        "5 to 9 (2025)",
        "1160000001",
        "Capitale-Nationale",
        "Republished by a third party",
    ):
        assert text in page.text
    assert page.find("a", href="/en/businesses/?naics=722&region=03")
    assert page.toggle == "/fr/entreprises/entreprise/bakery-1/boulangerie-berube-inc/"


def test_the_other_establishments_of_the_enterprise(client, world):
    page = client.get(BAKERY).page
    assert page.find("a", href="/en/businesses/business/bakery-2/le-pain-d-elise/")
    assert (
        "Legal name: Boulangerie Bérubé inc."
        in client.get("/en/businesses/business/bakery-2/le-pain-d-elise/").page.text
    )


def test_the_occupations_of_its_industry_with_their_wages(client, world):
    page = client.get("/en/businesses/business/hospital/hopital-general/").page
    assert page.find("a", href="/en/occupations/31301-registered-nurses/")
    assert "Figures: Montréal." in page.text
    assert "38.00" in page.text


def test_for_programs(client, world):
    (data,) = client.get(BAKERY).page.linked_data
    assert data["@type"] == "LocalBusiness"
    assert data["address"]["postalCode"] == "G1R 1A1"
    assert data["numberOfEmployees"] == {"@type": "QuantitativeValue", "minValue": 5, "maxValue": 9}
    assert "geo" not in data
    (person,) = client.get("/en/businesses/business/withheld/elise-berube/").page.linked_data
    assert person["@type"] == "Organization"
    assert "streetAddress" not in person["address"]


def test_only_the_key_counts(client, world):
    response = client.get("/en/businesses/business/bakery-1/another-name/?region=06")
    assert (response.status_code, response.headers["Location"]) == (301, f"{BAKERY}?region=06")
    assert client.get("/en/businesses/business/bakery-1/").headers["Location"] == BAKERY
    assert client.get("/en/businesses/business/none/").status_code == 404


def test_what_is_listed_no_more_is_gone(client, world):
    response = client.get("/en/businesses/business/gone/boulangerie-disparue/")
    assert response.status_code == 410
    assert "Boulangerie disparue" not in response.page.text


@pytest.mark.parametrize(
    "key", ["bakery-1/boulangerie-berube-inc", "hospital/hopital-general", "9123-4567/9123-4567-quebec-inc"]
)
def test_few_queries(client, world, django_assert_max_num_queries, key):
    cache.clear()
    with django_assert_max_num_queries(12):
        assert client.get(f"/en/businesses/business/{key}/").status_code == 200


def test_its_sector_counts_businesses_and_leads_to_them(client, world):
    page = client.get("/en/sectors/groupings/38-accommodation-and-food-services/?region=06").page
    assert "The directory lists 2 businesses of this sector." in page.text
    assert page.find("a", href="/en/sources-and-dates/business-lists/?region=06")
    for query in ("?sector=38&region=06", "?sector=38&size_min=5&size_max=9", "?sector=38&region=03"):
        assert page.find("a", href=f"/en/businesses/{query}")
    industry = client.get("/en/sectors/722-food-services-and-drinking-places/?region=06").page
    assert industry.find("a", href="/en/businesses/?naics=722&region=06")


@pytest.mark.parametrize("view", ["", "employer/"])
def test_an_occupation_leads_to_the_businesses_of_its_industries(client, world, view):
    page = client.get(f"/en/occupations/31301-registered-nurses/{view}?region=06").page
    assert page.find("a", href="/en/businesses/?occupation=31301&region=06")
    assert "Inferred from the industries" in page.text
