"""The page of a class of NAICS, and the help with a code that is none."""

import pytest
from django.core.cache import cache

from sectors.models import FormerIndustry, Industry, IndustryText
from tests.sectors.pages.world import INDUSTRIES

HOSPITALS = "/en/sectors/622-hospitals/"


def test_every_class_answers_in_both_languages(client, world):
    for industry in Industry.objects.all():
        for language, word in (("fr", "secteurs"), ("en", "sectors")):
            page = client.get(f"/{language}/{word}/{industry.code}/", follow=True).page
            assert getattr(industry, f"name_{language}") in page.text, industry
    assert len(INDUSTRIES) == 12


def test_where_it_stands_and_what_it_includes(client, world):
    page = client.get(f"{HOSPITALS}?region=06").page
    assert "NAICS Canada 2022, subsector 622" in page.text
    assert page.find("a", href="/en/sectors/62-health-care-and-social-assistance/?region=06")
    assert page.find("a", href="/en/sectors/6221-general-hospitals/?region=06")
    assert page.find("a", href="/en/sectors/groupings/34-hospitals/?region=06")


def test_a_name_that_only_repeats_the_one_above_is_not_told_twice(client, world):
    page = client.get("/en/sectors/622-hospitals/").page
    included = page.text.partition("What it includes")[2].partition("occupations found here")[0]
    assert included.count("General hospitals") == 1


def test_a_sector_may_span_several_sectors_of_activity(client, world):
    page = client.get("/en/sectors/62-health-care-and-social-assistance/").page
    assert page.find("a", href="/en/sectors/groupings/33-ambulatory-health-care/")
    assert page.find("a", href="/en/sectors/groupings/34-hospitals/")


def test_occupations_with_their_figures_those_found_most_first(client, world):
    page = client.get(f"{HOSPITALS}?region=03").page
    assert "2 occupations found here" in page.text
    assert page.text.index("Registered nurses") < page.text.index("Economists")
    assert "$40.00 an hour" in page.text
    assert "Note on occupation-industries." in page.text
    assert "Note on wages." in page.text
    assert page.find("span", class_="badge badge-demonstration")


def test_they_are_sorted_as_one_likes(client, world):
    page = client.get(f"{HOSPITALS}?region=03&sort=-wage").page
    assert page.text.index("Economists") < page.text.index("Registered nurses")
    assert page.find("th", aria_sort="descending")
    assert page.find("a", href="?region=03&sort=wage#occupations")


def test_a_class_below_a_subsector_has_those_of_the_subsector_and_says_so(client, world):
    page = client.get("/en/sectors/622111-general-except-paediatric-hospitals/").page
    assert "these are those of subsector 622, Hospitals" in page.text
    assert "Registered nurses" in page.text


def test_a_subsector_without_any_has_those_of_its_sector_of_activity_and_says_so(client, world):
    page = client.get("/en/sectors/722-food-services-and-drinking-places/").page
    assert "its sector of activity, Accommodation and food services" in page.text
    assert "Carpenters" in page.text


def test_without_any_occupation_there_is_no_section(client, world):
    page = client.get("/en/sectors/31-33-manufacturing/").page
    assert not page.find("section", id="occupations")


def test_jobs_of_the_narrowest_industry_that_holds_it(client, world):
    hospitals = client.get(HOSPITALS).page.text
    assert "230,000 people" in hospitals
    assert "wider industry" not in hospitals
    general = client.get("/en/sectors/6221-general-hospitals/").page.text
    assert "230,000 people" in general
    assert "value for a wider industry: Hospitals" in general


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/en/sectors/622/", HOSPITALS),
        ("/en/sectors/622-clinics/?region=06", f"{HOSPITALS}?region=06"),
        ("/en/sectors/31-33/", "/en/sectors/31-33-manufacturing/"),
        ("/en/sectors/32/", "/en/sectors/31-33-manufacturing/"),
        ("/fr/secteurs/622-hospitals/", "/fr/secteurs/622-hopitaux/"),
    ],
)
def test_the_code_identifies_the_page(client, world, asked, found):
    response = client.get(asked)
    assert (response.status_code, response.headers["Location"]) == (301, found)


def test_the_other_language_has_its_own_words(client, world):
    assert client.get(f"{HOSPITALS}?region=06").page.toggle == "/fr/secteurs/622-hopitaux/?region=06"


def test_help_with_a_code_that_there_is_not(client, world):
    response = client.get("/en/sectors/7229/")
    assert response.status_code == 404
    assert "No industry has the code 7229" in response.page.text
    assert response.page.find("a", href="/en/sectors/722-food-services-and-drinking-places/")


def test_help_with_a_code_that_there_is_no_longer(client, world):
    Industry.objects.filter(pk="7225").update(retired_on="2026-03-01")
    response = client.get("/fr/secteurs/7225/")
    assert response.status_code == 404
    assert "C’était celui de « Restaurants »" in response.page.text
    assert "7225" not in client.get("/fr/secteurs/722-services-de-restauration-et-debits-de-boissons/").page.text


def test_a_code_of_2017_leads_to_what_it_became(client, world):
    FormerIndustry.objects.create(former_code="7221", former_name_fr="Complets", industry_id="7225")
    response = client.get("/en/sectors/7221/?region=06")
    assert (response.status_code, response.headers["Location"]) == (301, "/en/sectors/7225-eating-places/?region=06")
    FormerIndustry.objects.create(former_code="7221", former_name_fr="Complets", industry_id="721")
    response = client.get("/en/sectors/7221/?region=06")
    assert response.status_code == 200
    assert "Former code 7221" in response.page.text
    assert response.page.find("a", href="/en/sectors/721-accommodation-services/?region=06")


def test_a_wider_code_of_2017_leads_to_what_its_classes_became(client, world):
    for former, industry in (("454110", "721"), ("454210", "7225")):
        FormerIndustry.objects.create(former_code=former, former_name_en=f"Old {former}", industry_id=industry)
    page = client.get("/en/sectors/4541/", follow=True).page
    assert "In NAICS 2017, in whole or in part: 454110 Old 454110" in page.text
    assert page.find("link", rel="canonical")[0]["href"].endswith("/en/sectors/721-accommodation-services/")
    both = client.get("/en/sectors/454/").page
    assert "454110 Old 454110 721 Accommodation services 454210 Old 454210 7225 Eating places" in both.text


@pytest.mark.parametrize("q", ["454110", "scian 2017 454110", "NAICS 2017: 454110"])
def test_a_code_of_2017_is_searched_for_as_any_other(client, world, q):
    FormerIndustry.objects.create(former_code="454110", former_name_en="Old", industry_id="7225")
    response = client.get("/en/sectors/", {"q": q}, follow=True)
    assert response.redirect_chain[-1][0] == "/en/sectors/7225-eating-places/"


def test_the_classification_s_own_words_in_the_page_s_language(client, world):
    assert "In the words of the classification" not in client.get(HOSPITALS).page.text
    cache.clear()
    for position, (element, text) in enumerate((("inclusion", "clinics inside"), ("exclusion", "nursing homes"))):
        IndustryText.objects.create(industry_id="622", language="en", element=element, position=position, text=text)
    text = client.get(HOSPITALS).page.text
    assert "Inclusions clinics inside" in text
    assert "Exclusions nursing homes" in text
    assert "clinics inside" not in client.get("/fr/secteurs/622-hopitaux/").page.text


@pytest.mark.parametrize(
    "address",
    [
        f"{HOSPITALS}?region=06",
        "/fr/secteurs/62-soins-de-sante-et-assistance-sociale/",
        "/fr/secteurs/722-services-de-restauration-et-debits-de-boissons/?region=11",
        "/en/sectors/7229/",
    ],
)
def test_few_queries_and_none_when_nothing_changed(client, world, django_assert_max_num_queries, address):
    cache.clear()
    with django_assert_max_num_queries(12):
        response = client.get(address)
    if response.status_code == 200:
        with django_assert_max_num_queries(0):
            assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
