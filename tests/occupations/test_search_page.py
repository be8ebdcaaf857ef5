"""The page of results and the suggestions, over a small world with one occupation of each situation."""

import csv
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client

from catalog.models import Dataset, Release
from occupations.models import FormerCode, JobTitle, NocGroup, Outlook, Wage
from occupations.search.index import rebuild
from tests.html import InspectingClient, Page

CLASSES = {
    "3": ("Secteur de la santé", "Health occupations"),
    "31": ("Personnel professionnel de la santé", "Professional occupations in health"),
    "31100": ("Médecins spécialistes", "Specialist physicians"),  # nothing published
    "31301": ("Infirmiers autorisés/infirmières autorisées", "Registered nurses"),  # figures for Montréal and Québec
    "7": ("Métiers et transport", "Trades and transport"),
    "72200": ("Électriciens/électriciennes", "Electricians"),  # a wage for Québec, prospects undetermined
    "72310": ("Charpentiers/charpentières", "Carpenters"),  # paid by the year
}
WAGES = [
    ("31301", "00", "hour", 40),
    ("31301", "06", "hour", 38),
    ("72200", "00", "hour", 30),
    ("72310", "00", "year", 61200),  # 31.38 an hour
]
OUTLOOKS = [
    ("outlooks", "31301", "00", "good"),
    ("outlooks-demonstration", "31301", "06", "limited"),
    ("outlooks", "72200", "00", "undetermined"),
    ("outlooks", "72310", "00", "moderate"),
]
NURSES = "31301-infirmiers-autorises-infirmieres-autorisees"


@pytest.fixture
def client():
    return InspectingClient()


@pytest.fixture(autouse=True)
def _world(regions, scale):
    kinds = {"wages": "third-party", "outlooks": "third-party", "outlooks-demonstration": "demonstration"}
    releases = {slug: publish(slug, kind) for slug, kind in kinds.items()}
    NocGroup.objects.bulk_create(NocGroup(code=code, name_fr=fr, name_en=en) for code, (fr, en) in CLASSES.items())
    Wage.objects.bulk_create(
        Wage(release=releases["wages"], unit_group_id=noc, region_id=region, unit=unit, median=Decimal(median))
        for noc, region, unit, median in WAGES
    )
    withheld = {"comment_fr": "Échantillon trop petit.", "comment_en": "The sample is too small."}
    Wage.objects.create(release=releases["wages"], unit_group_id="31100", region_id="06", unit="hour", **withheld)
    Outlook.objects.bulk_create(
        Outlook(release=releases[slug], unit_group_id=noc, region_id=region, level_id=f"job-bank-2024:{level}")
        for slug, noc, region, level in OUTLOOKS
    )
    for language, title in (("fr", "infirmier clinicien/infirmière clinicienne"), ("en", "bedside nurse")):
        JobTitle.objects.create(unit_group_id="31301", language=language, title=title)
    FormerCode.objects.create(
        former_code="3012", former_name_fr="Infirmiers de 2016", former_name_en="Nurses of 2016", unit_group_id="31301"
    )
    with connection.cursor() as cursor:
        rebuild(cursor)


def publish(slug: str, kind: str) -> Release:
    dataset = Dataset.objects.create(slug=slug)
    state = {"state": Release.State.LIVE, "retrieved_at": datetime(2026, 1, 15, tzinfo=UTC)}
    dataset.live_release = Release.objects.create(dataset=dataset, kind=kind, label="2025", **state)
    dataset.save()
    return dataset.live_release


def get(client, **query):
    language = query.pop("language", "fr")
    response = client.get({"fr": "/fr/metiers/", "en": "/en/occupations/"}[language], query)
    assert response.status_code == 200
    return response


def codes(response) -> list[str]:
    return [result.group.code for result in response.context["results"].rows]


# --- What is listed -----------------------------------------------------------------------------------------


def test_without_a_query_every_occupation_is_listed_by_name_whatever_its_accents(client):
    response = get(client)
    assert codes(response) == ["72310", "72200", "31301", "31100"]
    assert codes(get(client, language="en")) == ["72310", "72200", "31301", "31100"]
    assert "4 professions" in response.page.text
    assert response.page.find("a", href="/fr/metiers/3-secteur-de-la-sante/")
    assert not response.page.find("meta", name="robots")


def test_a_query_finds_occupations_and_says_by_which_title(client):
    response = get(client, q="infirmiere clinicienne", region="06")
    assert codes(response)[0] == "31301"
    page = response.page
    assert "1 résultat pour « infirmiere clinicienne »" in page.text.replace("\u00a0", " ")
    assert "Appellation trouvée" in page.text
    assert page.find("a", href=f"/fr/metiers/{NURSES}/?region=06")
    assert page.find("input", name="q", value="infirmiere clinicienne")
    assert page.find("meta", name="robots", content="noindex")
    assert page.toggle == "/en/occupations/?q=infirmiere+clinicienne&region=06"
    assert "infirmiere clinicienne" in response.content.decode().partition("</title>")[0]


def test_a_title_in_the_other_language_says_so(client):
    page = get(client, q="bedside nurse").page
    assert page.find("span", lang="en")
    assert not get(client, q="bedside nurse", language="en").page.find("span", lang="en")


def test_a_former_code_leads_on_and_says_what_it_was(client):
    response = get(client, q="3012", language="en")
    assert codes(response) == ["31301"]
    assert "code 3012 was “Nurses of 2016”" in response.page.text
    assert "Former code 3012" in response.page.text


def test_a_shorter_code_gives_the_class_and_its_occupations(client):
    response = get(client, q="31")
    assert codes(response) == ["31", "31100", "31301"]
    assert "Grand groupe" in response.page.text


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ({"q": "31301"}, f"/fr/metiers/{NURSES}/"),
        ({"q": " 31301 ", "region": "06", "sort": "wage"}, f"/fr/metiers/{NURSES}/?region=06"),
    ],
)
def test_the_code_of_an_occupation_opens_it(client, query, address):
    response = client.get("/fr/metiers/", query)
    assert (response.status_code, response.headers["Location"]) == (302, address)
    response = client.get("/fr/metiers/", query, headers={"HX-Request": "true"})
    assert (response.status_code, response.headers["HX-Redirect"]) == (200, address)


def test_nothing_found_helps_on(client):
    response = get(client, q="xyzzy", region="06")
    assert "Aucun résultat" in response.page.text
    assert "moins de mots" in response.page.text
    assert response.page.find("a", href="/fr/metiers/3-secteur-de-la-sante/?region=06")
    assert not response.page.find("table")


@pytest.mark.parametrize(
    "query",
    [
        {"page": "x"},
        {"page": "99"},
        {"sort": "salaire"},
        {"sort": "relevance"},
        {"region": "99"},
        {"q": "\x00"},
        {"q": "   "},
        {"q": "99999"},
        {"q": "chef " * 800},
        {"q": "<script>alert(1)</script>"},
        {"q": "%' OR 1=1 --"},
    ],
)
def test_whatever_is_asked_there_is_a_page(client, query):
    assert "<script>alert" not in get(client, **query).content.decode()


# --- Figures ------------------------------------------------------------------------------------------------


def test_figures_are_those_of_the_region_with_their_kind(client):
    page = get(client, q="infirmiere", region="06").page
    assert "38,00\u00a0$" in "".join(page.texts)
    assert page.find("span", class_="badge badge-demonstration")
    assert page.find("span", class_="badge badge-third-party")
    assert "valeur pour l’ensemble du Québec" not in page.text
    for dataset in ("wages", "outlooks-demonstration"):
        assert page.find("a", href=f"/fr/sources-et-dates/{dataset}/?region=06")
    assert not page.find("a", href="/fr/sources-et-dates/outlooks/?region=06")


def test_a_figure_of_quebec_in_place_of_the_region_s_says_so(client):
    text = get(client, q="charpentier", region="11").page.text.replace("\u00a0", " ")
    assert "61 200 $ par an" in text
    assert text.count("valeur pour l’ensemble du Québec") == 2  # the prospects and the wage
    assert "valeur pour l’ensemble" not in get(client, q="charpentier").page.text


def test_a_figure_that_is_not_published_says_why(client):
    text = get(client, q="specialist physicians", region="06", language="en").page.text
    assert "NP (not published): The sample is too small." in text
    assert "NP (not published): This edition has no level for this occupation and this region." in text
    text = get(client, q="specialist physicians", language="en").page.text
    assert "NP (not published): This edition has nothing for this occupation in this area." in text


@pytest.mark.parametrize(
    ("region", "wages", "levels"),
    [
        ("06", {"31301": (38, "06"), "72310": (61200, "00"), "31100": (None, None)}, {"31301": ("limited", "06")}),
        ("11", {"31301": (40, "00")}, {"31301": ("good", "00"), "72310": ("moderate", "00")}),
        ("00", {"31301": (40, "00")}, {"31301": ("good", "00"), "31100": ("", None)}),
    ],
)
def test_annotations_name_the_region_that_a_figure_comes_from(region, wages, levels):
    groups = {group.code: group for group in NocGroup.objects.unit_groups().with_wage(region).with_outlook(region)}
    for code, expected in wages.items():
        assert (groups[code].wage_median, groups[code].wage_region) == expected
    for code, (level, where) in levels.items():
        assert ((groups[code].outlook_level or "").partition(":")[2], groups[code].outlook_region) == (level, where)


# --- Order and pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("title", ["72310", "72200", "31301", "31100"]),
        ("-title", ["31100", "31301", "72200", "72310"]),
        ("code", ["31100", "31301", "72200", "72310"]),
        ("-code", ["72310", "72200", "31301", "31100"]),
        ("teer", ["31301", "31100", "72310", "72200"]),
        ("-teer", ["72310", "72200", "31301", "31100"]),
        ("wage", ["72200", "72310", "31301", "31100"]),  # hours and years compared
        ("-wage", ["31301", "72310", "72200", "31100"]),
        ("prospects", ["72310", "31301", "72200", "31100"]),  # then undetermined, then nothing
        ("-prospects", ["31301", "72310", "72200", "31100"]),
    ],
)
def test_sorting_leaves_what_is_not_published_last(client, sort, order):
    assert codes(get(client, sort=sort)) == order


def test_sorting_follows_the_region(client):
    assert codes(get(client, sort="-prospects", region="06")) == ["72310", "31301", "72200", "31100"]


def test_heads_of_columns_sort_and_keep_the_rest(client):
    page = get(client, q="3", region="06", sort="-wage", page="1").page
    (sorted_by,) = [head for head in page.find("th", scope="col") if "aria-sort" in head]
    assert sorted_by["aria-sort"] == "descending"
    links = {link["id"]: link["href"] for link in page.find("a") if link.get("id", "").startswith("sort-")}
    assert links["sort-wage"].endswith("&region=06&sort=wage")
    assert links["sort-prospects"].endswith("&region=06&sort=-prospects")
    assert links["sort-title"].endswith("&region=06&sort=title")
    assert page.find("a", href="?q=3&region=06")  # back to relevance


def test_pages_keep_the_search(client, monkeypatch):
    monkeypatch.setattr("occupations.views.search.PAGE_SIZE", 2)
    response = get(client, sort="code", region="06", page="2")
    assert codes(response) == ["72200", "72310"]
    assert response.page.find("a", rel="prev", href="?sort=code&region=06&page=1")
    assert "page 2" in response.content.decode().partition("</title>")[0]


@pytest.mark.parametrize(
    "query", [{}, {"q": "infirmiere", "region": "06"}, {"q": "31"}, {"q": "xyzzy"}, {"sort": "-wage", "region": "11"}]
)
def test_the_page_stays_within_its_budget(client, query, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        first = client.get("/fr/metiers/", query)
    with django_assert_max_num_queries(0):
        again = client.get("/fr/metiers/", query, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


# --- Suggestions --------------------------------------------------------------------------------------------


def options(**query) -> list[dict]:
    response = Client().get("/fr/metiers/suggestions/", query)
    assert response.status_code == 200
    return Page(response.content.decode()).find("li")


@pytest.mark.parametrize("field", ["q", "add"])
def test_suggestions_are_options_that_open_an_occupation_or_name_it(field):
    assert options(region="06", **{field: "infir"}) == [
        {
            "role": "option",
            "id": "suggestion-31301",
            "aria-selected": "false",
            "data-code": "31301",
            "data-href": "/fr/metiers/31301/?region=06",
        }
    ]


@pytest.mark.parametrize("text", ["", " ", "xyzzy", "\x00"])
def test_nothing_to_suggest_is_an_empty_list(text):
    assert options(q=text) == []


# --- Its address --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "short"),
    [
        ("?q=&has=&field=&region=", ""),
        ("?region=06&q=&has=&teer=1&has=F01b01:2", "?region=06&has=F01b01%3A2&teer=1"),
    ],
)
def test_what_the_form_sends_empty_is_not_kept(client, sent, short):
    response = client.get(f"/fr/metiers/{sent}")
    assert (response.status_code, response.headers["Location"]) == (302, f"/fr/metiers/{short}")


# --- Its CSV ------------------------------------------------------------------------------------------------


def test_the_csv_of_a_code_has_the_classes_of_the_page_too(client):
    response = client.get("/en/occupations/list.csv?q=3")
    lines = list(csv.DictReader(b"".join(response.streaming_content).decode("utf-8-sig").splitlines()))
    assert [line["Code"] for line in lines] == codes(get(client, q="3", language="en"))
    health = next(line for line in lines if line["Code"] == "3")
    assert (health["Occupation"], health["TEER"], health["Median wage"]) == ("Health occupations", "", "")
    assert health["Median wage – reason if not published"].startswith("A class of several occupations")
    assert health["Page"] == "http://testserver/en/occupations/3-health-occupations/"
