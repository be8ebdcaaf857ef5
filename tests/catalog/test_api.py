"""The API: datasets and releases, and what all its answers share."""

import json

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from catalog.models import Dataset, DataVersion, Release
from catalog.registry import registry
from tests.openapi import assert_as_documented, document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def releases() -> dict[str, Release]:
    """Four releases of wages, one in each state."""
    dataset = Dataset.objects.create(slug="wages")
    made = {
        state: Release.objects.create(
            dataset=dataset,
            label=f"2024 {state}",
            reference_period="2024",
            kind="third-party",
            state=state,
            retrieved_at=timezone.now(),
            published_at=timezone.now() if state in {"live", "superseded"} else None,
            files=[{"name": "wages.csv", "layout": "portal", "sha256": "0" * 64, "bytes": 12, "suffix": ".csv"}],
            note_fr="Repris.",
            note_en="Relayed.",
        )
        for state in ("superseded", "live", "staged", "failed")
    }
    Dataset.objects.update(live_release=made["live"])
    return made


# --- Datasets -----------------------------------------------------------------------------------------------


def test_every_dataset_is_listed_with_its_live_release(client, releases, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        answer = client.get("/api/v1/datasets/?page_size=200").json()
    assert_as_documented(answer, "PaginatedDatasetList")
    assert answer["count"] == len(list(registry))
    live = {dataset["slug"]: dataset["live_release"] for dataset in answer["results"]}
    assert live["noc"] is None
    assert live["wages"]["id"] == releases["live"].pk
    assert live["wages"]["kind"] == "third-party"


def test_a_dataset_says_whose_it_is_in_both_languages(client, releases):
    answer = client.get("/api/v1/datasets/wages/").json()
    assert_as_documented(answer, "Dataset")
    assert answer["title"]["en"] == "Wages by occupation and region"
    assert answer["title"]["fr"] != answer["title"]["en"]
    assert answer["file_urls"] == list(registry["wages"].urls)
    assert client.get(answer["url"]).json() == answer


# --- Releases -----------------------------------------------------------------------------------------------


def test_only_what_the_public_has_seen_is_listed(client, releases, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        answer = client.get("/api/v1/releases/").json()
    assert_as_documented(answer, "PaginatedReleaseList")
    assert {release["label"]: release["is_live"] for release in answer["results"]} == {
        "2024 live": True,
        "2024 superseded": False,
    }


@pytest.mark.parametrize("state", ["staged", "failed"])
def test_what_the_public_has_not_seen_is_not_found(client, releases, state):
    assert client.get(f"/api/v1/releases/{releases[state].pk}/").status_code == 404


def test_a_release_tells_what_it_is_made_of(client, releases):
    answer = client.get(f"/api/v1/releases/{releases['live'].pk}/").json()
    assert_as_documented(answer, "Release")
    assert answer["note"] == {"fr": "Repris.", "en": "Relayed."}
    assert answer["files"] == [{"name": "wages.csv", "layout": "portal", "sha256": "0" * 64, "bytes": 12}]
    assert client.get(answer["url"]).json() == answer


def test_releases_are_filtered_and_paged(client, releases):
    assert client.get("/api/v1/releases/?dataset=noc").json()["count"] == 0
    assert client.get("/api/v1/releases/?dataset=wages&kind=third-party").json()["count"] == 2
    first = client.get("/api/v1/releases/?page_size=1").json()
    second = client.get(first["next"]).json()
    assert second["next"] is None
    assert first["results"][0]["id"] != second["results"][0]["id"]


# --- Problems -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["releases/9999/", "releases/x/", "datasets/unknown/", "nothing/", "releases/?page=9", "occupations/1/"]
)
def test_what_is_not_there_is_said_in_json_and_both_languages(client, path):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert_as_documented(answer.json(), "Problem")
    assert answer.json()["code"] == "not-found"
    assert answer.json()["message"] == {
        "fr": "Il n’y a rien à cette adresse.",
        "en": "There is nothing at this address.",
    }


def test_a_parameter_that_is_not_understood_is_named(client):
    answer = client.get("/api/v1/releases/?kind=x")
    assert answer.status_code == 400
    assert_as_documented(answer.json(), "Problem")
    (problem,) = answer.json()["fields"]["kind"]
    assert problem["code"] == "invalid_choice"
    assert problem["message"]["en"] == "Select a valid choice. x is not one of the available choices."
    assert problem["message"]["fr"].startswith("Sélectionnez")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_can_only_be_read(client, releases, method):
    answer = getattr(client, method)("/api/v1/datasets/wages/", {}, content_type="application/json")
    assert answer.status_code == 405
    assert answer.json()["code"] == "read-only"


@pytest.mark.django_db(transaction=True)
def test_without_database_it_is_unavailable_in_json(client, monkeypatch):
    client.raise_request_exception = False
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    answer = client.get("/api/v1/releases/")
    assert answer.status_code == 503
    assert answer.json()["code"] == "unavailable"
    assert answer.headers["Retry-After"]


# --- Headers ------------------------------------------------------------------------------------------------


def test_the_same_etag_costs_no_query_until_the_data_changes(client, releases, django_assert_num_queries):
    etag = client.get("/api/v1/releases/").headers["ETag"]
    with django_assert_num_queries(0):
        again = client.get("/api/v1/releases/", headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    DataVersion.bump()
    cache.delete(DataVersion.CACHE_KEY)  # a test never commits, which is what tells the cache
    assert client.get("/api/v1/releases/", headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/releases/", "/api/v1/nothing/"])
def test_any_site_may_read_it(client, path):
    headers = client.get(path).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in headers


def test_a_preflight_allows_conditional_requests(client):
    headers = client.options("/api/v1/releases/", headers={"Access-Control-Request-Headers": "if-none-match"}).headers
    assert headers["Access-Control-Allow-Headers"] == "*"


def test_other_pages_are_not_open_to_other_sites(client):
    assert "Access-Control-Allow-Origin" not in client.get("/healthz").headers


@pytest.mark.parametrize("path", ["datasets/", "datasets/wages/", "schema/", "releases/?kind=x"])
def test_no_header_changes_an_answer(client, releases, path):
    answers = [
        client.get(f"/api/v1/{path}", headers=headers)
        for headers in ({"Accept-Language": "fr"}, {"Accept-Language": "en"}, {"Accept": "text/html,*/*"})
    ]
    assert len({answer.content for answer in answers}) == 1
    assert "Accept-Language" not in answers[0].headers.get("Vary", "")


# --- Documentation ------------------------------------------------------------------------------------------


def test_the_openapi_document_is_valid_and_complete(tmp_path):
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "schema.yaml"))


@pytest.mark.parametrize(("language", "words"), [("fr", "Un jeu de données"), ("en", "One dataset")])
def test_the_openapi_document_speaks_both_languages(client, language, words):
    answer = client.get(f"/api/v1/schema/?lang={language}")
    served = json.loads(answer.content)
    assert served["paths"]["/api/v1/datasets/{slug}/"]["get"]["summary"] == words
    assert set(served["paths"]) == set(document()["paths"])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_documentation_names_every_address_and_parameter(client, language):
    page = client.get(f"/{language}/api/").text
    for path, operation in document()["paths"].items():
        assert path in page
        for parameter in operation["get"]["parameters"]:
            assert parameter["in"] == "path" or f"<code>{parameter['name']}</code>" in page


def test_the_console_uses_files_of_this_site_only(client):
    page = client.get("/api/console/").text
    assert 'data-openapi="/api/v1/schema/?lang=en"' in page
    assert "//" not in page.replace("<!DOCTYPE", "").replace("https://json", "")
    assert "<style" not in page
