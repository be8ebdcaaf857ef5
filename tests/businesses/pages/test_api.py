"""The directory in the API: the same list as the page, and what it refuses."""

import pytest

from tests.businesses.pages.world import add, settled
from tests.openapi import assert_as_documented


def test_the_same_list_as_the_page(client, world):
    answer = client.get("/api/v1/businesses/?q=berube&sort=size").json()
    assert (answer["count"], answer["next"], answer["previous"]) == (3, None, None)
    assert [each["key"] for each in answer["results"]] == ["bakery-1", "bakery-2", "withheld"]
    bakery, other, person = answer["results"]
    assert (bakery["size_min"], bakery["size_max"], bakery["size_year"]) == (5, 9, 2025)
    assert (bakery["industry"], bakery["industry_confidence"], bakery["kilometres"]) == ("722", "high", None)
    assert bakery["release"]["kind"] == "third-party"
    assert bakery["page"]["fr"] == "http://testserver/fr/entreprises/entreprise/bakery-1/boulangerie-berube-inc/"
    assert other["name"] == "Le Pain d’Élise"
    assert (person["withheld"], person["address"]) == ("individual", "")
    assert_as_documented(answer, "BusinessPage")


def test_distances(client, world):
    found = client.get("/api/v1/businesses/?postal=H2X").json()["results"]
    assert [(each["key"], each["kilometres"]) for each in found] == [("bakery-2", 0.0), ("hospital", 7.8)]


def test_pages_lead_on(client, world):
    for number in range(12):
        add(f"many-{number:02}", legal_name=f"Zèbre {number:02}")
    settled()
    first = client.get("/api/v1/businesses/?q=zebre").json()
    assert first["next"] == "http://testserver/api/v1/businesses/?q=zebre&after=many-09"
    second = client.get(first["next"]).json()
    assert [each["key"] for each in second["results"]] == ["many-10", "many-11"]
    assert second["previous"] == "http://testserver/api/v1/businesses/?q=zebre"


def test_one(client, world):
    answer = client.get("/api/v1/businesses/hospital/").json()
    assert (answer["name"], answer["size_min"], answer["size_max"]) == ("Hôpital général", 500, None)
    assert_as_documented(answer, "Business")
    assert client.get("/api/v1/businesses/gone/").status_code == 404


@pytest.mark.parametrize("query", ["municipality=nowhere", "sector=99", "size_min=many", "within=3", "sort=colour"])
def test_what_is_not_understood_is_refused(client, world, query):
    answer = client.get(f"/api/v1/businesses/?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == [query.partition("=")[0]]


def test_few_queries(client, world, django_assert_max_num_queries):
    for path in ("?q=berube&region=03&sector=38", "hospital/"):
        with django_assert_max_num_queries(12):
            client.get(f"/api/v1/businesses/{path}")
