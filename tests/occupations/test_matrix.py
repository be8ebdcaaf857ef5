"""Occupations by region, over the small world of the occupation pages."""

import csv
import io
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from occupations.models import InDemand, NocGroup, Outlook, OutlookLevel, Wage
from occupations.search.index import rebuild
from occupations.views import matrix
from tests.html import InspectingClient
from tests.occupations.detail.world import build, publish

FRENCH, ENGLISH = "/fr/metiers/par-region/", "/en/occupations/by-region/"
NBSP = "\u00a0"


@pytest.fixture
def client():
    return InspectingClient()


@pytest.fixture(autouse=True)
def world(db):
    """The world of the pages, where Gaspésie has better prospects than Montréal and all are of one edition."""
    releases = build()
    add_outlooks(releases["outlooks-demonstration"], {"11": "very-good"})
    with connection.cursor() as cursor:
        rebuild(cursor)
    return releases


def add_outlooks(release, levels: dict[str, str], code: str = "31301"):
    Outlook.objects.bulk_create(
        Outlook(release=release, unit_group_id=code, region_id=region, level_id=f"job-bank-2024:{level}")
        for region, level in levels.items()
    )


def lines_of(client, query: str, language: str = "en") -> dict[tuple[str, str], dict]:
    address = {"en": f"{ENGLISH}table.csv", "fr": f"{FRENCH}tableau.csv"}[language]
    answer = client.get(f"{address}?{query}")
    lines = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    return {(line["Code"], line["Region"]): line for line in lines}


class TestOneOccupation:
    def test_the_answer_compares_with_the_chosen_region(self, client):
        text = client.get(f"{ENGLISH}?code=31301&region=06").page.text
        assert (
            "Prospects are better than in your region, Montréal (moderate), in 1 other: Gaspésie–Îles-de-la-Madeleine."
            in text
        )
        best = client.get(f"{ENGLISH}?code=31301&region=11").page.text
        assert "has better prospects than yours, Gaspésie–Îles-de-la-Madeleine (very good)." in best

    def test_in_french(self, client):
        text = client.get(f"{FRENCH}?code=31301&region=06").content.decode()
        assert "Les perspectives sont meilleures que dans votre région, Montréal (modérées), dans 1 autre" in text
        assert f"Où les chances sont-elles meilleures{NBSP}?" in text

    def test_without_a_region_it_names_the_best(self, client):
        text = client.get(f"{ENGLISH}?code=31301").page.text
        assert "The best prospects (very good) are those of: Gaspésie–Îles-de-la-Madeleine." in text

    def test_a_region_without_its_own_value_shows_quebec_s_and_is_not_compared(self, client):
        page = client.get(f"{ENGLISH}?code=31301&region=03").page
        assert "Capitale-Nationale has no value of its own in this edition." in page.text
        assert "03 Capitale-Nationale ← your region Good value for the whole of Québec" in page.text.replace(
            "Capitale-Nationale your", "Capitale-Nationale ← your"
        )
        assert "Against: Whole of Québec" in page.text
        label = "Capitale-Nationale (03) – Good (value for the whole of Québec)"
        assert page.find("a", aria_label=label)

    def test_the_table_equals_the_map(self, client):
        response = client.get(f"{ENGLISH}?code=31301")
        drawn = response.context["one"].map.shaded
        told = {line.cell.region.code: line.cell for line in response.context["lines"]}
        assert drawn.keys() == told.keys() - {"00"} == {"03", "06", "11"}
        for code, shaded in drawn.items():
            assert shaded.words.startswith(told[code].value.words)
            assert shaded.shade == told[code].shade
            row = f"{code} {shaded.region.name} {told[code].value.words}"
            assert row in response.page.text

    def test_the_best_region_comes_first_and_columns_sort(self, client):
        def order(by: str) -> list[str]:
            lines = client.get(f"{ENGLISH}?code=31301&by={by}").context["lines"]
            return [line.cell.region.code for line in lines]

        assert order("") == ["00", "11", "06", "03"]
        assert order("value") == ["00", "06", "11", "03"]
        assert order("region") == ["00", "03", "11", "06"]
        assert order("-region") == ["00", "06", "11", "03"]

    def test_two_scales_are_never_compared(self, client, world):
        OutlookLevel.objects.create(
            code="old:good", scale="old", rank=1, label_fr="Favorables", label_en="Favourable",
            sentence_fr=".", sentence_en=".",
        )  # fmt: skip
        Outlook.objects.create(
            release=world["outlooks-demonstration"], unit_group_id="31301", region_id="03", level_id="old:good"
        )
        page = client.get(f"{ENGLISH}?code=31301&region=06")
        assert page.context["one"].row.best == []
        assert "Montréal: moderate. Fewer than two regions have a value of their own on one scale" in page.page.text
        compared = {line.cell.region.code: line.compared for line in page.context["lines"]}
        assert compared["03"] == "cannot be compared"

    def test_undetermined_is_neither_better_nor_worse(self, client, world):
        add_outlooks(world["outlooks-demonstration"], {"03": "undetermined"})
        text = client.get(f"{ENGLISH}?code=31301&region=03").page.text
        assert "Capitale-Nationale: undetermined. The best prospects (very good)" in text
        compared = client.get(f"{ENGLISH}?code=31301&region=06").context["lines"]
        assert [line.compared for line in compared if line.cell.region.code == "03"] == ["cannot be compared"]

    def test_equal_regions_have_no_best(self, client, world):
        add_outlooks(world["outlooks"], {"06": "good", "11": "good"}, code="72310")
        text = client.get(f"{ENGLISH}?code=72310").page.text
        assert "The regions that have a level of their own have the same: good." in text
        assert "best" not in text.partition("Against:")[2].partition("Download")[0]

    def test_nothing_regional_is_said(self, client):
        text = client.get(f"{ENGLISH}?code=41401").page.text
        assert "This edition does not tell the regions apart: none has a level of its own." in text
        assert "NP (not published): This edition has no level for this occupation and this region." in text

    def test_wages_against_the_region(self, client):
        Wage.objects.filter(unit_group="31301", region="11").update(low=30, median=44, high=60)
        page = client.get(f"{ENGLISH}?code=31301&show=wage&region=06").page
        assert "The median wage is higher than in your region, Montréal ($38.00 an hour), in 1 other" in page.text
        assert "$44.00 an hour +15.8% best" in page.text
        # Capitale-Nationale has Québec's own three figures: the publisher's fallback, and no figure of its own.
        assert "03 Capitale-Nationale $40.00 an hour value for the whole of Québec" in page.text

    def test_one_region_alone_is_not_said_to_be_the_best(self, client):
        text = client.get(f"{ENGLISH}?code=31301&show=wage&region=06").page.text
        assert "Montréal: $38.00 an hour. Fewer than two regions have a value of their own" in text

    def test_why_a_wage_is_missing(self, client):
        text = client.get(f"{ENGLISH}?code=41401&show=wage").page.text
        assert "NP (not published): This edition has nothing for this occupation in this area." in text

    def test_demand(self, client):
        release = publish("in-demand", kind="official")
        InDemand.objects.bulk_create(
            InDemand(release=release, unit_group_id="31301", region_id=region, in_demand=wanted)
            for region, wanted in {"00": True, "06": False, "11": True}.items()
        )
        text = client.get(f"{ENGLISH}?code=31301&show=demand&region=06").page.text
        assert "not in demand now in your region, Montréal. It is in 1 other: Gaspésie–Îles-de-la-Madeleine." in text


class TestSeveral:
    def test_each_row_names_its_best_regions_in_words(self, client):
        page = client.get(f"{ENGLISH}?code=31301&code=41401").page
        assert "Best in" in page.text
        assert "Regions at the best value for the most of these occupations: Gaspésie–Îles-de-la-Madeleine (1)." in (
            page.text
        )
        assert [cell["data-label"] for cell in page.find("td", class_="heat-5 is-best")] == [
            "Gaspésie–Îles-de-la-Madeleine"
        ]
        assert page.find("td", class_="heat-none", data_label="Capitale-Nationale")

    def test_the_map_of_a_list_and_the_line_that_equals_it(self, client, world):
        """Gaspésie is the best for nurses and for carpenters, Montréal for carpenters only."""
        levels = {"03": "limited", "06": "very-good", "11": "very-good"}
        add_outlooks(world["outlooks-demonstration"], levels, code="72310")
        for address, number, one in (
            (ENGLISH, "2 occupations", "1 occupation"),
            (FRENCH, "2 professions", "1 profession"),
        ):
            page = client.get(f"{address}?code=31301&code=72310").page
            named = {link.get("aria-label") for link in page.find("a")}
            assert {f"Gaspésie–Îles-de-la-Madeleine (11) – {number}", f"Montréal (06) – {one}"} <= named
            shades = {
                cell["data-label"]: cell["class"] for cell in page.find("td", class_="heat-3", data_label="Montréal")
            }
            assert shades == {"Montréal": "heat-3"}
            assert page.find("td", class_="heat-5", data_label="Gaspésie–Îles-de-la-Madeleine")
            assert page.find("td", class_="heat-none", data_label="Capitale-Nationale")

    def test_no_map_where_no_region_is_better(self, client):
        assert not client.get(f"{ENGLISH}?code=41401&code=00010").page.find("figure", class_="region-map")

    def test_a_column_sorts_and_what_is_not_published_is_last_either_way(self, client, world):
        add_outlooks(world["outlooks-demonstration"], {"06": "very-good"}, code="72310")

        def order(by: str) -> list[str]:
            rows = client.get(f"{ENGLISH}?code=41401&code=31301&code=72310&by={by}").context["page_obj"]
            return [row.group.code for row in rows]

        assert order("") == ["41401", "31301", "72310"]
        assert order("-06") == ["72310", "31301", "41401"]
        assert order("06") == ["31301", "72310", "41401"]
        assert order("code") == ["31301", "41401", "72310"]
        assert order("title") == ["72310", "41401", "31301"]
        assert order("99") == ["41401", "31301", "72310"]

    def test_hourly_and_annual_wages_sort_by_the_year(self, client):
        rows = client.get(f"{ENGLISH}?code=72310&code=31301&show=wage&by=-00").context["page_obj"]
        assert [row.group.code for row in rows] == ["31301", "72310"]  # 40 an hour is 78,000 a year

    def test_the_list_of_a_search_has_its_occupations_and_the_way_back(self, client):
        found = client.get("/en/occupations/?q=nurse&region=06")
        (link,) = [a["href"] for a in found.page.find("a") if a.get("href", "").startswith(ENGLISH + "?q=")]
        assert link == f"{ENGLISH}?q=nurse&region=06"
        answer = client.get(f"{link}&show=wage")
        listed = {row.group.code for row in answer.context["page_obj"]}
        assert listed == {result.group.code for result in found.context["results"].rows} == {"31301", "31302"}
        assert answer.page.find("a", href="/en/occupations/?q=nurse&region=06", class_="no-print")

    def test_criteria_come_off_and_an_empty_list_says_so(self, client):
        page = client.get(f"{ENGLISH}?wage=lowest&prospects=job-bank-2024:very-good&teer=5&region=06").page
        assert "No occupation is left" in page.text
        assert page.find("a", class_="chip")
        assert not page.find("table")

    def test_a_long_list_has_pages_and_sorts_whole(self, client, monkeypatch):
        monkeypatch.setattr(matrix, "MOST", 1)
        first = client.get(f"{ENGLISH}?q=nurse&by=-code").context["page_obj"]
        second = client.get(f"{ENGLISH}?q=nurse&by=-code&page=2")
        assert [row.group.code for row in (*first, *second.context["page_obj"])] == ["31302", "31301"]
        assert "A page has 1 of them at the most" in second.page.text


class TestAddress:
    def test_the_form_adds_and_keeps_the_rest(self, client):
        answer = client.get(f"{FRENCH}?code=41401&region=06&show=wage&add=infirmier+clinicien")
        assert answer.url == f"{FRENCH}?code=41401&code=31301&region=06&show=wage"
        page = client.get(f"{FRENCH}?code=41401&region=06&show=wage").page
        assert {field["value"] for field in page.find("input", type="hidden", name="code")} == {"41401"}
        assert page.find("input", type="hidden", name="show", value="wage")

    def test_remove_links(self, client):
        page = client.get(f"{FRENCH}?code=31301&code=41401&region=06").page
        assert page.find("a", href=f"{FRENCH}?code=41401&region=06")

    def test_what_cannot_be_followed_is_said(self, client, monkeypatch):
        monkeypatch.setattr(matrix, "MOST", 2)
        NocGroup.objects.filter(pk="00010").update(retired_on=date(2026, 3, 1))
        query = "code=31301&code=99999&code=00010&code=72310&code=41401&region=77&add=xyzzyx"
        page = client.get(f"{ENGLISH}?{query}").page
        assert "Nothing was found for “xyzzyx”" in page.text
        assert "no occupation with the code “99999”" in page.text
        assert "no longer has this occupation. It was left out: Legislators (00010)" in page.text
        assert "At most 2 occupations fit on this page. Remove one to make room. Left out: Economists (41401)." in (
            page.text
        )
        assert "There is no region “77”" in page.text

    def test_a_former_code_leads_to_what_it_became(self, client):
        page = client.get(f"{ENGLISH}?code=3012&region=06").page
        assert page.find("a", href="/en/occupations/3012/?region=06")

    def test_a_few_occupations_lead_to_their_comparison(self, client):
        page = client.get(f"{ENGLISH}?code=31301&code=41401&region=06").page
        assert page.find("a", href="/en/occupations/compare/?code=31301&code=41401&region=06")

    def test_an_empty_page_invites_to_begin(self, client):
        page = client.get(FRENCH).page
        assert page.find("input", name="add")
        assert not page.find("table")
        assert not page.find("meta", name="robots")
        assert page.find("link", rel="canonical", href=f"http://testserver{FRENCH}")
        assert client.get(f"{FRENCH}?code=31301").page.find("meta", name="robots", content="noindex")

    def test_the_toggle_keeps_the_query(self, client):
        query = "?code=31301&code=41401&region=06&show=wage&by=-06"
        assert client.get(FRENCH + query).page.toggle == ENGLISH + query

    def test_an_unknown_measure_is_prospects(self, client):
        assert client.get(f"{ENGLISH}?code=31301&show=luck").context["matrix"].measure.name == "prospects"

    @pytest.mark.parametrize(
        ("address", "link"),
        [
            ("/en/occupations/31301-registered-nurses/?region=06", f"{ENGLISH}?code=31301&region=06"),
            ("/en/occupations/compare/?code=31301&code=41401", f"{ENGLISH}?code=31301&code=41401"),
            ("/en/?region=06", f"{ENGLISH}?region=06"),
        ],
    )
    def test_other_pages_lead_here(self, client, address, link):
        assert client.get(address).page.find("a", href=link)


def test_the_page_of_an_occupation_has_the_map_beside_its_table(client, world):
    address = "/en/occupations/31301-registered-nurses/"
    page = client.get(f"{address}?region=06").page
    (link,) = page.find("a", aria_label="Montréal (06) – Moderate")
    assert link["href"] == "?region=06#prospects"
    assert page.find("a", aria_label="Capitale-Nationale (03) – not published")
    Outlook.objects.exclude(region="00").delete()
    cache.clear()
    assert not client.get(address).page.find("figure", class_="region-map")


def test_the_csv_has_the_cells_with_their_sources(client):
    lines = lines_of(client, "code=31301&code=41401")
    montreal = lines["31301", "Montréal"]
    assert (montreal["Prospects"], montreal["Prospects – kind"]) == ("Moderate", "Demonstration")
    assert montreal["Prospects – region"] == "Montréal"
    capital = lines["31301", "Capitale-Nationale"]
    assert (capital["Prospects"], capital["Prospects – region"]) == ("Good", "Whole of Québec")
    missing = lines["41401", "Montréal"]
    assert missing["Prospects"] == ""
    assert missing["Prospects – reason if not published"].startswith("This edition has no level")
    assert len(lines) == 2 * 4


@pytest.mark.parametrize("show", ["prospects", "demand", "wage"])
@pytest.mark.parametrize(
    "query",
    [
        "code=31301&region=06",
        "code=31301&code=41401&code=72310&code=00010&code=99999&by=-06",
        "q=nurse&region=06",
        "q=nurse&teer=1&prospects=job-bank-2024:good&region=06&page=1",
        "",
    ],
)
def test_a_cold_page_costs_few_queries_and_a_known_one_none(client, show, query):
    def ask(**headers):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(f"{ENGLISH}?{query}&show={show}", headers=headers)
        return response, len(asked)

    cache.clear()
    response, number = ask()
    assert number <= 12
    again, none = ask(**{"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, none) == (304, 0)
