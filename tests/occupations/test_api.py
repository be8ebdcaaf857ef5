"""The API of occupations: figures with their release, or the reason why there is none."""

import json

import pytest
from django.core.cache import cache

from occupations.models import NocGroup, OfficialText
from tests.occupations.detail import file_world, world
from tests.openapi import assert_as_documented


@pytest.fixture(autouse=True)
def releases(db):
    return world.build()


@pytest.fixture
def get(client):
    def get(path: str) -> dict:
        answer = client.get(f"/api/v1/occupations/{path}")
        assert answer.status_code == 200
        return answer.json()

    return get


def by_region(figures: list[dict]) -> dict[str, dict]:
    return {figure["region"]["code"]: figure for figure in figures}


# --- One occupation -----------------------------------------------------------------------------------------


def test_an_occupation_is_as_documented(get):
    for code in ("31301", "41401", "00010", "72310"):
        assert_as_documented(get(f"{code}/"), "OccupationDetail")


def test_texts_come_in_both_languages_and_codes_are_texts(get):
    answer = get("31301/")
    assert answer["code"] == "31301"
    assert answer["name"] == {"fr": "Infirmiers autorisés/infirmières autorisées", "en": "Registered nurses"}
    assert [group["code"] for group in answer["broader"]] == ["3", "31", "313", "3130"]
    assert answer["former_codes"] == [
        {"code": "3012", "name": {"fr": "Infirmiers autorisés", "en": "Registered nurses (2016)"}}
    ]
    assert answer["job_titles"][0] == {"language": "en", "title": "clinical nurse", "is_main": True}
    assert answer["definition"] is None
    assert answer["official_texts"] == []


def test_the_portals_own_texts_come_in_both_languages_with_their_release(get):
    assert get("31301/")["plain_profile"] is None
    cache.clear()
    file_world.told()
    answer = get("31301/")
    assert_as_documented(answer, "OccupationDetail")
    profile = answer["plain_profile"]
    assert profile["summary"] == {"fr": file_world.TOLD_FR["summary"], "en": file_world.TOLD_EN["summary"]}
    assert profile["duties"]["fr"][0] == {
        "job": "À l’étage",
        "duties": ["Donner les médicaments", "Changer les pansements"],
    }
    assert profile["workplaces"] == {"fr": ["hôpitaux", "CLSC"], "en": ["hospitals", "clinics"]}
    assert profile["related"][0] == {
        "code": "72310",
        "name": {"fr": "Charpentiers-menuisiers/charpentières-menuisières", "en": "Carpenters"},
        "reason": {"fr": "travaille aussi debout", "en": "also stands all day"},
    }
    assert (profile["reviewed_on"], profile["is_edited"]) == ("2026-11-22", False)
    assert (profile["release"]["dataset"], profile["release"]["kind"]) == ("profiles", "portal")


def test_its_page_opens_in_each_language(get, client):
    page = get("31301/")["page"]
    assert "/fr/" in page["fr"]
    assert "/en/" in page["en"]
    assert {client.get(address).status_code for address in page.values()} == {200}


def test_wages_have_a_row_for_each_region_with_its_release(get, releases):
    wages = by_region(get("31301/")["wages"])
    assert list(wages) == ["00", "03", "11", "06"]  # Québec, then by name
    montreal = wages["06"]
    assert (montreal["low"], montreal["median"], montreal["high"], montreal["unit"]) == (25.81, 38.0, 50.39, "hour")
    assert montreal["not_published"] is None
    release = releases["wages"]
    assert montreal["release"] == {
        "id": release.pk,
        "dataset": "wages",
        "label": "2025",
        "kind": "official",
        "reference_period": "2024",
        "retrieved_at": "2026-01-14T19:00:00-05:00",
        "url": f"http://testserver/api/v1/releases/{release.pk}/",
    }


def test_a_withheld_wage_is_null_with_the_publishers_reason(get):
    gaspesie = by_region(get("31301/")["wages"])["11"]
    assert (gaspesie["low"], gaspesie["median"], gaspesie["high"]) == (None, None, None)
    assert gaspesie["not_published"] == {"fr": "Échantillon trop petit.", "en": "The sample is too small."}
    assert gaspesie["release"]["dataset"] == "wages"


def test_a_wage_that_the_edition_lacks_is_null_with_a_reason(get):
    quebec = by_region(get("41401/")["wages"])["00"]
    assert quebec["median"] is None
    assert all(quebec["not_published"].values())
    assert quebec["not_published"]["fr"] != quebec["not_published"]["en"]


def test_each_outlook_names_its_own_release(get):
    outlooks = by_region(get("31301/")["outlooks"])
    assert outlooks["00"]["level"]["code"] == "job-bank-2024:good"
    assert outlooks["00"]["release"]["kind"] == "third-party"
    assert outlooks["06"]["level"]["label"] == {"fr": "Modérées", "en": "Moderate"}
    assert outlooks["06"]["release"]["kind"] == "demonstration"
    assert outlooks["11"]["level"] is None
    assert outlooks["11"]["not_published"]["en"]


def test_an_undetermined_outlook_is_published_without_rank(get):
    level = by_region(get("00010/")["outlooks"])["00"]["level"]
    assert (level["code"], level["rank"]) == ("job-bank-2024:undetermined", None)


def test_the_projection_is_in_numbers_or_says_why_not(get):
    projection = get("31301/")["projection"]
    assert (projection["job_openings"], projection["other_seekers"]) == (179800, -17500)
    assert projection["recent_conditions"] == "strong-shortage-signs"
    assert projection["release"]["reference_period"] == "2024-2033"
    for code in ("00010", "41401"):
        missing = get(f"{code}/")["projection"]
        assert missing["job_openings"] is None
        assert missing["recent_conditions"] is None
        assert missing["not_published"]["fr"]


def test_official_texts_appear_once_loaded(get):
    OfficialText.objects.create(unit_group_id="31301", language="en", element="duty", position=1, text="Care.")
    assert get("31301/")["official_texts"] == [{"language": "en", "element": "duty", "text": "Care."}]


@pytest.mark.parametrize("code", ["99999", "31", "3012"])
def test_what_is_no_unit_group_is_not_found(client, code):
    assert client.get(f"/api/v1/occupations/{code}/").status_code == 404


def test_a_retired_unit_group_is_not_found(client):
    NocGroup.objects.filter(pk="31301").update(retired_on="2026-01-01")
    assert client.get("/api/v1/occupations/31301/").status_code == 404


def test_an_occupation_costs_few_queries(get, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        get("31301/")


# --- The list -----------------------------------------------------------------------------------------------


def test_the_list_is_as_documented(get):
    answer = get("")
    assert_as_documented(answer, "PaginatedOccupationInListList")
    assert answer["count"] == 6


def test_the_list_gives_the_regions_figure_or_that_of_the_whole_of_quebec(get):
    rows = {row["code"]: row for row in get("?region=06")["results"]}
    assert (rows["31301"]["wage"]["region"]["code"], rows["31301"]["wage"]["median"]) == ("06", 38.0)
    assert (rows["72310"]["wage"]["region"]["code"], rows["72310"]["wage"]["unit"]) == ("00", "year")
    assert rows["31301"]["outlook"]["release"]["kind"] == "demonstration"
    assert rows["41401"]["wage"] is None
    assert rows["41401"]["outlook"] is None


def test_the_list_follows_the_language_of_the_address_only(get, client):
    french, english = ([row["code"] for row in get(f"?sort=title&lang={each}")["results"]] for each in ("fr", "en"))
    assert french != english
    asked_in_english = client.get("/api/v1/occupations/?sort=title", headers={"Accept-Language": "en"})
    assert [row["code"] for row in json.loads(asked_in_english.content)["results"]] == french


def test_a_code_finds_its_occupation(get):
    assert [row["code"] for row in get("?q=31301")["results"]] == ["31301"]
    assert [row["code"] for row in get("?q=3012")["results"]] == ["31301"]


@pytest.mark.parametrize("query", ["region=99", "sort=colour"])
def test_a_filter_that_is_not_understood_is_refused(client, query):
    answer = client.get(f"/api/v1/occupations/?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == [query.partition("=")[0]]


def test_the_list_costs_as_much_for_one_as_for_many(get, django_assert_max_num_queries):
    for size in (1, 6):
        with django_assert_max_num_queries(6):
            get(f"?page_size={size}")
