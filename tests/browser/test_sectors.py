"""The pages of sectors as a browser lays them out."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_frame import violations
from tests.sectors.pages.world import build

ADDRESSES = [
    "/fr/secteurs/?region=03",
    "/en/sectors/?sort=-occupations",
    "/en/sectors/naics/",
    "/fr/secteurs/?q=hospitals",
    "/fr/secteurs/regroupements/34-hopitaux/?region=03",
    "/en/sectors/groupings/34-hospitals/?sort=-wage",
    "/fr/secteurs/62-soins-de-sante-et-assistance-sociale/?region=06",
    "/en/sectors/622111-general-except-paediatric-hospitals/",
    "/en/sectors/7229/",
    "/fr/secteurs/par-region/",
    "/en/sectors/by-region/?region=06",
    "/fr/secteurs/comparer/?code=34&code=33&region=06&region=11",
]


@pytest.fixture(autouse=True)
def _world(transactional_db):
    build()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_and_nothing_overflows(open_page, address, width):
    page = open_page(address, width=width, bypass_csp=True)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_sector_is_added_to_the_comparison_without_a_script(open_page):
    page = open_page("/en/sectors/compare/?code=34", java_script_enabled=False)
    page.get_by_label("Add a sector of activity").select_option("Ambulatory health care")
    page.get_by_text("Regions to compare in").first.click()
    page.get_by_label("Montréal").check()
    page.get_by_role("button", name="Compare").click()
    assert page.url.endswith("/en/sectors/compare/?code=34&code=33&region=06")
    expect(page.get_by_role("columnheader", name="Ambulatory health care 33").first).to_be_visible()


def test_a_head_of_the_table_sorts_it_in_place(open_page):
    page = open_page("/en/sectors/622-hospitals/?region=03")
    page.get_by_role("link", name="Median wage").click()
    page.wait_for_url("**sort=-wage**")
    assert page.get_by_role("rowheader").first.inner_text().startswith("Economists")
    expect(page.get_by_role("heading", name="2 occupations found here")).to_be_visible()
