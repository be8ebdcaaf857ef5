"""No test here may use the database: an error page is what remains when it is gone."""

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client

from catalog.models import DataVersion
from tests.html import InspectingClient, inspect


@pytest.fixture(autouse=True)
def _known_data_version():
    """The cache knows the data version, as on a running portal: else the middleware would ask the database for it."""
    cache.set(DataVersion.CACHE_KEY, DataVersion(number=1))


class Broken:
    """Stands where the home page expects the datasets."""

    def __init__(self, error):
        self.error = error

    def __iter__(self):
        raise self.error


@pytest.mark.parametrize(
    ("address", "title", "toggled"),
    [
        ("/fr/rien/?region=06&q=a", "Page introuvable", "/en/rien/?region=06&q=a"),
        ("/en/nothing/?region=06&q=a", "Page not found", "/fr/nothing/?region=06&q=a"),
        ("/fr/sources-et-dates/rien/", "Page introuvable", "/en/sources-and-dates/rien/"),
    ],
)
def test_not_found(client, address, title, toggled):
    response = client.get(address)
    assert response.status_code == 404
    assert title in response.page.text
    assert response.page.toggle == toggled


@pytest.mark.parametrize(("language", "title"), [("fr", "Vous ne pouvez pas ouvrir"), ("en", "You cannot open")])
def test_forbidden(language, title):
    response = InspectingClient(enforce_csrf_checks=True).post(f"/{language}/?region=06")
    assert response.status_code == 403
    assert title in response.page.text
    assert response.page.toggle == {"fr": "/en/?region=06", "en": "/fr/?region=06"}[language]


@pytest.mark.parametrize(("address", "title"), [("/fr/", "Une erreur est survenue"), ("/en/", "An error occurred")])
def test_a_defect_of_ours(client, monkeypatch, address, title):
    monkeypatch.setattr("imt.views.registry", Broken(ValueError("a defect")))
    response = client.get(f"{address}?region=06")
    assert response.status_code == 500
    assert title in response.page.text
    assert "a defect" not in response.page.text
    assert response.page.toggle.endswith("/?region=06")


@pytest.mark.parametrize(("address", "title"), [("/fr/", "momentanément"), ("/en/", "unavailable for a moment")])
def test_the_database_is_down(client, monkeypatch, address, title):
    monkeypatch.setattr("imt.views.registry", Broken(OperationalError("no server")))
    response = client.get(address)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "30")
    assert title in response.page.text


@pytest.mark.parametrize(("address", "title"), [("/fr/", "momentanément"), ("/en/", "unavailable for a moment")])
def test_the_database_is_down_and_the_cache_is_empty(client, monkeypatch, address, title):
    def no_server():
        raise OperationalError("no server")

    monkeypatch.setattr(DataVersion, "latest", no_server)
    monkeypatch.setattr("imt.views.registry", Broken(OperationalError("no server")))
    response = client.get(address)
    assert response.status_code == 503
    assert title in response.page.text
    assert "default-src" in response.headers["Content-Security-Policy"]


def test_error_pages_keep_the_region_and_offer_a_way_on(client):
    page = client.get("/fr/rien/?region=06").page
    hrefs = [link["href"] for link in page.find("a")]
    assert {"/fr/?region=06", "/fr/metiers/?region=06", "/fr/sources-et-dates/?region=06"} <= set(hrefs)
    (form,) = page.find("form", role="search")
    assert form["action"] == "/fr/metiers/"
    assert page.find("input", name="region", value="06")
    assert page.find("meta", name="robots", content="noindex")


def test_an_address_without_language_answers_in_the_browser_s():
    response = Client().get("/rien", headers={"Accept-Language": "en"})
    assert response.status_code == 404
    assert "Page not found" in inspect(response).text
