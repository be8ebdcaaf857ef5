"""Which sectors weigh more in a region than in the whole of Québec."""

import csv

import pytest
from django.core.cache import cache

from sectors.models import RegionalEmployment
from tests.sectors.pages.world import survey_places

ENGLISH = "/en/sectors/by-region/"
# Grouping, region: people employed in 2019 and in 2024. In all, 400,000 in Québec and 100,000 in Montréal.
JOBS = {
    ("34", "00"): (90_000, 100_000),
    ("33", "00"): (None, 300_000),
    ("33", "06"): (40_000, 45_000),
    ("34", "09-10"): (None, 500),
    ("33", "09-10"): (None, 500),
}


@pytest.fixture
def jobs(world):
    """Hospitals in Montréal: 55,000, as the world has them; in Gaspésie, suppressed."""
    survey_places()
    release = RegionalEmployment.objects.first().release
    for (grouping, region), figures in JOBS.items():
        for year, employed in zip((2019, 2024), figures, strict=True):
            if employed is not None:
                RegionalEmployment.objects.create(
                    release=release, grouping_id=grouping, region_id=region, year=year, employed=employed
                )


def order(page) -> list[str]:
    return [a["href"].split("/")[4][:2] for a in page.find("a") if "/sectors/groupings/" in a["href"]]


def test_the_answer_and_every_figure(client, jobs):
    text = client.get(f"{ENGLISH}?region=06").page.text
    assert "Hospitals: 55.0% of the people employed here (Montréal), against 25.0% in the whole of Québec." in text
    assert "its share here is 2.2 times its share in Québec" in text
    assert "Hospitals 55,000 55.0% 25.0% 2.20 weighs more here +10.0%" in text
    assert "Ambulatory health care 45,000 45.0% 75.0% 0.60 weighs less here +12.5%" in text
    assert "Note on regional-employment-demonstration." in text


def test_the_quotient_is_explained_in_words_as_a_formula_and_on_the_example(client, jobs):
    text = client.get(f"{ENGLISH}?region=06").page.text
    assert "At 1, the weight is the same; at 2, twice as great" in text
    assert "(55,000 ÷ 100,000) ÷ (100,000 ÷ 400,000) = 55.00% ÷ 25.00% = 2.20" in text


def test_the_bars_have_the_numbers_of_the_table(client, jobs):
    page = client.get(f"{ENGLISH}?region=06").page
    assert "Hospitals 2.20 Ambulatory health care 0.60 Bar and number" in page.text
    assert [bar["width"] for bar in page.find("rect", y="0.3em")] == ["100.00%", "27.27%"]
    assert {mark["x1"] for mark in page.find("line", y2="100%")} == {"45.45%"}  # at 1


@pytest.mark.parametrize(
    ("sort", "first"),
    [("", "34"), ("quotient", "33"), ("-employment", "34"), ("employment", "33"), ("-quebec", "33"), ("-growth", "33")],
)
def test_it_is_sorted_as_one_likes_and_what_has_no_figure_comes_last(client, jobs, sort, first):
    found = order(client.get(f"{ENGLISH}?region=06&sort={sort}").page)
    assert found[0] == first
    assert set(found[2:]) == {"06", "38"}


def test_suppressed_figures_say_so_and_are_out_of_the_total(client, jobs):
    page = client.get(f"{ENGLISH}?region=11").page
    assert "Not published: Suppressed to keep answers confidential" in page.text
    assert "1 sector has no published figure here" in page.text
    assert not page.find("figure", class_="quotient-chart")


def test_two_regions_that_are_counted_together_have_one_table(client, jobs):
    for region in ("09", "10"):
        page = client.get(f"{ENGLISH}?region={region}").page
        assert "Sectors that weigh more here: Côte-Nord and Nord-du-Québec" in page.text
        assert "the Labour Force Survey counts the two regions together" in page.text
    everywhere = client.get(ENGLISH).page
    assert "Côte-Nord , Nord-du-Québec counted together Hospitals 2.0" in everywhere.text
    assert everywhere.find("a", href="?region=09")
    assert everywhere.find("a", href="?region=10")


def test_without_a_choice_the_heaviest_sectors_of_every_place(client, jobs):
    page = client.get(ENGLISH).page
    assert "Montréal Hospitals 2.2 Ambulatory health care 0.6" in page.text
    assert page.find("a", href="/en/sectors/groupings/34-hospitals/?region=06")
    assert page.toggle == "/fr/secteurs/par-region/"


def test_the_same_as_csv(client, jobs):
    lines = list(csv.DictReader(client.get(f"{ENGLISH}table.csv?region=06").content.decode("utf-8-sig").splitlines()))
    first = lines[0]
    assert (first["Region"], first["Code"], first["Employment"]) == ("Montréal", "34", "55000")
    assert (first["Location quotient"], first["kind"]) == ("2.20", "Demonstration")
    assert lines[-1]["reason if not published"] == "This edition has no figure for this sector."
    everywhere = client.get(f"{ENGLISH}table.csv").content.decode("utf-8-sig")
    assert everywhere.count("Gaspésie") == 4
    assert "Suppressed to keep answers confidential" in everywhere


def test_before_any_edition(client, world):
    RegionalEmployment.objects.all().delete()
    cache.clear()
    text = client.get(ENGLISH).page.text
    assert "The portal’s data do not say how many people work in each sector by region." in text


@pytest.mark.parametrize("address", [ENGLISH, f"{ENGLISH}?region=06", "/fr/secteurs/par-region/?region=09"])
def test_few_queries_and_none_when_nothing_changed(client, jobs, django_assert_max_num_queries, address):
    cache.clear()
    with django_assert_max_num_queries(12):
        response = client.get(address)
    with django_assert_max_num_queries(0):
        assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
