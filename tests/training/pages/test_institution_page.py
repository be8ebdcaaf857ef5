"""The page of an institution, and the list of training with the best prospects."""

import pytest
from django.core.cache import cache

from catalog.models import Release
from occupations.models import Outlook

COLLEGE = "/en/training/institutions/100001-cegep-du-parc/"


def test_an_institution_and_its_programs(client, world):
    page = client.get(COLLEGE + "?region=06&postal=G1R").page
    assert "1, rue Principale Montréal H2X 1A1" in page.text
    assert "232 km from G1R" in page.text
    assert "Nursing 180.A0 3 years 2,805 hours French, English Registered nurses Moderate" in page.text
    assert page.find("a", href="/en/training/programs/180a0/nursing/?region=06&postal=G1R")
    assert page.toggle.startswith("/fr/formations/etablissements/100001-cegep-du-parc/")


def test_one_that_no_edition_speaks_of(client, world):
    page = client.get("/en/training/institutions/300001-universite-de-l-ile/").page
    assert "Sciences infirmières" in page.text
    (said,) = page.linked_data
    assert said["@type"] == "CollegeOrUniversity"
    assert "geo" not in said


@pytest.mark.parametrize("end", ["", "-another-name"])
def test_the_code_is_enough(client, world, end):
    response = client.get(f"/en/training/institutions/100001{end}/?region=06")
    assert response.headers["Location"] == COLLEGE + "?region=06"


def test_an_unknown_institution(client, world):
    assert client.get("/en/training/institutions/999999/").status_code == 404


def test_an_institution_takes_twelve_queries_at_most(client, world, django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(12):
        client.get(COLLEGE + "?region=06&postal=G1R")


# --- Training with the best prospects -----------------------------------------------------------------------


def listed(page) -> list[str]:
    return [link["href"].split("/")[4] for link in page.find("a") if "/programs/" in link["href"]]


def test_the_best_levels_only(client, world):
    assert listed(client.get("/en/training/best-prospects/").page) == ["5325", "180a0", "bac-soins"]
    montreal = client.get("/en/training/best-prospects/?region=06").page
    assert listed(montreal) == []  # nurses are at the third level there
    assert "No program meets the rule here." in montreal.text


def test_the_least_favourable_occupation_counts(client, world):
    release = Release.objects.get(dataset_id="outlooks")
    Outlook.objects.create(release=release, unit_group_id="72310", region_id="00", level_id="job-bank-2024:very-good")
    best = client.get("/en/training/best-prospects/").page
    assert listed(best)[0] == "5319"
    assert "by one of the two best levels" not in best.text
    Outlook.objects.filter(unit_group="72310").update(level_id="job-bank-2024:limited")
    cache.clear()
    assert "5319" not in listed(client.get("/en/training/best-prospects/").page)


def test_by_level_of_studies(client, world):
    page = client.get("/en/training/best-prospects/?level=college").page
    assert listed(page) == ["180a0"]
    assert page.find("a", href="?level=secondary")
    assert "Good" in page.text
    assert listed(client.get("/en/training/best-prospects/?level=nothing").page) == ["5325", "180a0", "bac-soins"]


def test_the_list_takes_twelve_queries_at_most(client, world, django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(12):
        client.get("/fr/formations/meilleures-perspectives/?region=06")
