"""What the field of the search for a program suggests while one types."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from occupations.search.index import rebuild
from tests.html import Page
from training import suggestions as training_suggestions

DVS = "Diploma of Vocational Studies (DVS)"


@pytest.fixture(autouse=True)
def _words(world):
    with connection.cursor() as cursor:
        rebuild(cursor)


def options(address: str = "/en/training/suggest/", **query) -> list[tuple[str, str]]:
    """Return where each suggestion leads and what it says, as a visitor reads it."""
    response = Client().get(address, query)
    assert response.status_code == 200
    pages = [Page(option + "</li>") for option in response.content.decode().split("</li>") if option.strip()]
    return [(page.find("li", role="option", aria_selected="false")[0]["data-href"], page.text) for page in pages]


def test_a_title_leads_to_its_program_from_where_one_is():
    found = options(q="carpen", region="03", postal="g1r 2b5", within="50")
    assert found[0] == ("/en/training/programs/5319/carpentry/?region=03&postal=G1R", f"Carpentry {DVS}, 5819")


def test_an_occupation_leads_to_the_programs_for_it():
    found = options("/fr/formations/suggestions/", q="dentis", region="06")
    assert found == [("/fr/formations/?occupation=31110&region=06", "Dentistes 31110 · profession : 1 programme")]


def test_titles_first_then_occupations():
    addresses = [address for address, _text in options(q="nurs")]
    assert addresses[0].startswith("/en/training/programs/180a0/")
    assert addresses[-1] == "/en/training/?occupation=31301"


def test_the_other_language_is_understood_and_said():
    found = options(q="menuiserie")
    assert found[0] == (
        "/en/training/programs/5319/carpentry/",
        f"Carpentry {DVS}, 5819 · Charpenterie-menuiserie",
    )


def test_a_title_that_only_french_has_is_said_to_be_french():
    answer = Client().get("/en/training/suggest/?q=infirmières").content.decode()
    assert '<span lang="fr">Sciences infirmières</span>' in answer


@pytest.mark.parametrize("q", ["581", "5819", "531"])
def test_the_beginning_of_a_code_of_either_language(q):
    assert [address for address, _text in options(q=q)] == ["/en/training/programs/5319/carpentry/"]


def test_few_occupations_beside_titles(monkeypatch):
    monkeypatch.setattr(training_suggestions, "OCCUPATIONS", 0)
    assert not [address for address, _text in options(q="nurs") if "occupation=" in address]
    assert options(q="dentis")[0][0] == "/en/training/?occupation=31110"


def test_room_is_kept_for_occupations(monkeypatch):
    monkeypatch.setattr(training_suggestions, "MOST", 3)
    addresses = [address for address, _text in options(q="soins infirmiers")]
    assert len(addresses) == 3
    assert addresses[-1] == "/en/training/?occupation=31301"


@pytest.mark.parametrize("q", ["", " ", "xyzzy", "\x00", "99", "9999"])
def test_nothing_to_suggest(q):
    assert options(q=q) == []


def test_two_queries_once_the_programs_are_known(django_assert_max_num_queries):
    options(q="carpentr")
    with django_assert_max_num_queries(2):
        options(q="nurs")


def test_few_queries_with_nothing_remembered(django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(8):
        options(q="carpantry menuisrie")


def test_the_field_asks_for_them_and_is_a_plain_field_without(client):
    field = client.get("/en/training/?q=nurses").page.find("input", id="q")[0]
    assert (field["hx-get"], field["value"], field["name"]) == ("/en/training/suggest/", "nurses", "q")
    assert "role" not in field
