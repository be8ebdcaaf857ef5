"""The door of training: programmes by word, code, criterion and place."""

import csv

import pytest
from django.core.cache import cache
from django.db import connection

from occupations.search.index import rebuild
from training.models import Programme


@pytest.fixture
def words(world):
    """The index in which occupations are looked for."""
    with connection.cursor() as cursor:
        rebuild(cursor)


def found(page) -> list[str]:
    """Return the programmes that a page lists, in its order."""
    addresses = [
        link["href"] for link in page.find("a") if "/programs/" in link["href"] or "/programmes/" in link["href"]
    ]
    return [address.split("/")[4] for address in addresses]


def search(client, **query):
    return client.get("/en/training/", query).page


def test_every_program_by_title(client, world):
    page = search(client)
    assert found(page) == ["5319", "5325", "200b1", "180a0", "bac-soins"]
    assert "5 programs" in page.text
    assert page.find("a", href="/en/training/programs/bac-soins/sciences-infirmieres/", lang="fr")


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("carpentry", ["5319"]),
        ("CHARPENTIÈRE", ["5319"]),  # by the French title, whatever gender and accent
        ("carpantry", ["5319"]),  # a letter is wrong
        ("carpenters", ["5319"]),
        ("soins infirmiers", ["5325", "180a0", "bac-soins"]),
        ("registered nurses", ["5325", "180a0", "bac-soins"]),  # by what they lead to
        ("nurs", ["5325", "180a0", "bac-soins"]),
        ("dentists", ["5325"]),  # by what it may lead to
        ("astronaut", []),
    ],
)
def test_by_word_in_either_language(client, words, q, expected):
    assert sorted(found(search(client, q=q))) == sorted(expected)


def test_the_title_that_says_little_else_comes_first(client, words):
    assert found(search(client, q="nursing"))[:2] == ["180a0", "5325"]


def test_why_it_was_found(client, words):
    assert "May lead to: Dentists" in search(client, q="dentists").text
    assert "Title found: Charpenterie-menuiserie" in search(client, q="menuiserie").text
    assert "No program for “astronaut”" in search(client, q="astronaut").text


@pytest.mark.parametrize("q", ["5319", "5819", " 5319 "])
def test_a_code_of_either_language_leads_to_the_program(client, world, q):
    response = client.get("/en/training/", {"q": q, "region": "06", "postal": "H2X"})
    assert response.headers["Location"] == "/en/training/programs/5319/carpentry/?region=06&postal=H2X"


@pytest.mark.parametrize("q", ["180.A0", "180a0", "180A0"])
def test_a_college_code_however_it_is_written(client, world, q):
    assert client.get("/fr/formations/", {"q": q}).headers["Location"].endswith("/programmes/180a0/soins-infirmiers/")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"level": "university"}, ["bac-soins"]),
        ({"level": ["university", "secondary"]}, ["5319", "5325", "bac-soins"]),
        ({"credential": "dec-technical"}, ["180a0"]),
        ({"sector": "19"}, ["5325", "180a0"]),
        ({"duration": "12"}, ["5319"]),
        ({"language": "en"}, ["180a0"]),
        ({"offered_in": "03"}, ["5319", "180a0"]),
        ({"offered_in": "03", "language": "en"}, []),  # in English, but elsewhere
        ({"occupation": "31301"}, ["5325", "180a0", "bac-soins"]),
        ({"occupation": "31110"}, ["5325"]),
        ({"postal": "H2X", "within": "50", "region": ""}, ["180a0"]),
        ({"postal": "G1R", "within": "10", "region": ""}, ["180a0"]),
        ({"postal": "G1R", "within": "25", "region": ""}, ["5319", "180a0"]),
        ({"level": "nothing"}, ["5319", "5325", "200b1", "180a0", "bac-soins"]),
    ],
)
def test_criteria_narrow_the_list(client, world, query, expected):
    assert found(search(client, **query)) == expected


def test_what_each_answer_would_leave(client, world):
    page = search(client, offered_in="03")
    assert "French 2" in page.text
    assert "Montréal 2" in page.text  # another region replaces the one chosen
    english = search(client, language="en")
    assert "French 3" in english.text
    assert "Capitale-Nationale 2" not in english.text


def test_a_choice_is_a_chip_that_takes_it_off(client, world):
    page = search(client, level="college", postal="H2X", within="50", region="06", occupation="31301")
    assert "Leads to: Registered nurses" in page.text
    assert page.find("a", class_="chip", href="?level=college&postal=H2X&within=50&region=06")
    assert page.find("a", class_="chip", href="?level=college&region=06&occupation=31301")
    assert page.find("a", href="?region=06")


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("distance", "180a0", "bac-soins"),
        ("duration", "5319", "200b1"),
        ("-placement", "180a0", "bac-soins"),
        ("placement", "5319", "bac-soins"),
        ("-prospects", "5325", "200b1"),
        ("-title", "bac-soins", "5319"),
    ],
)
def test_in_the_order_that_one_asks_for(client, world, sort, first, last):
    order = found(search(client, sort=sort, postal="H2X", region=""))
    assert (order[0], order[-1]) == (first, last)


def test_the_nearest_institution_with_its_distance(client, world):
    page = search(client, postal="G1R", region="03", sort="distance")
    assert "0.0 km Cégep du Cap" in page.text
    assert "12 km Centre de formation du Fleuve" in page.text
    assert "the middle of postal area G1R" in page.text
    assert "Capitale-Nationale: 1 · institutions in Québec: 2" in page.text


def test_wages_and_prospects_of_the_region(client, world):
    page = search(client, region="06", credential="dec-technical")
    assert "Moderate Kind of data: Demonstration $38.00 an hour" in page.text
    assert "96%" in page.text
    assert "Note on programme-offerings-demonstration." in page.text


def test_where_one_is_says_the_region_too(client, world):
    response = client.get("/fr/formations/?postal=H2X&q=soins")
    assert response.headers["Location"] == "/fr/formations/?postal=H2X&q=soins&region=06"
    assert client.get("/fr/formations/?postal=H2X&region=").status_code == 200


@pytest.mark.parametrize("postal", ["M5V", "nowhere", "H0H"])
def test_a_place_that_is_not_known(client, world, postal):
    page = search(client, postal=postal, within="10", sort="distance", region="")
    assert f"does not know where “{postal}” is" in page.text
    assert len(found(page)) == 5


def test_only_the_region(client, world):
    page = search(client, region="03")
    assert page.find("a", href="?region=03&offered_in=03")
    assert "Only the 2 given in this region: Capitale-Nationale" in page.text


def test_how_to_widen_a_short_list(client, words):
    page = search(client, q="nursing", level="university", postal="H2X", within="10", region="06")
    assert "Widen the search" in page.text
    assert page.find("a", href="?q=nursing&postal=H2X&within=10&region=06")
    far = search(client, postal="H2X", within="50", region="06", sector="07")
    assert "At any distance 1 program" in far.text


def test_cards_pages_and_the_other_language(client, world, monkeypatch):
    monkeypatch.setattr("training.views.search.PAGE_SIZE", 2)
    page = search(client, view="cards", page="2", sort="title")
    assert found(page) == ["200b1", "180a0"]
    assert page.find("a", rel="next", href="?view=cards&sort=title&page=3")
    assert page.toggle == "/fr/formations/?view=cards&page=2&sort=title"


def test_the_list_as_csv(client, world):
    response = client.get("/en/training/programs.csv?postal=H2X&region=06")
    lines = {line["Program"]: line for line in csv.DictReader(response.content.decode("utf-8-sig").splitlines())}
    nursing = lines["Nursing"]
    assert (nursing["Code"], nursing["Hours"], nursing["Months full time"]) == ("180.A0", "2805", "36")
    assert (nursing["Nearest"], nursing["Distance, km"], nursing["Institutions"]) == ("Cégep du Parc", "0.0", "2")
    assert nursing["Institutions – kind"] == "Demonstration"
    assert nursing["Leads to"] == "31301 Registered nurses"
    assert (nursing["Prospects"], nursing["Median wage"]) == ("Moderate", "38.00")
    assert nursing["Page"] == "http://testserver/en/training/programs/180a0/nursing/"
    assert lines["Sciences infirmières"]["Language of the title"] == "fr"
    assert lines["Natural Science"]["Graduates with a job, % – reason if not published"].startswith("Too few")


def test_twelve_queries_at_most_with_nothing_remembered(client, words, django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(12):
        client.get(
            "/en/training/?q=nursing&postal=H2X&region=06&level=college&sort=-prospects&within=50&occupation=31301"
        )


def test_none_when_nothing_changed(client, world, django_assert_num_queries):
    first = client.get("/en/training/")
    with django_assert_num_queries(0):
        assert client.get("/en/training/", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_before_any_program_is_loaded(client, db):
    Programme.objects.all().delete()
    page = search(client)
    assert "0 programs" in page.text
    assert found(page) == []
