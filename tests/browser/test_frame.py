import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from catalog.models import Dataset, Release
from regions.models import Region

ADDRESSES = [
    "/fr/",
    "/en/",
    "/fr/sources-et-dates/",
    "/en/sources-and-dates/wages/",
    "/fr/lexique/",
    "/en/lexicon/?region=06",
    "/fr/a-propos/",
    "/en/privacy/",
    "/fr/accessibilite/",
    "/en/independent-project/",
    "/fr/formations/?region=99",
    "/en/sectors/",
    "/fr/entreprises/",
    "/fr/api/",
    "/fr/rien/",
    "/en/nothing/?region=06",
]


@pytest.fixture(autouse=True)
def _world(transactional_db):
    for code, name in {"00": "Ensemble du Québec", "06": "Montréal", "11": "Gaspésie–Îles-de-la-Madeleine"}.items():
        Region.objects.create(code=code, name_fr=name, name_en=name, economic_region=f"24{code}")
    for slug, kind in {"wages": "third-party", "outlooks-demonstration": "demonstration", "cops": "official"}.items():
        dataset = Dataset.objects.create(slug=slug)
        now = timezone.now()
        live = {"state": Release.State.LIVE, "label": "2024", "published_at": now, "retrieved_at": now}
        dataset.live_release = Release.objects.create(dataset=dataset, kind=kind, sha256="0" * 64, **live)
        dataset.save()


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_and_nothing_overflows(open_page, address):
    # Bypassed for axe alone, which is injected into the page; the policy itself is tested in tests/pages.
    page = open_page(address, bypass_csp=True)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def violations(page) -> list[tuple]:
    found = Axe().run(page).response["violations"]
    return [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("address", ["/fr/", "/en/sources-and-dates/wages/?region=06"])
def test_nothing_is_refused_by_the_policy_or_asked_of_another_site(open_page, live_server, address):
    page = open_page("/fr/a-propos/")
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert complaints == []
    assert asked
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []


def test_text_size_follows_from_page_to_page(open_page):
    page = open_page("/fr/")
    size = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    assert page.evaluate(size) == 16
    page.get_by_role("button", name="Très grand texte").click()
    expect(page.locator("main")).not_to_have_css("font-size", "16px")
    assert page.evaluate(size) > 22
    page.goto("/fr/a-propos/")
    expect(page.locator("main")).not_to_have_css("font-size", "16px")
    assert page.evaluate(size) > 22
    assert page.context.cookies() == []


def test_without_javascript_the_region_can_be_chosen_and_no_button_is_dead(open_page):
    page = open_page("/fr/a-propos/?q=chef", java_script_enabled=False)
    assert not page.get_by_role("group", name="Taille du texte").is_visible()
    page.get_by_label("Région", exact=True).select_option("06")
    page.get_by_role("button", name="Choisir").click()
    assert page.url.endswith("/fr/a-propos/?q=chef&region=06")


def test_the_first_tab_leads_to_the_content(open_page):
    page = open_page("/fr/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


SEARCH = "Chercher un métier ou une profession"
SUGGESTIONS = """
<li role="option" id="first" data-href="/fr/a-propos/">Première</li>
<li role="option" id="second" data-href="/fr/confidentialite/">Deuxième</li>
"""


@pytest.fixture
def search(open_page):
    """The search of the home page, with two suggestions for anything but "rien"."""

    def answer(route):
        body = "" if "q=rien" in route.request.url else SUGGESTIONS
        route.fulfill(content_type="text/html", body=body)

    page = open_page("/fr/?region=06")
    page.route("**/fr/metiers/sugg*", answer)
    page.route("**/fr/metiers/sugg*/**", answer)
    return page


def test_suggestions_are_a_combobox_for_the_keyboard(search):
    field = search.get_by_role("combobox", name=SEARCH)
    assert field.get_attribute("aria-expanded") == "false"
    field.press_sequentially("inf")
    search.get_by_text("Première").wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    for key, active in [("ArrowDown", "first"), ("ArrowDown", "second"), ("ArrowDown", None), ("ArrowUp", "second")]:
        field.press(key)
        assert field.get_attribute("aria-activedescendant") == active
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "inf"
    field.press("ArrowDown")
    field.press("Enter")
    search.wait_for_url("**/fr/a-propos/")


def test_suggestions_are_announced_and_follow_the_pointer(search):
    field = search.get_by_role("combobox", name=SEARCH)
    field.press_sequentially("rien")
    search.get_by_text("Aucune suggestion").wait_for(state="attached")
    field.fill("inf")
    search.get_by_text("Deuxième").click()
    search.wait_for_url("**/fr/confidentialite/")


def test_enter_without_a_choice_searches(search):
    field = search.get_by_role("combobox", name=SEARCH)
    field.fill("infirmière")
    field.press("Enter")
    search.wait_for_url("**/fr/metiers/?region=06&q=infirmi*")
