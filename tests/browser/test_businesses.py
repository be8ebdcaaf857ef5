"""The pages of the directory as a browser lays them out."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_frame import violations
from tests.businesses.pages.world import add, build, settled

ADDRESSES = [
    "/fr/entreprises/",
    "/en/businesses/?q=berube&region=03&sector=38&size_max=9",
    "/en/businesses/?q=nothing+like+it&municipality=nowhere",
    "/en/businesses/?q=accommodation&region=06",
    "/fr/entreprises/?size_min=100&size_max=20&region=99",
    "/fr/entreprises/?occupation=31301&postal=H2X&favourites=hospital",
    "/fr/entreprises/entreprise/bakery-1/boulangerie-berube-inc/",
    "/en/businesses/favourites/?favourites=hospital,gone",
    "/en/businesses/business/bakery-1/report-an-error/",
    "/fr/entreprises/entreprise/bakery-1/signaler-une-erreur/envoye/",
    "/en/businesses/business/gone/x/",
    "/fr/secteurs/regroupements/38-hebergement-et-restauration/",
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


def test_a_visitor_finds_keeps_and_prints_a_business(open_page):
    page = open_page("/en/businesses/")
    page.get_by_label("Search for a business").fill("berube")
    page.get_by_label("Sector of activity").select_option("38")
    page.get_by_role("button", name="Show the businesses").click()
    page.wait_for_url("**q=berube**sector=38**")
    page.get_by_role("link", name="Add to favourites Boulangerie Bérubé inc.").click()
    page.get_by_role("link", name="Your favourites (1)").click()
    expect(page.get_by_role("link", name="Boulangerie Bérubé inc.", exact=True)).to_be_visible()
    page.emulate_media(media="print")
    assert not page.get_by_text("Remove from favourites").is_visible()


def test_a_missing_telephone_moves_nothing(open_page):
    page = open_page("/en/businesses/?q=berube")
    sizes = page.locator(".entry dt", has_text="Employees").all()
    assert len({round(size.bounding_box()["x"]) for size in sizes}) == 1


def test_what_is_wrong_of_a_report_is_read_with_its_field(open_page):
    page = open_page("/en/businesses/business/bakery-1/report-an-error/", bypass_csp=True)
    page.get_by_label("Your e-mail address").fill("nobody")
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_label("Your e-mail address")).to_have_accessible_description(
        re.compile("Only to confirm .* Write it in full")
    )
    assert violations(page) == []


def test_on_and_back(open_page):
    for number in range(15):
        add(f"many-{number:02}", legal_name=f"Zèbre {number:02}")
    settled()
    page = open_page("/en/businesses/?q=zebre")
    page.get_by_role("link", name="Next page").click()
    page.wait_for_url("**after=many-09")
    expect(page.get_by_role("link", name="Zèbre 10", exact=True)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name="Zèbre 00", exact=True)).to_be_visible()
