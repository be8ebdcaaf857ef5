"""Occupations by region as a browser lays them out: map, equal table, and the table of many on a phone."""

import pytest

from tests.browser.test_frame import violations
from tests.occupations.detail.world import build

ONE, MANY = "?code=31301&region=06", "?code=31301&code=41401&code=72310&code=00010&code=99999&region=06"


@pytest.fixture(autouse=True)
def _world(transactional_db):
    build()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("query", ["", ONE, f"{ONE}&show=wage", MANY, f"{MANY}&show=wage"])
@pytest.mark.parametrize("address", ["/fr/metiers/par-region/", "/en/occupations/by-region/"])
def test_axe_finds_nothing_and_nothing_overflows(open_page, address, query, width):
    page = open_page(address + query, width=width, bypass_csp=True)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_region_of_the_map_leads_to_the_page_for_it(open_page):
    page = open_page(f"/en/occupations/by-region/{ONE}", width=360)
    page.get_by_role("link", name="Gaspésie–Îles-de-la-Madeleine (11)").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**region=11")
    assert page.get_by_label("Region", exact=True).input_value() == "11"


def test_the_smallest_region_can_be_pressed_on_a_phone(open_page):
    page = open_page(f"/en/occupations/by-region/{ONE}", width=360)
    box = page.get_by_role("link", name="Montréal (06)").bounding_box()
    assert min(box["width"], box["height"]) >= 24


def test_on_a_phone_each_region_of_a_row_is_a_line_in_words(open_page):
    page = open_page(f"/en/occupations/by-region/{MANY}", width=360)
    row = page.get_by_role("row", name="Registered nurses")
    montreal = row.get_by_role("cell", name="Moderate")
    assert montreal.bounding_box()["width"] > 300
    assert "Moderate" in montreal.inner_text()
    assert not montreal.locator(".mark").is_visible()


def test_the_first_column_stays_while_the_table_scrolls(open_page):
    page = open_page(f"/en/occupations/by-region/{MANY}", width=800)
    head = page.get_by_role("rowheader", name="Registered nurses")
    left = head.bounding_box()["x"]
    page.locator(".table-scroll").evaluate("box => box.scrollLeft = box.scrollWidth")
    assert head.bounding_box()["x"] == pytest.approx(left, abs=1)
