"""The comparison as a browser lays it out."""

import pytest

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
