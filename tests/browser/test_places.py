"""A value that two regions share, and metropolitan areas, as a browser lays them out."""

import pytest

from sectors.models import RegionalEmployment
from tests.browser.test_frame import violations
from tests.sectors.pages.world import build, survey_places

ADDRESSES = [
    "/fr/secteurs/?region=09",
    "/en/sectors/?region=462",
    "/fr/secteurs/regroupements/34-hopitaux/?region=10",
    "/en/sectors/groupings/34-hospitals/?region=462",
    "/fr/metiers/?region=462",
    "/en/about/?region=09-10",
]


@pytest.fixture(autouse=True)
def _world(transactional_db):
    build()
    survey_places()
    release = RegionalEmployment.objects.first().release
    RegionalEmployment.objects.bulk_create(
        RegionalEmployment(release=release, grouping_id="34", region_id=code, year=year, employed=year + employed)
        for code, employed in (("00", 200_000), ("09-10", 4_000), ("462", 150_000))
        for year in (2019, 2024)
    )


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_and_nothing_overflows(open_page, address, width):
    page = open_page(address, width=width, bypass_csp=True)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_region_leads_to_the_value_that_it_shares(open_page):
    page = open_page("/en/sectors/groupings/34-hospitals/?region=09")
    row = page.get_by_role("row", name="09 Côte-Nord")
    row.get_by_role("link", name="see Côte-Nord and Nord-du-Québec").click()
    assert page.locator(":target").get_by_role("rowheader").inner_text() == "Côte-Nord and Nord-du-Québec"
    assert "6,024" in page.locator(":target").inner_text()


def test_a_metropolitan_area_is_chosen_without_a_script(open_page):
    page = open_page("/en/sectors/", java_script_enabled=False)
    page.get_by_label("Region", exact=True).select_option("Montréal CMA")
    page.get_by_role("button", name="Choose").click()
    assert page.url.endswith("/en/sectors/?region=462")
    assert "152,024" in page.get_by_role("row", name="Hospitals").inner_text()
