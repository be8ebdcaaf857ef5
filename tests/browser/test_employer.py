"""The employer's view of an occupation as a browser lays it out."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_frame import violations
from tests.occupations.detail.file_world import build_file
from tests.occupations.detail.world import build

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/employeur/?region=06"
NURSES_EN = "/en/occupations/31301-registered-nurses/employer/?region=11"


@pytest.fixture(autouse=True)
def _world(transactional_db):
    build()
    build_file()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "address",
    [
        NURSES_FR,
        f"{NURSES_FR}&wage=38,50&per=hour",
        f"{NURSES_EN}&wage=abc&per=week",
        "/en/occupations/41401-economists/employer/",
        "/fr/metiers/00010-membres-des-corps-legislatifs/employeur/",
    ],
)
def test_axe_finds_nothing_and_nothing_overflows(open_page, address, width):
    page = open_page(address, width=width, bypass_csp=True)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_offer_is_placed_without_javascript(open_page):
    page = open_page(NURSES_FR, java_script_enabled=False)
    page.get_by_label("Le salaire que vous offrez").fill("72 000 $")
    page.get_by_label("Pour", exact=True).select_option("une année")
    page.get_by_role("button", name="Voir où il se situe").click()
    expect(page.get_by_text("Montréal : 36,92 $ l’heure se situe entre le salaire bas")).to_be_visible()
    assert page.url.endswith("?region=06&wage=72+000+%24&per=year#offer")


def test_on_paper_the_answer_stays_and_the_form_goes(open_page):
    page = open_page(f"{NURSES_FR}&wage=38,50&per=hour")
    page.emulate_media(media="print")
    expect(page.get_by_text("se situe entre le salaire médian")).to_be_visible()
    assert not page.get_by_role("button", name="Voir où il se situe").is_visible()
    unasked = open_page(NURSES_FR)
    unasked.emulate_media(media="print")
    assert not unasked.get_by_text("Où se situe votre offre").is_visible()
