"""Training on the pages of occupations: their file, their sheet, their comparison, and as an employer sees them."""

import re

import pytest
from django.core.cache import cache

NURSES = "/en/occupations/31301-registered-nurses/"


def test_programs_that_lead_to_it(client, world):
    page = client.get(NURSES + "?region=06").page
    assert re.search(r"Nursing 180\.A0 Diploma of College Studies \(DCS\), technical 2 1\b", page.text)
    assert page.find("a", href="/en/training/programs/180a0/nursing/?region=06")
    assert page.find("a", href="/en/training/?occupation=31301&region=06")
    assert "Note on programme-offerings-demonstration." in page.text


def test_institutions_of_the_region_then_the_nearest(client, world):
    montreal = client.get(NURSES + "?region=06").page
    assert "Cégep du Parc Montréal" in montreal.text
    assert "Cégep du Cap" not in montreal.text
    near = client.get(NURSES + "?region=06&postal=G1R").page
    assert near.text.index("0.0 km Cégep du Cap Québec") < near.text.index("232 km Cégep du Parc Montréal")
    everywhere = client.get(NURSES).page
    assert "Give your postal code, or choose a region" in everywhere.text
    elsewhere = client.get(NURSES + "?region=11").page
    assert "No institution of this region gives them: Gaspésie" in elsewhere.text


def test_programs_that_only_may_lead_to_it(client, world):
    page = client.get("/en/occupations/31110-dentists/").page
    assert "Programs that may lead to it" in page.text
    assert "The programs that lead to it" not in page.text


def test_an_occupation_without_a_program_says_so(client, world):
    page = client.get("/en/occupations/41401-economists/").page
    assert "No program of the portal’s table leads to this occupation in particular" in page.text
    assert page.find("a", href="/en/training/")


def test_graduates_nearby_for_those_who_hire(client, world):
    page = client.get("/en/occupations/31301-registered-nurses/employer/?region=06").page
    assert "Graduates nearby" in page.text
    assert "Cégep du Parc Montréal" in page.text
    economists = client.get("/en/occupations/41401-economists/employer/").page
    assert "Graduates nearby" not in economists.text


def test_in_a_comparison(client, world):
    page = client.get("/en/occupations/compare/?code=31301&code=41401").page
    assert "Programs that lead to it" in page.text
    assert "Nursing 180.A0" in page.text
    assert "No program of the portal’s table leads to it in particular." in page.text


def test_on_the_sheet(client, world):
    response = client.get("/en/occupations/31301-registered-nurses/sheet.pdf?region=06")
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF")


@pytest.mark.parametrize("address", [NURSES, "/en/occupations/31301-registered-nurses/employer/"])
def test_twelve_queries_at_most_with_nothing_remembered(client, world, django_assert_max_num_queries, address):
    cache.clear()
    with django_assert_max_num_queries(12):
        client.get(f"{address}?region=06&postal=G1R")
