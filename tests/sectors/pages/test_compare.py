"""Sectors of activity side by side."""

import csv

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sectors.models import Grouping, RegionalEmployment, SectorProspect
from tests.sectors.pages.world import survey_places

FRENCH, ENGLISH = "/fr/secteurs/comparer/", "/en/sectors/compare/"


def add_jobs(grouping: str, region: str, year: int, employed: int | None, status: str = "") -> None:
    release = RegionalEmployment.objects.first().release
    RegionalEmployment.objects.create(
        release=release, grouping_id=grouping, region_id=region, year=year, employed=employed, status=status
    )


@pytest.fixture
def jobs(world):
    """Care in Montréal and in Québec; and the places of the survey that are no regions."""
    survey_places()
    for grouping, region, employed in (("33", "06", 45_000), ("34", "00", 100_000), ("33", "00", 300_000)):
        add_jobs(grouping, region, 2024, employed)


def part(text: str, title: str) -> str:
    """Return what stands from the heading of a section on."""
    return text.partition(f"{title} Compared")[2]


def test_each_place_has_its_own_figures(client, jobs):
    text = client.get(f"{ENGLISH}?code=34&code=33&region=06&region=11").page.text
    montreal = part(text, "Montréal")
    assert "Employment, 2024 Differs Kind of data: Demonstration 55,000 45,000" in montreal
    assert "Share of the jobs here Differs Kind of data: Demonstration 55.0% 45.0%" in montreal
    assert "Change in five years Kind of data: Demonstration +10.0% NP" in montreal
    assert "Location quotient (Québec: 1) Differs Kind of data: Demonstration 2.20 0.60" in montreal
    gaspesie = part(text, "Gaspésie–Îles-de-la-Madeleine")
    assert "Not published: Suppressed to keep answers confidential" in gaspesie
    assert "Not published: This edition has no figure for this sector." in gaspesie


def test_prospects_of_the_region_or_of_quebec_which_says_so(client, jobs):
    text = client.get(f"{ENGLISH}?code=34&region=03&region=11").page.text
    assert "Decline" in part(text, "Capitale-Nationale").partition("Compared")[0]
    assert "Growth value for the whole of Québec" in part(text, "Gaspésie–Îles-de-la-Madeleine")


def test_a_region_that_no_survey_counts_shows_the_jobs_of_quebec_and_says_so(client, jobs):
    text = client.get(f"{ENGLISH}?code=34&region=03").page.text
    capital = part(text, "Capitale-Nationale")
    assert "Demonstration 100,000 value for the whole of Québec" in capital
    assert "Location quotient (Québec: 1)" not in capital


def test_surveys_and_occupations_are_those_of_the_whole_of_quebec(client, jobs):
    text = client.get(f"{ENGLISH}?code=34&code=33&code=06").page.text
    survey = part(text, "In the whole of Québec, by survey")
    assert "230,000 (2024) 600,000 (2024) value for a wider industry: Health care and social assistance" in survey
    assert "Not published: No survey speaks of this sector." in survey
    assert "$1,234 (2023)" in survey
    main = part(text, "Main occupations")
    assert "Registered nurses" in main
    assert "No occupation is found in this sector more than in any other." in main
    assert "Differs" not in main


def test_two_regions_that_are_counted_together_show_their_jobs_once(client, jobs):
    add_jobs("34", "09-10", 2024, 1_200)
    text = client.get(f"{ENGLISH}?code=34&region=09&region=10").page.text
    assert text.count("1,200") == 1
    assert "Côte-Nord and Nord-du-Québec Compared" in text
    assert part(text, "Nord-du-Québec").count("Prospects of the sector") >= 1


def test_metropolitan_areas_that_have_figures_may_be_chosen(client, jobs):
    assert not client.get(FRENCH).page.find("input", name="region", value="462")
    add_jobs("34", "462", 2024, 70_000)
    cache.clear()
    page = client.get(f"{ENGLISH}?code=34&region=462").page
    assert page.find("input", name="region", value="462", checked=None)
    assert "70,000" in part(page.text, "Montréal CMA")


def test_what_the_form_adds_leads_to_one_address(client, world):
    assert client.get(f"{FRENCH}?code=34&add=33&region=06").url == f"{FRENCH}?code=34&code=33&region=06"
    assert client.get(f"{FRENCH}?code=34&add=34").url == f"{FRENCH}?code=34"
    assert client.get(f"{FRENCH}?code=34&add=&region=06").url == f"{FRENCH}?code=34&region=06"


def test_remove_links_keep_the_others_and_the_regions(client, world):
    page = client.get(f"{FRENCH}?code=34&code=33&region=06").page
    assert page.find("a", href=f"{FRENCH}?code=33&region=06")
    assert {option["value"] for option in page.find("option") if option["value"] in {"06", "33", "34", "38"}} >= {"38"}


def test_what_cannot_be_followed_is_said(client, world):
    Grouping.objects.create(code="39", name_fr="Avant", name_en="Before", retired_on="2026-01-01")
    Grouping.objects.bulk_create(Grouping(code=f"{code}", name_fr="x", name_en=f"S{code}") for code in (50, 51))
    text = client.get(f"{ENGLISH}?code=06&code=33&code=34&code=38&code=50&code=51&code=99&code=39&region=77").page.text
    assert "At most 5 sectors fit on this page." in text
    assert "Left out: S51." in text
    assert "no sector of activity with the code “99”" in text
    assert "It was left out: Before." in text
    assert "There is no region “77”" in text


def test_an_empty_comparison_invites_to_begin_and_no_comparison_is_indexed(client, world):
    page = client.get(FRENCH).page
    assert page.find("meta", name="robots", content="noindex")
    assert page.find("select", name="add")
    assert not page.find("table")
    assert page.toggle == ENGLISH


def test_as_few_queries_for_five_sectors_in_every_region_as_for_one(client, jobs):
    def queries(query: str) -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            client.get(ENGLISH + query)
        return len(asked)

    number = queries("?code=33&code=34&region=06")
    assert queries("?code=34&code=33&code=38&code=06&region=00&region=03&region=06&region=11") == number
    assert number <= 12


def test_the_csv_has_the_same_cells_with_their_sources_or_why_not(client, jobs):
    answer = client.get(f"{ENGLISH}table.csv?code=34&code=33&region=06")
    lines = list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))
    found = {(line["Part"], line["Row"], line["Code"]): line for line in lines}
    jobs_here = found["Montréal", "Employment, 2024", "34"]
    assert (jobs_here["Value"], jobs_here["Sector of activity"]) == ("55,000", "Hospitals")
    assert (jobs_here["region"], jobs_here["kind"]) == ("Montréal", "Demonstration")
    growth = found["Montréal", "Change in five years", "33"]
    assert (growth["Value"], growth["source"]) == ("", "")
    assert growth["reason if not published"]
    assert client.get(f"{ENGLISH}table.csv").content.decode("utf-8-sig").count("\n") == 1


def test_without_any_regional_edition_the_survey_remains(client, world):
    RegionalEmployment.objects.all().delete()
    SectorProspect.objects.all().delete()
    cache.clear()
    text = client.get(f"{ENGLISH}?code=34&region=06").page.text
    assert "Montréal Compared" not in text
    assert "230,000 (2024)" in text
