"""The page of a programme: what it leads to, where, who is admitted, and the ways to it."""

import pytest
from django.core.cache import cache

from training.models import Programme

NURSING = "/en/training/programs/180a0/nursing/"


def test_the_answers_first(client, world):
    page = client.get(NURSING + "?region=06&postal=G1R").page
    assert "Leads to Registered nurses Median wage: $38.00 an hour" in page.text
    assert "Prospects: Moderate" in page.text
    assert "3 years 2,805 hours" in page.text
    assert "Nearest to G1R Cégep du Cap 0.0 km, Québec" in page.text
    assert "96% of those who work or look for work, survey of 2024" in page.text


def test_institutions_by_distance(client, world):
    page = client.get(NURSING + "?region=03&postal=H2X").page
    assert page.text.index("Cégep du Parc 0.0 km Montréal, Montréal French, English") < page.text.index(
        "Cégep du Cap 23"
    )
    assert page.find("a", href="/en/training/institutions/100001-cegep-du-parc/?region=03&postal=H2X")
    assert "2 institutions in Québec. In this region, Capitale-Nationale: 1." in page.text


def test_without_a_place_those_of_the_region_come_first(client, world):
    page = client.get(NURSING + "?region=06").page
    assert page.text.index("Cégep du Parc Montréal") < page.text.index("Cégep du Cap Québec")
    assert "The numbers are the codes of the regions." in page.text
    assert "06 Montréal 1" in page.text


def test_a_value_of_the_whole_of_quebec_says_so(client, world):
    page = client.get(NURSING + "?region=11").page
    assert "value for the whole of Québec" in page.text


def test_a_title_without_english(client, world):
    page = client.get("/en/training/programs/bac-soins/sciences-infirmieres/").page
    assert page.find("h1", lang="fr")
    assert "No English title of this program is known" in page.text
    assert page.toggle == "/fr/formations/programmes/bac-soins/sciences-infirmieres/"


def test_what_is_not_published_says_why(client, world):
    nature = client.get("/en/training/programs/200b1/natural-science/").page
    assert "Too few graduates answered for figures to be published" in nature.text
    assert "This program is tied to no occupation" in nature.text
    vocational = client.get("/en/training/programs/5325/health-assistance-and-nursing/").page
    assert "The portal’s data do not say who gives it." in vocational.text
    assert "Dentists" in vocational.text
    assert not vocational.find("section", id="where")
    assert not vocational.find("section", id="graduates")


def test_ways_on_and_other_ways(client, world):
    vocational = client.get("/en/training/programs/5325/health-assistance-and-nursing/").page
    onward, other = vocational.text.split("Other ways to the same occupations")
    assert "To go on afterwards" in onward
    assert "Nursing 180.A0 Diploma of College Studies" in onward.split("To go on afterwards")[1]
    assert "Sciences infirmières" in other


@pytest.mark.parametrize("code", ["5819", "5319", "5319/nothing"])
def test_other_addresses_lead_to_the_page(client, world, code):
    response = client.get(f"/en/training/programs/{code}/?region=06")
    assert response.status_code == 301
    assert response.headers["Location"] == "/en/training/programs/5319/carpentry/?region=06"


def test_a_code_with_its_dot(client, world):
    assert client.get("/en/training/programs/180.A0/").headers["Location"] == NURSING


def test_an_unknown_code_helps(client, world):
    response = client.get("/en/training/programs/5318/")
    assert response.status_code == 404
    assert "No program has the code 5318" in response.page.text
    assert response.page.find("a", href="/en/training/programs/5319/carpentry/")


def test_a_long_word_for_a_code_is_cut(client, world):
    page = client.get(f"/en/training/programs/{'x' * 200}/").page
    assert f"No program has the code {'x' * 19}…" in page.text


def test_a_retired_code_says_what_it_was(client, world):
    Programme.objects.filter(pk="5319").update(retired_on="2026-01-01")
    response = client.get("/en/training/programs/5319/carpentry/")
    assert response.status_code == 404
    assert "Carpentry" in response.page.text


def test_linked_data(client, world):
    (said,) = client.get(NURSING + "?region=06").page.linked_data
    assert said["@type"] == "EducationalOccupationalProgram"
    assert said["timeToComplete"] == "P36M"
    assert [category["codeValue"] for category in said["occupationalCategory"]] == ["31301"]
    assert "provider" not in said  # who gives it is a demonstration


def test_sources_of_every_figure(client, world):
    page = client.get(NURSING + "?region=06").page
    for slug in (
        "programme-offerings-demonstration",
        "graduate-outcomes-demonstration",
        "programme-durations",
        "wages",
    ):
        assert f"Note on {slug}." in page.text


def test_twelve_queries_at_most_with_nothing_remembered(client, world, django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(12):
        client.get(NURSING + "?region=06&postal=G1R")
