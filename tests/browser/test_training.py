"""The pages of training as a browser lays them out, and the way of a visitor who wants to become a plumber."""

from datetime import date

import pytest
from django.db import connection
from playwright.sync_api import expect

from occupations.models import NocGroup, Wage
from occupations.search.index import rebuild
from regions.models import Municipality, PostalArea, Region
from tests.browser.test_frame import violations
from tests.training.pages.world import build
from training.models import Institution, Offering, Programme, ProgrammeOccupation

ADDRESSES = [
    "/fr/formations/?region=03",
    "/en/training/?q=nursing&postal=H2X&region=06&sort=distance",
    "/fr/formations/?level=college&view=cards&region=",
    "/en/training/?q=astronaut",
    "/fr/formations/programmes/180a0/soins-infirmiers/?region=06&postal=G1R",
    "/en/training/programs/bac-soins/sciences-infirmieres/",
    "/en/training/programs/5318/",
    "/fr/formations/etablissements/100001-cegep-du-parc/?region=06&postal=G1R",
    "/en/training/best-prospects/?level=college",
    "/en/occupations/31301-registered-nurses/?region=06&postal=G1R",
    "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/employeur/?region=06",
]


@pytest.fixture(autouse=True)
def _world(transactional_db):
    build()
    sherbrooke()
    with connection.cursor() as cursor:
        rebuild(cursor)


def sherbrooke() -> None:
    """Plumbers, whom a centre in Sherbrooke trains."""
    region = Region.objects.create(code="05", name_fr="Estrie", name_en="Estrie", economic_region="2430")
    PostalArea.objects.create(fsa="J1H", region=region, latitude="45.400", longitude="-71.890")
    town = Municipality.objects.create(code="43027", name="Sherbrooke", designation="Ville", region=region)
    plumbers = NocGroup.objects.create(code="72300", name_fr="Plombiers/plombières", name_en="Plumbers")
    release = Wage.objects.first().release
    Wage.objects.create(release=release, unit_group=plumbers, region=region, unit="hour", median="36.50")
    programme = Programme.objects.create(
        identifier="5333",
        official_code="5333",
        english_code="5833",
        title_fr="Plomberie et chauffage",
        title_en="Plumbing and Heating",
        credential="dep",
        evidence="relayed",
    )
    ProgrammeOccupation.objects.create(
        programme=programme, unit_group=plumbers, kind="leads-to", reviewed_on=date(2026, 11, 1)
    )
    centre = Institution.objects.create(
        code="400001",
        name="Centre de Sherbrooke",
        kind="vocational-centre",
        region=region,
        municipality=town,
        latitude="45.430",
        longitude="-71.890",
    )
    given = Offering.objects.first().release
    Offering.objects.create(release=given, programme=programme, institution=centre, language="fr")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_and_nothing_overflows(open_page, address, width):
    page = open_page(address, width=width, bypass_csp=True)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("home", "door", "words", "button", "program", "wage"),
    [
        ("/fr/", "Formations", "plombier", "Rechercher", "Plomberie et chauffage", "36,50 $"),
        ("/en/", "Training", "plumber", "Search", "Plumbing and Heating", "$36.50"),
        ("/en/", "Training", "plombier", "Search", "Plumbing and Heating", "$36.50"),
    ],
)
def test_from_plumber_in_sherbrooke_to_a_program_a_school_and_a_wage(
    open_page, home, door, words, button, program, wage
):
    """Three clicks from home, without JavaScript: the door, the search, the program."""
    page = open_page(home, java_script_enabled=False)
    page.get_by_role("navigation").get_by_role("link", name=door, exact=True).click()
    page.locator("#q").fill(words)
    page.locator("#postal").fill("j1h 4a1")
    page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
    assert "Centre de Sherbrooke" in page.get_by_role("main").inner_text()
    page.get_by_role("main").get_by_role("link", name=program).first.click()
    said = page.locator("#glance").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "Centre de Sherbrooke" in said
    assert "km, Sherbrooke" in said
    assert wage in said
    assert "Estrie" in said


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    ("address", "typed", "program", "leads_to"),
    [
        ("/fr/formations/?region=05", "plomb", "Plomberie et chauffage", "/fr/formations/?occupation=72300&region=05"),
        ("/en/training/?region=05", "plumb", "Plumbing and Heating", "/en/training/?occupation=72300&region=05"),
    ],
)
def test_suggestions_are_chosen_with_the_keyboard(open_page, address, width, typed, program, leads_to):
    page = open_page(address, width=width, bypass_csp=True)
    field = page.locator("#q")
    field.press_sequentially(typed)
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options.first).to_contain_text(program)
    expect(field).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []
    field.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.get_attribute("id") == field.get_attribute("aria-activedescendant") == "suggestion-5333"
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url(f"**{leads_to}")
    expect(page.get_by_role("main").get_by_role("link", name=program).first).to_be_visible()


def test_a_program_is_chosen_with_the_pointer_and_one_stays_where_one_is(open_page):
    page = open_page("/fr/formations/?region=05&postal=J1H")
    page.locator("#q").press_sequentially("plombe")
    page.get_by_role("option", name="Plomberie et chauffage").click()
    page.wait_for_url("**/fr/formations/programmes/5333/plomberie-et-chauffage/?region=05&postal=J1H")


@pytest.mark.parametrize(
    ("home", "link", "answer"),
    [
        ("/fr/", "Les formations aux meilleures perspectives", "Soins infirmiers"),
        ("/en/", "Training with the best prospects", "Nursing"),
    ],
)
def test_training_with_the_best_prospects_is_a_click_away(open_page, home, link, answer):
    page = open_page(home, java_script_enabled=False)
    page.get_by_role("main").get_by_role("link", name=link).click()
    expect(page.get_by_role("rowheader", name=answer).first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_a_criterion_narrows_the_list_without_javascript(open_page, width):
    page = open_page("/en/training/?region=", width=width, java_script_enabled=False)
    if not page.get_by_text("Level", exact=True).first.is_visible():
        page.get_by_role("heading", name="Filter the list").click()
    page.get_by_text("Level", exact=True).first.click()
    page.locator("#level-university").check()
    page.get_by_role("button", name="Show the programs").click()
    expect(page.get_by_role("heading", name="1 program")).to_be_visible()
