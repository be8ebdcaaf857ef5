"""Occupations side by side, over the small world of the occupation pages."""

import csv
import io

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from occupations.models import Characteristic, Descriptor, NocGroup, Regulation, RegulatoryBody
from occupations.search.index import rebuild
from regions.models import Region
from tests.html import InspectingClient
from tests.occupations.detail.world import build, publish

FRENCH, ENGLISH = "/fr/metiers/comparer/", "/en/occupations/compare/"


@pytest.fixture
def client():
    return InspectingClient()


@pytest.fixture(autouse=True)
def _world(db):
    build()
    for slug in ("regulatory-bodies", "regulations", "oasis-descriptors"):
        publish(slug, kind="portal")
    body = RegulatoryBody.objects.create(
        code="oiiq", name_fr="Ordre des infirmières", name_en="Order of nurses", is_order=True
    )
    Regulation.objects.create(
        unit_group_id="31301", body=body, title_fr="Infirmière", title_en="Nurse", kind="reserved-title",
        covers_all=True, evidence="compiled",
    )  # fmt: skip
    Descriptor.objects.create(code="F01", name_fr="Écoute active", name_en="Active listening", measure="proficiency")
    oasis = publish("oasis", kind="official")
    Characteristic.objects.create(
        release=oasis, unit_group_id="31301", descriptor_id="F01", value=5, lowest=4, highest=5, standing=90
    )
    with connection.cursor() as cursor:
        rebuild(cursor)


def test_each_area_shows_its_own_figures_and_says_when_it_borrows_them(client):
    text = client.get(f"{ENGLISH}?code=31301&code=41401&region=06&region=03").page.text
    capital, _, montreal = text.partition("Montréal Compared")
    assert "$46.70 an hour" in capital
    assert "$38.00 an hour" in montreal
    assert "Job prospects Kind of data: Demonstration Moderate" in " ".join(montreal.split())
    assert "Good value for the whole of Québec" in capital  # Capitale-Nationale has no prospects of its own
    assert "Not published: This edition has nothing for this occupation in this area." in montreal  # 41401 in Montréal


def test_rows_that_differ_say_so_and_units_that_differ_are_not_compared(client):
    text = client.get(f"{ENGLISH}?code=31301&code=72310").page.text
    assert "Median wage Not comparable: different units or scales" in text
    assert "TEER category Differs" in text
    same = client.get(f"{ENGLISH}?code=31301&code=31302").page.text
    assert "TEER category Kind of data" in same


def test_regulation_projection_and_characteristics(client):
    text = client.get(f"{ENGLISH}?code=31301&code=41401").page.text
    assert "Nurse, Order of nurses. Reserved title. Compiled by the portal" in text
    assert "No order or licence is listed" in text
    assert "179,800" in text
    assert "Strong risk of shortage" in text
    assert "active listening" in text


def test_the_form_adds_a_code_or_the_first_occupation_found(client):
    answer = client.get(f"{FRENCH}?code=41401&region=06&add=infirmier+clinicien")
    assert answer.url == f"{FRENCH}?code=41401&code=31301&region=06"
    assert client.get(f"{FRENCH}?code=41401&add=31301").url == f"{FRENCH}?code=41401&code=31301"
    assert client.get(f"{FRENCH}?code=41401&add=&region=06").url == f"{FRENCH}?code=41401&region=06"


def test_remove_links_keep_the_others_and_the_regions(client):
    page = client.get(f"{FRENCH}?code=31301&code=41401&region=06").page
    assert page.find("a", href=f"{FRENCH}?code=41401&region=06")
    assert page.find("input", type="checkbox", value="06", checked=None)


def test_what_cannot_be_followed_is_said(client):
    codes = ["00010", "31110", "31301", "31302", "41401", "72310"]
    text = client.get(
        f"{ENGLISH}?{'&'.join(f'code={code}' for code in codes)}&code=99999&region=77&region=06"
    ).page.text
    assert "At most 5 occupations fit on this page." in text
    assert "Left out: Carpenters (72310)." in text
    assert "no occupation with the code “99999”" in text
    assert "There is no region “77”" in text
    found = client.get(f"{ENGLISH}?code=31301&add=xyzzyx")
    assert "Nothing was found for “xyzzyx”" in found.page.text
    assert "Registered nurses" in found.page.text


def test_a_place_that_is_no_region_is_left_out_and_said(client):
    for code, name in (("462", "Montréal CMA"), ("09-10", "Côte-Nord and Nord-du-Québec")):
        Region.objects.create(code=code, name_fr=name, name_en=name)
    text = client.get(f"{ENGLISH}?code=31301&code=41401&region=06&region=09-10&region=462").page.text
    assert text.count("nothing on this page is published for this place") == 2
    assert "Montréal CMA: nothing" in text
    assert "There is no region" not in text
    assert "by metropolitan area" not in text


def test_an_empty_comparison_invites_to_begin_and_no_comparison_is_indexed(client):
    page = client.get(FRENCH).page
    assert page.find("meta", name="robots", content="noindex")
    assert page.find("input", name="add")
    assert not page.find("table")


def test_the_toggle_keeps_the_query(client):
    query = "?code=31301&code=41401&region=06&region=03"
    assert client.get(FRENCH + query).page.toggle == ENGLISH + query


def test_as_few_queries_for_five_occupations_in_every_region_as_for_one(client):
    def queries(query: str) -> int:
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(ENGLISH + query)
        return len(asked)

    five = "&".join(f"code={code}" for code in NocGroup.objects.unit_groups().values_list("pk", flat=True)[:5])
    number = queries("?code=31301")
    assert queries(f"?{five}&region=00&region=03&region=06&region=11") == number
    assert number <= 14


def test_the_csv_has_the_same_cells_with_their_sources_and_kinds(client):
    answer = client.get(f"{ENGLISH}table.csv?code=31301&code=41401&region=06")
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    found = {(line["Part"], line["Row"], line["Code"]): line for line in lines}
    assert found["Montréal", "Median wage", "31301"]["Value"] == "$38.00 an hour"
    assert found["Montréal", "Job prospects", "31301"]["kind"] == "Demonstration"
    assert found["Montréal", "Median wage", "41401"]["reason if not published"]


def test_the_page_of_an_occupation_and_the_results_lead_here(client):
    for address in ("/en/occupations/31301-registered-nurses/?region=06", "/en/occupations/?q=nurses&region=06"):
        assert client.get(address).page.find("a", href=f"{ENGLISH}?code=31301&region=06"), address
