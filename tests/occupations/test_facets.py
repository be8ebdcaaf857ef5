"""The criteria of the list: what each answer leaves is what the list then shows, in both languages."""

import csv
from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.db import connection
from django.http import QueryDict
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import Dataset, Release
from occupations.criteria import CRITERIA
from occupations.filters import OccupationFilter
from occupations.levels import HAS
from occupations.models import (
    Characteristic,
    Descriptor,
    FieldOfInterest,
    IctOccupation,
    InDemand,
    NocGroup,
    OccupationField,
    Outlook,
    Regulation,
    RegulatoryBody,
    Wage,
    Workforce,
)
from occupations.panel import Panel
from occupations.search.index import rebuild
from occupations.widen import Widening
from regions.choice import RegionChoice
from sectors.models import Grouping, Industry, OccupationIndustry
from tests.html import InspectingClient
from tests.openapi import assert_as_documented

# code: names, median wages by region (a year when above 1000), levels, in demand, fields, groupings, number skill
OCCUPATIONS = {
    "10010": ("Directeurs financiers", "Financial managers", {"00": 55, "06": 60}, {"00": "good"}, ["numbers"], 4),
    "11100": ("Vérificateurs", "Auditors", {"00": 38}, {"00": "moderate", "06": "good"}, ["numbers", "office"], 5),
    "21231": ("Ingénieurs en logiciel", "Software engineers", {"00": 50, "06": 20}, {"00": "good"}, ["computers"], 3),
    "31301": ("Infirmiers", "Registered nurses", {"00": 40}, {"00": "very-good", "06": "limited"}, ["care"], 2),
    "33102": ("Aides-infirmiers", "Nurse aides", {"00": 22}, {"00": "very-good"}, ["care"], 1),
    "65201": ("Serveurs au comptoir", "Counter attendants", {}, {"00": "undetermined"}, [], 0),
    "72310": ("Charpentiers", "Carpenters", {"00": 61200}, {}, ["building"], 2),
    "75110": ("Manœuvres", "Trades labourers", {"00": 25}, {"00": "good"}, ["building"], 0),
}
IN_DEMAND = {("31301", "00"): True, ("31301", "06"): False, ("33102", "00"): True, ("72310", "00"): False}
PATHS = {"fr": "/fr/metiers/", "en": "/en/occupations/"}


@pytest.fixture(autouse=True)
def _world(regions, scale):
    wages, outlooks, ratings, workforce, demand = map(
        publish, ("wages", "outlooks", "oasis", "workforce-demonstration", "in-demand-demonstration")
    )
    for code, names in {"1": "Affaires", "2": "Sciences", "3": "Santé", "7": "Métiers"}.items():
        NocGroup.objects.create(code=code, name_fr=names, name_en=names)
    for field in ("numbers", "office", "computers", "care", "building"):
        FieldOfInterest.objects.create(code=field, name_fr=field, name_en=field)
    for code, measure in {"F01b01": "proficiency", "C01a04": "interest", "J01c03": "schedule"}.items():
        Descriptor.objects.create(code=code, name_fr=f"{code} fr", name_en=f"{code} en", measure=measure)
    for code, (french, english, medians, levels, fields, skill) in OCCUPATIONS.items():
        group = NocGroup.objects.create(code=code, name_fr=french, name_en=english)
        for region, median in medians.items():
            unit = Wage.Unit.YEAR if median > 1000 else Wage.Unit.HOUR
            Wage.objects.create(release=wages, unit_group=group, region_id=region, unit=unit, median=Decimal(median))
        for region, level in levels.items():
            Outlook.objects.create(
                release=outlooks, unit_group=group, region_id=region, level_id=f"job-bank-2024:{level}"
            )
        for rank, field in enumerate(fields, start=1):
            OccupationField.objects.create(unit_group=group, field_id=field, rank=rank)
        rated = {"value": skill, "lowest": skill, "highest": skill, "standing": 0}
        Characteristic.objects.create(release=ratings, unit_group=group, descriptor_id="F01b01", **rated)
        Workforce.objects.create(release=workforce, unit_group=group, women=10, men=30 if code[0] == "7" else 5)
    for code, interest in {"31301": 3, "33102": 1}.items():
        rated = {"value": interest, "lowest": interest, "highest": interest, "standing": 0}
        Characteristic.objects.create(release=ratings, unit_group_id=code, descriptor_id="C01a04", **rated)
    for (code, region), is_in_demand in IN_DEMAND.items():
        InDemand.objects.create(release=demand, unit_group_id=code, region_id=region, in_demand=is_in_demand)
    IctOccupation.objects.create(unit_group_id="21231")
    body = RegulatoryBody.objects.create(code="oiiq", name_fr="Ordre", name_en="Order", is_order=True)
    Regulation.objects.create(
        unit_group_id="31301",
        body=body,
        title_fr="Infirmière",
        title_en="Nurse",
        kind="exclusive-practice",
        covers_all=True,
        evidence="compiled",
    )
    health = Grouping.objects.create(code="36", name_fr="Soins de santé", name_en="Health care")
    industry = Industry.objects.create(code="622", name_fr="Hôpitaux", name_en="Hospitals", grouping=health)
    for code in ("31301", "33102"):
        OccupationIndustry.objects.create(unit_group_id=code, industry=industry, rank=1)
    with connection.cursor() as cursor:
        rebuild(cursor)


def publish(slug: str) -> Release:
    dataset = Dataset.objects.create(slug=slug)
    state = {"state": Release.State.LIVE, "retrieved_at": datetime(2026, 1, 15, tzinfo=UTC)}
    dataset.live_release = Release.objects.create(dataset=dataset, kind="demonstration", label="2025", **state)
    dataset.save()
    return dataset.live_release


@pytest.fixture
def client():
    return InspectingClient()


def filters_of(address: str) -> OccupationFilter:
    return OccupationFilter(QueryDict(address.removeprefix("?")), NocGroup.objects.all())


def listed(address: str) -> list[str]:
    return [group.code for group in filters_of(address).qs]


# --- Counts -------------------------------------------------------------------------------------------------

ANSWERS = {
    "prospects": [f"job-bank-2024:{level}" for level in ("very-good", "good", "moderate", "limited", "undetermined")],
    "wage": ["hour-0-20", "hour-20-25", "hour-25-30", "hour-50", "year-40000-50000", "year-100000"],
    "field": ["numbers", "office", "care", "building"],
    "teer": list("012345"),
    "category": list("1237"),
    "sector": ["36"],
    HAS: ["F01b01:1", "F01b01:3", "F01b01:5", "C01a04:1", "C01a04:3"],
    **{each.name: ["yes"] for each in CRITERIA if each.is_flag},
}
ADDRESSES = st.builds(
    lambda chosen, region, words: "&".join(
        [f"{name}={value}" for name, values in chosen.items() for value in values]
        + [f"region={region}"] * bool(region)
        + [f"q={words}"] * bool(words)
    ),
    st.dictionaries(st.sampled_from(sorted(ANSWERS)), st.none(), max_size=4).flatmap(
        lambda names: st.fixed_dictionaries(
            {name: st.lists(st.sampled_from(ANSWERS[name]), min_size=1, max_size=3, unique=True) for name in names}
        )
    ),
    st.sampled_from(["", "00", "06", "11"]),
    st.sampled_from(["", "infirmier", "nurse", "31", "3"]),
)
RANDOMLY = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@pytest.mark.parametrize("language", ["fr", "en"])
@RANDOMLY
@given(address=ADDRESSES)
def test_each_count_is_what_the_list_then_shows(language, address):
    with translation.override(language):
        panel = Panel(filters_of(address), QueryDict(address))
        for question in (*panel.questions, *panel.levels):  # the first answers of each: one list is five queries
            others = {answer.value for answer in question.chosen}
            for answer in question.answers[:2]:
                query = QueryDict(address, mutable=True)
                kept = [each for each in query.getlist(question.parameter) if each not in others]
                query.setlist(question.parameter, [*kept, answer.value])
                assert answer.count == len(listed(query.urlencode())), (question.name, answer.value)
        for _category, scales in panel.characteristics:
            for scale, count in scales:
                assert count == len(listed(f"{address}&has={scale.usual_answer}")), scale


@pytest.mark.parametrize("language", ["fr", "en"])
@RANDOMLY
@given(address=ADDRESSES)
def test_each_step_gives_what_it_promises_and_more(language, address):
    with translation.override(language):
        panel = Panel(filters_of(address), QueryDict(address))
        found = len(listed(address))
        regions = {region.code: region for region in RegionChoice("").everywhere}
        for step in Widening(panel, regions, found).steps:
            assert len(listed(step.address)) == step.count > found, step


@RANDOMLY
@given(address=ADDRESSES)
def test_answers_widen_and_criteria_narrow(address):
    query = QueryDict(address)
    alone = {
        name: set().union(
            *(listed(f"{name}={value}&region={query.get('region', '')}") for value in query.getlist(name))
        )
        for name in query
        if name not in {"q", "region", HAS}
    }
    assert set(listed(address)) <= set(NocGroup.objects.values_list("code", flat=True)).intersection(*alone.values())


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("prospects=job-bank-2024:good", ["10010", "21231", "75110"]),
        ("prospects=job-bank-2024:good&region=06", ["10010", "11100", "21231", "75110"]),  # its own, else Québec's
        ("prospects=job-bank-2024:good&prospects=job-bank-2024:moderate", ["10010", "11100", "21231", "75110"]),
        ("in_demand=yes", ["31301", "33102"]),
        ("in_demand=yes&region=06", ["33102"]),
        ("wage=hour-20-25", ["33102"]),
        ("wage=hour-20-25&region=06", ["21231", "33102"]),
        ("wage=hour-30-40", ["11100", "72310"]),  # $61,200 a year
        ("wage=year-60000-80000", ["11100", "31301", "72310"]),
        ("field=care&teer=1", ["31301"]),
        ("field=numbers&field=office", ["10010", "11100"]),
        ("category=7&category=2", ["21231", "72310", "75110"]),
        ("sector=36", ["31301", "33102"]),
        ("regulated=yes", ["31301"]),
        ("ict=yes", ["21231"]),
        ("non_traditional=yes", ["72310", "75110"]),
        ("has=F01b01:4", ["10010", "11100"]),
        ("has=F01b01:1&has=C01a04:1", ["31301", "33102"]),  # two characteristics: both
        ("has=C01a04:3", ["31301"]),
        ("has=&field=", sorted(OCCUPATIONS)),
        ("teer=9&field=care", ["31301", "33102"]),  # not understood: left out
        ("q=nurse&category=3&teer=3", ["33102"]),
    ],
)
def test_each_criterion_chooses(address, codes):
    assert sorted(listed(address)) == codes


# --- The page -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", PATHS)
def test_what_is_chosen_is_ticked_and_can_be_taken_off(client, language):
    page = client.get(f"{PATHS[language]}?teer=1&teer=3&has=F01b01:2&region=06&page=1").page
    assert {box["value"] for box in page.find("input", type="checkbox") if "checked" in box} == {"1", "3"}
    assert page.find("option", value="F01b01:2", selected=None)
    chips = [link["href"] for link in page.find("a", class_="chip")]
    assert chips == ["?teer=3&has=F01b01:2&region=06", "?teer=1&has=F01b01:2&region=06", "?teer=1&teer=3&region=06"]
    assert page.find("a", href="?region=06")
    assert page.find("meta", name="robots", content="noindex")
    assert page.toggle.endswith("?teer=1&teer=3&has=F01b01:2&region=06&page=1")


def test_boxes_belong_to_the_form_of_the_words(client):
    page = client.get(PATHS["fr"]).page
    (form,) = page.find("form", id="search-form")
    assert form["method"] == "get"
    assert {box["form"] for box in page.find("input", type="checkbox")} == {"search-form"}
    assert page.find("button", form="search-form", type="submit")


def test_a_short_list_says_how_to_widen_it(client):
    text = client.get(f"{PATHS['en']}?in_demand=yes&teer=1&region=06").page.text
    assert "No occupation meets all these criteria" in text
    assert "Without the criterion “In demand now” 3 occupations" in text
    assert "With the figures of: Whole of Québec 1 occupation" in text


def test_a_code_with_criteria_is_a_search_like_any_other(client):
    assert client.get(f"{PATHS['fr']}?q=31301&teer=1").status_code == 200


@pytest.mark.parametrize("language", PATHS)
def test_cards_show_what_the_table_shows(client, language):
    cards = client.get(f"{PATHS[language]}?view=cards&region=06&sort=-wage").page
    assert not cards.find("table")
    assert len(cards.find("li", class_="card")) == len(OCCUPATIONS)
    assert cards.find("a", id="sort-wage", href="?view=cards&region=06&sort=wage")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=infirmier&region=06",
        "q=nurse&region=06&in_demand=yes&teer=1&field=care&sector=36&regulated=yes&has=F01b01:2&wage=hour-30-40",
    ],
)
def test_the_page_stays_within_its_budget_whatever_is_asked(client, query, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get(f"{PATHS['fr']}?{query}")


def test_demand_sorts_those_in_demand_first_and_the_unpublished_last():
    assert listed("sort=-demand")[:3] == ["33102", "31301", "72310"]
    assert listed("sort=demand")[:3] == ["72310", "33102", "31301"]


# --- CSV ----------------------------------------------------------------------------------------------------


def csv_of(client, address: str):
    response = client.get(address)
    content = b"".join(response.streaming_content).decode()
    assert content.startswith("\ufeff")
    return response, list(csv.DictReader(StringIO(content.removeprefix("\ufeff"), newline="")))


def test_the_csv_is_the_whole_list_with_its_sources(client):
    response, rows = csv_of(client, "/en/occupations/list.csv?region=06&sort=-wage")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "occupations-en-" in response.headers["Content-Disposition"]
    assert [row["Code"] for row in rows] == listed("region=06&sort=-wage")
    first, last = rows[0], rows[-1]
    assert (first["Code"], first["Median wage"], first["Unit of the wage"]) == ("10010", "60.00", "hourly")
    assert (first["Median wage – kind"], first["Median wage – edition"]) == ("Demonstration", "2025")
    assert first["Median wage – retrieved on"] == "2026-01-14"
    assert first["Median wage – region"] == "Montréal"
    assert first["Prospects – region"] == "Whole of Québec"
    assert (last["Code"], last["Median wage"]) == ("65201", "")
    assert last["Median wage – reason if not published"]
    assert first["Page"].startswith("http://testserver/en/occupations/10010-")


def test_the_csv_follows_criteria_and_language(client):
    _response, rows = csv_of(client, "/fr/metiers/liste.csv?field=care&teer=1")
    assert [row["Profession"] for row in rows] == ["Infirmiers"]


# --- The API ------------------------------------------------------------------------------------------------


def test_the_api_has_the_same_criteria(client):
    answer = client.get("/api/v1/occupations/?field=care&teer=1&teer=3&region=06").json()
    assert_as_documented(answer, "PaginatedOccupationInListList")
    demands = {row["code"]: (row["demand"]["in_demand"], row["demand"]["region"]["code"]) for row in answer["results"]}
    assert demands == {"31301": (False, "06"), "33102": (True, "00")}


@pytest.mark.parametrize("query", ["field=colour", "teer=9", "has=F01b01:6", "has=J01c03:1", "wage=rich"])
def test_the_api_refuses_what_it_does_not_understand(client, query):
    answer = client.get(f"/api/v1/occupations/?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == [query.partition("=")[0]]
