"""The search as people use it: suggestions with the keyboard, results in place, and what stays without a network."""

import pytest
from django.db import connection
from playwright.sync_api import expect

from occupations.models import JobTitle, NocGroup
from occupations.search.index import rebuild
from regions.models import Region
from tests.browser.test_frame import violations

UNIT_GROUPS = {
    "31301": ("Infirmiers autorisés/infirmières autorisées", "Registered nurses"),
    "32101": ("Infirmiers auxiliaires/infirmières auxiliaires", "Licensed practical nurses"),
    "72106": ("Soudeurs/soudeuses", "Welders"),
}


@pytest.fixture(autouse=True)
def _world(transactional_db):
    for code, name in {"00": "Ensemble du Québec", "06": "Montréal"}.items():
        Region.objects.create(code=code, name_fr=name, name_en=name, economic_region=f"24{code}")
    NocGroup.objects.create(code="3", name_fr="Secteur de la santé", name_en="Health occupations")
    for code, (french, english) in UNIT_GROUPS.items():
        NocGroup.objects.create(code=code, name_fr=french, name_en=english)
    JobTitle.objects.create(unit_group_id="31301", language="fr", title="infirmier clinicien/infirmière clinicienne")
    with connection.cursor() as cursor:
        rebuild(cursor)


def ask(page, text: str) -> None:
    page.locator("#q").fill(text)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "address",
    [
        "/fr/metiers/",
        "/en/occupations/?q=nurse&region=06",
        "/fr/metiers/?q=xyzzy",
        "/fr/metiers/?q=3&sort=-wage",
        "/en/occupations/?view=cards&teer=1&category=3",
        "/fr/metiers/?teer=1&category=7&region=06",
    ],
)
def test_axe_finds_nothing_and_nothing_overflows(open_page, address, width):
    page = open_page(address, width=width, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_results_come_in_place_and_the_frame_follows(open_page):
    page = open_page("/fr/metiers/?region=06")
    page.evaluate("window.samePage = true")
    ask(page, "soudeuse")
    page.wait_for_url("**/fr/metiers/?region=06&q=soudeuse")
    page.get_by_role("status").get_by_text("1 résultat pour « soudeuse »").wait_for()
    assert page.title().startswith("«\u00a0soudeuse\u00a0»")
    assert page.locator("#language").get_attribute("href") == "/en/occupations/?region=06&q=soudeuse"
    assert page.locator("#header-region-form [name=q]").get_attribute("value") == "soudeuse"
    assert not page.get_by_role("listbox").is_visible()
    page.locator("#sort-title").press("Enter")
    page.locator("th[aria-sort=ascending]").wait_for()
    assert page.evaluate("document.activeElement.id") == "sort-title"
    assert page.evaluate("window.samePage")
    page.evaluate("history.go(-2)")
    page.get_by_role("heading", name="3 professions").wait_for()


def test_suggestions_are_chosen_with_the_keyboard(open_page):
    page = open_page("/fr/metiers/?region=06")
    field = page.locator("#q")
    field.press_sequentially("infirmi")
    page.locator("[role=option]").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    field.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.get_attribute("id") == field.get_attribute("aria-activedescendant")
    field.press("Escape")
    assert not page.get_by_role("listbox").is_visible()
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/fr/metiers/3*/?region=06")


def test_the_code_of_an_occupation_opens_its_page(open_page):
    page = open_page("/en/occupations/?region=06")
    ask(page, "31301")
    page.wait_for_url("**/en/occupations/31301-registered-nurses/?region=06")


def test_a_search_that_fails_shows_why(open_page):
    page = open_page("/en/occupations/")
    page.route(
        "**q=welder", lambda route: route.fulfill(status=503, body="<h1>Back soon</h1>", content_type="text/html")
    )
    ask(page, "welder")
    page.get_by_role("heading", name="Back soon").wait_for()


def test_without_javascript_the_search_is_complete(open_page):
    page = open_page("/fr/metiers/?region=06", java_script_enabled=False)
    page.get_by_role("searchbox").fill("infirmière")
    page.get_by_role("button", name="Rechercher").click()
    page.get_by_role("link", name="Profession", exact=True).click()
    assert page.url.endswith("/fr/metiers/?region=06&q=infirmi%C3%A8re&sort=title")
    assert page.locator("tbody tr").count() == 2


def test_criteria_are_chosen_with_the_keyboard_and_taken_off_in_place(open_page):
    page = open_page("/fr/metiers/?region=06")
    page.evaluate("window.samePage = true")
    page.locator("#category-title").press("Enter")
    page.get_by_role("checkbox", name="Secteur de la santé 2").press("Space")
    page.locator("#apply").press("Enter")
    page.get_by_role("status").get_by_text("2 professions").wait_for()
    assert "category=3" in page.url
    assert page.evaluate("document.activeElement.id") == "apply"
    page.get_by_role("link", name="Secteur de la santé").first.press("Enter")
    page.get_by_role("status").get_by_text("3 professions").wait_for()
    assert page.evaluate("window.samePage")


def test_on_a_narrow_screen_the_criteria_are_folded(open_page):
    page = open_page("/fr/metiers/", width=360)
    assert not page.locator("#apply").is_visible()
    page.get_by_role("heading", name="Filtrer la liste").click()
    expect(page.locator("#apply")).to_be_visible()


def test_without_javascript_criteria_are_complete(open_page):
    page = open_page("/en/occupations/?region=06", java_script_enabled=False)
    page.locator("#teer-title").click()
    page.get_by_role("checkbox", name="University degree 1").check()
    page.locator("#apply").click()
    assert page.locator("tbody tr").count() == 1
    page.get_by_role("link", name="See as cards").click()
    page.get_by_role("link", name="Take off: Training usually required").click()
    assert page.locator(".card").count() == 3
