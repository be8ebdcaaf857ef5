"""The comparison as a browser lays it out."""

import pytest
from django.db import connection

from occupations.search.index import rebuild
from tests.browser.test_frame import violations
from tests.occupations.detail.world import build


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", ["/fr/metiers/comparer/", "/en/occupations/compare/"])
def test_axe_finds_nothing_and_nothing_overflows(open_page, transactional_db, address, width):
    build()
    query = "?code=31301&code=41401&code=72310&code=00010&code=99999&region=06&region=11"
    page = open_page(address + query, width=width, bypass_csp=True)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", ["/fr/metiers/comparer/", "/fr/metiers/par-region/"])
def test_a_suggestion_is_added_to_the_others(open_page, transactional_db, address):
    build()
    with connection.cursor() as cursor:
        rebuild(cursor)
    page = open_page(f"{address}?code=31301&region=06")
    if page.locator("details:not([open]) #add").count():
        page.locator("details:has(#add) summary").click()
    field = page.get_by_role("combobox", name="Ajouter")
    field.press_sequentially("charpent")
    page.locator("[role=option]").first.wait_for()
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**code=31301&code=72310**")
    assert "region=06" in page.url


def test_without_javascript_the_first_found_is_added(open_page, transactional_db):
    build()
    with connection.cursor() as cursor:
        rebuild(cursor)
    page = open_page("/fr/metiers/comparer/?code=31301&region=06", java_script_enabled=False)
    page.locator("#add").fill("charpentier")
    page.get_by_role("button", name="Comparer").click()
    assert page.url.endswith("?code=31301&code=72310&region=06")
