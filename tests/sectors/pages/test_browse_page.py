"""The door of the sectors: the 41 side by side, NAICS as a tree, and what words or a code find."""

import csv

import pytest
from django.core.cache import cache
from django.db import connection

from occupations.models import SearchPhrase
from occupations.search.index import rebuild
from sectors.models import SectorDescription


def order(page) -> list[str]:
    """Return the sectors of activity that a page links to, in its order."""
    addresses = [link["href"] for link in page.find("a") if "/sectors/groupings/" in link["href"]]
    return [address.split("/")[4][:2] for address in addresses]


def test_sectors_by_name_then_as_one_likes(client, world):
    assert order(client.get("/en/sectors/").page) == ["38", "33", "06", "34"]
    assert order(client.get("/en/sectors/?sort=-occupations").page) == ["33", "34", "38", "06"]
    assert order(client.get("/en/sectors/?sort=-demand&region=03").page)[:2] == ["33", "34"]
    assert order(client.get("/en/sectors/?sort=nothing").page) == ["38", "33", "06", "34"]


@pytest.mark.parametrize("sort", ["-employment", "employment", "-growth", "-prospects", "-earnings"])
def test_what_has_no_figure_comes_last_either_way(client, world, sort):
    assert order(client.get(f"/en/sectors/?region=06&sort={sort}").page)[0] == "34"


def test_their_figures(client, world):
    page = client.get("/en/sectors/?region=03").page
    assert "Decline $1,234 2 1" in page.text
    assert "Ambulatory health care NP" in page.text
    montreal = client.get("/en/sectors/?region=06").page
    assert "Hospitals 55,000 +10.0% Growth $1,234 2 0" in montreal.text
    assert len(montreal.find("rect", width="100.0%")) == 1
    assert "Note on occupation-industries." in page.text
    assert "Note on in-demand-demonstration." in page.text


def test_the_same_as_csv(client, world):
    response = client.get("/en/sectors/sectors.csv?region=03")
    lines = list(csv.DictReader(response.content.decode("utf-8-sig").splitlines()))
    hospitals = next(line for line in lines if line["Code"] == "34")
    assert (hospitals["Occupations found there"], hospitals["In demand now"]) == ("2", "1")
    assert (hospitals["Prospects"], hospitals["Average weekly earnings"]) == ("Decline", "1234.00")
    assert hospitals["Employment – reason if not published"] == "No edition says it."
    assert hospitals["Average weekly earnings – source"].startswith("Statistics Canada")
    assert hospitals["In demand now – region"] == "Capitale-Nationale"
    assert hospitals["In demand now – kind"] == "Demonstration"
    assert hospitals["Page"] == "http://testserver/en/sectors/groupings/34-hospitals/"
    assert len(lines) == 4


def test_naics_as_a_tree(client, world):
    page = client.get("/fr/secteurs/scian/?region=06").page
    assert page.find("a", href="/fr/secteurs/31-33-fabrication/?region=06")
    assert page.find("a", href="/fr/secteurs/622-hopitaux/?region=06")
    assert "Hôpitaux généraux" not in page.text
    assert page.toggle == "/en/sectors/naics/?region=06"


@pytest.mark.parametrize(
    ("q", "address"),
    [
        ("7225", "/en/sectors/7225/"),
        ("NAICS 31-33", "/en/sectors/31-33/"),
        ("scian 2022 31–33", "/en/sectors/31-33/"),
        ("9999", "/en/sectors/9999/"),
    ],
)
def test_a_code_leads_to_its_page(client, world, q, address):
    assert client.get("/en/sectors/", {"q": q, "region": "06"}).headers["Location"] == f"{address}?region=06"


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("hopital", "/fr/secteurs/regroupements/34-hopitaux/"),
        ("HÔPITAUX", "/fr/secteurs/regroupements/34-hopitaux/"),
        ("hospitals", "/fr/secteurs/regroupements/34-hopitaux/"),
        ("soin ambulatoire", "/fr/secteurs/regroupements/33-soins-ambulatoires/"),
        ("resto", "/fr/secteurs/regroupements/38-hebergement-et-restauration/"),
        ("fabric", "/fr/secteurs/regroupements/06-fabrication-d-aliments/"),
        ("débit boisson", "/fr/secteurs/722-services-de-restauration-et-debits-de-boissons/"),
    ],
)
def test_words_find_titles_in_both_languages(client, world, q, first):
    page = client.get("/fr/secteurs/", {"q": q}).page
    results = [
        link["href"] for link in page.find("a") if link["href"].startswith("/fr/secteurs/") and "-" in link["href"]
    ]
    assert results[0] == first


@pytest.mark.parametrize(
    ("q", "found"),
    [("hosto", True), ("Hostos", True), ("ER", True), ("it", True), ("médical", False), ("centre", False)],
)
def test_words_that_people_use_are_found_as_a_whole(client, world, q, found):
    french, english = {"also_called": ["hosto", "centre médical"]}, {"also_called": ["ER", "IT"]}
    SectorDescription.objects.filter(pk="grouping-34").update(text_fr=french, text_en=english)
    page = client.get("/fr/secteurs/", {"q": q}).page
    assert bool(page.find("a", href="/fr/secteurs/regroupements/34-hopitaux/")) is found


def test_words_that_people_use_hide_no_title(client, world):
    texts = {"also_called": ["resto"]}
    SectorDescription.objects.create(code="naics-72", industry_id="72", text_fr=texts, text_en=texts)
    page = client.get("/fr/secteurs/?q=resto").page
    for address in ("72-hebergement-et-services-de-restauration", "7225-restaurants"):
        assert page.find("a", href=f"/fr/secteurs/{address}/")


def test_a_title_of_the_other_language_is_told(client, world):
    page = client.get("/fr/secteurs/?q=eating").page
    assert "Appellation trouvée : Eating places" in page.text
    assert page.find("span", lang="en")


def test_a_repeated_name_is_told_once(client, world):
    page = client.get("/fr/secteurs/?q=generaux").page
    assert page.find("a", href="/fr/secteurs/6221-hopitaux-generaux/")
    assert not page.find("a", href="/fr/secteurs/62211-hopitaux-generaux/")


def test_what_only_occupations_are_called_leads_to_their_sectors(client, world):
    with connection.cursor() as cursor:
        rebuild(cursor)
    assert SearchPhrase.objects.exists()
    page = client.get("/en/sectors/?q=nurse&region=06").page
    assert "No result for “nurse”" in page.text
    assert page.find("a", href="/en/sectors/groupings/34-hospitals/?region=06")
    assert page.find("a", href="/en/occupations/?q=nurse&region=06")


def test_before_anything_is_loaded(client, db):
    assert "The industries are not loaded yet." in client.get("/en/sectors/").page.text
    assert "No result for “nurse”" in client.get("/en/sectors/?q=nurse").page.text


@pytest.mark.parametrize("address", ["/fr/secteurs/?region=06", "/fr/secteurs/?q=infirmier", "/en/sectors/naics/"])
def test_few_queries_and_none_when_nothing_changed(client, world, django_assert_max_num_queries, address):
    with connection.cursor() as cursor:
        rebuild(cursor)
    cache.clear()
    with django_assert_max_num_queries(12):
        response = client.get(address)
    with django_assert_max_num_queries(0):
        assert client.get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
