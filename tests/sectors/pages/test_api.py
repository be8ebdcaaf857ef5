"""Industries and sectors of activity in the API: figures with their release, or why there is none."""

import pytest

from tests.openapi import assert_as_documented


@pytest.fixture
def get(client, world):
    def get(path: str) -> dict:
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == 200
        return answer.json()

    return get


def test_industries_in_both_languages_and_by_level(get):
    answer = get("industries/?level=1")
    assert [industry["code"] for industry in answer["results"]] == ["31-33", "62", "72"]
    assert answer["results"][1]["name"]["en"] == "Health care and social assistance"
    assert [industry["code"] for industry in get("industries/?parent=72")["results"]] == ["721", "722"]
    assert {industry["grouping"] for industry in get("industries/?grouping=38")["results"]} == {"38"}
    assert_as_documented(answer["results"][0], "Industry")


def test_one_industry_with_its_figures(get):
    answer = get("industries/6221/")
    assert_as_documented(answer, "IndustryDetail")
    assert answer["page"]["en"] == "http://testserver/en/sectors/6221-general-hospitals/"
    assert [group["code"] for group in answer["occupations"]] == ["31301", "41401"]
    jobs = {each["year"]: each for each in answer["statistics"] if each["measure"] == "employed"}
    assert (jobs[2024]["value"], jobs[2024]["industries"]) == (230_000, "622")
    assert jobs[2024]["release"]["dataset"] == "industry-employment"
    assert (jobs[2021]["value"], jobs[2021]["status"]) == (None, "x")
    assert jobs[2021]["not_published"]["en"] == "Suppressed to keep answers confidential"


def test_a_range_of_codes_is_one_industry(get):
    assert get("industries/31-33/")["name"]["fr"] == "Fabrication"


def test_one_sector_of_activity_with_its_figures(get):
    answer = get("groupings/34/")
    assert_as_documented(answer, "GroupingDetail")
    assert answer["naics"] == ["622"]
    levels = {each["region"]["code"]: each for each in answer["prospects"]}
    assert levels["03"]["level"]["label"]["en"] == "Decline"
    assert levels["03"]["release"]["kind"] == "demonstration"
    jobs = {(each["region"]["code"], each["year"]): each["value"] for each in answer["regional_employment"]}
    assert jobs == {("06", 2019): 50_000, ("06", 2024): 55_000, ("11", 2024): None}


def test_sectors_of_activity(get):
    answer = get("groupings/")
    assert [grouping["code"] for grouping in answer["results"]] == ["06", "33", "34", "38"]
    assert_as_documented(answer["results"][0], "Grouping")


def test_what_there_is_not(client, world):
    assert client.get("/api/v1/industries/999/").status_code == 404
    assert client.get("/api/v1/groupings/99/").status_code == 404
    assert client.get("/api/v1/industries/?level=9").status_code == 400


def test_few_queries(client, world, django_assert_max_num_queries):
    for path in ("industries/", "industries/62/", "groupings/", "groupings/34/"):
        with django_assert_max_num_queries(12):
            client.get(f"/api/v1/{path}")
