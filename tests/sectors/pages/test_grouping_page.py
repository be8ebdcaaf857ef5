"""The page of one of the 41 sectors of activity."""

import pytest
from django.core.cache import cache

from catalog.models import Release
from sectors.models import IndustryStatistic

HOSPITALS = "/en/sectors/groupings/34-hospitals/"


def test_what_it_includes(client, world):
    page = client.get(f"{HOSPITALS}?region=03").page
    assert page.find("a", href="/en/sectors/622-hospitals/?region=03")
    assert "622 Hospitals General hospitals" in page.text


def test_its_occupations_with_their_figures(client, world):
    page = client.get(f"{HOSPITALS}?region=03").page
    assert "2 occupations found here" in page.text
    assert "$46.70 an hour" in page.text


def test_those_in_demand_now(client, world):
    wanted = client.get(f"{HOSPITALS}?region=03").page.text
    assert "Capitale-Nationale: employers are short of people in 1 of these occupations" in wanted
    assert "Note on in-demand-demonstration." in wanted
    assert "short of people in 0 of these occupations" in client.get(f"{HOSPITALS}?region=06").page.text


def test_what_no_edition_says_has_no_section(client, world):
    page = client.get("/en/sectors/groupings/38-accommodation-and-food-services/").page
    assert not page.find("section", id="demand")


def test_ways_to_the_list_of_occupations(client, world):
    page = client.get(f"{HOSPITALS}?region=03").page
    for path in ("", "list.csv", "by-region/"):
        address = f"/en/occupations/{path}?sector=34&region=03"
        assert page.find("a", href=address)
        assert client.get(address).status_code == 200


def test_it_is_told_in_the_portal_s_own_words(client, world):
    page = client.get(f"{HOSPITALS}?region=06").page
    assert "People are treated here. Work never stops." in page.text
    assert "psychiatric hospitals" in page.text
    assert page.find("a", href="/en/sectors/621/?region=06")
    assert "Note on sector-descriptions." in page.text
    assert "Text not reviewed yet." in page.text
    other = client.get("/en/sectors/groupings/33-ambulatory-health-care/").page
    assert "Note on sector-descriptions." not in other.text


def test_jobs_and_earnings_at_a_glance(client, world):
    text = client.get(HOSPITALS).page.text
    assert "230,000 people +15.0% in five years Whole of Québec, 2024" in text
    assert "Part-time jobs 20%" in text
    assert "$1,234" in text
    assert "Note on industry-earnings." in text


def test_figures_of_a_wider_industry_say_so(client, world):
    text = client.get("/en/sectors/groupings/33-ambulatory-health-care/").page.text
    assert "600,000 people" in text
    assert "value for a wider industry: Health care and social assistance" in text


def test_jobs_year_by_year_as_a_line_and_the_same_as_a_table(client, world):
    page = client.get(HOSPITALS).page
    assert "2024 230,000" in page.text
    assert "2021 NP Not published: Suppressed to keep answers confidential" in page.text
    assert page.find("svg", aria_labelledby="jobs-chart-title jobs-chart-description")
    assert len(page.find("line", class_="trend-chart-line")) == 1  # 2021 breaks the line
    assert len(page.find("rect", class_="trend-chart-recession")) == 1  # from 2019 on


def test_where_part_time_is_always_suppressed_full_time_stands_and_the_rest_says_why(client, world):
    release = Release.objects.get(dataset="industry-employment")
    for measure, value, status in (("employed", None, "x"), ("full-time", 24_600, ""), ("part-time", None, "x")):
        IndustryStatistic.objects.create(
            release=release, measure=measure, industries="311", year=2024, value=value, status=status
        )
    cache.clear()
    page = client.get("/en/sectors/groupings/06-food-manufacturing/").page
    assert "Full-time employment 24,600 people All jobs together: NP Not published: Suppressed" in page.text
    assert "Year Employment Full time Part time 2024 NP Not published: Suppressed" in page.text
    assert "People employed full time in Québec, by year" in page.text
    compared = client.get("/en/sectors/compare/?code=06&code=34").page.text
    survey = compared.partition("In the whole of Québec, by survey")[2]
    assert "Not published: Suppressed to keep answers confidential 230,000 (2024)" in survey
    assert "24,600 (2024)" in survey
    csv = client.get("/en/sectors/groupings/06-food-manufacturing/figures.csv").content.decode()
    assert "Employment,2024,,x,311,,,,,,Suppressed to keep answers confidential" in csv


def test_without_figures_there_is_no_section(client, world):
    page = client.get("/en/sectors/groupings/06-food-manufacturing/").page
    for section in ("glance", "trend", "regions", "occupations"):
        assert not page.find("section", id=section), section


def test_prospects_and_jobs_in_each_region(client, world):
    page = client.get(f"{HOSPITALS}?region=06").page
    assert "Montréal, 2025-2029 Growth Sentence on Growth." in page.text
    assert "Montréal your region Growth 55,000 +10.0%" in page.text
    assert "Not published: Suppressed to keep answers confidential" in page.text
    assert page.find("a", href="?region=03#regions")
    assert "Note on sector-prospects-demonstration." in page.text
    assert "Note on regional-employment-demonstration." in page.text


def test_whom_to_turn_to(client, world):
    page = client.get(HOSPITALS).page
    assert "Comité de la santé Health. Compiled by the portal" in page.text
    assert page.text.index("Comité de la santé") < page.text.index("Association des hôpitaux")
    assert page.find("a", class_="external", href="https://hopitaux.example.org")
    assert "Note on sector-organizations." in page.text


@pytest.mark.parametrize("asked", ["/en/sectors/groupings/34/", "/en/sectors/groupings/34-clinics/"])
def test_the_code_identifies_the_page(client, world, asked):
    response = client.get(f"{asked}?region=06")
    assert (response.status_code, response.headers["Location"]) == (301, f"{HOSPITALS}?region=06")


def test_there_is_no_such_sector(client, world):
    assert client.get("/en/sectors/groupings/99/").status_code == 404


def test_the_other_language_has_its_own_words(client, world):
    assert client.get(HOSPITALS).page.toggle == "/fr/secteurs/regroupements/34-hopitaux/"


@pytest.mark.parametrize(
    "address", [f"{HOSPITALS}?region=06", "/fr/secteurs/regroupements/38-hebergement-et-restauration/"]
)
def test_few_queries_and_none_when_nothing_changed(client, world, django_assert_max_num_queries, address):
    cache.clear()
    with django_assert_max_num_queries(12):
        response = client.get(address)
    with django_assert_max_num_queries(0):
        assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
