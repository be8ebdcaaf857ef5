import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import translation

PAIRS = [
    ("/fr/", "/en/"),
    ("/fr/metiers/", "/en/occupations/"),
    ("/fr/formations/", "/en/training/"),
    ("/fr/secteurs/", "/en/sectors/"),
    ("/fr/entreprises/", "/en/businesses/"),
    ("/fr/sources-et-dates/", "/en/sources-and-dates/"),
    ("/fr/sources-et-dates/wages/", "/en/sources-and-dates/wages/"),
    ("/fr/api/", "/en/api/"),
    ("/fr/lexique/", "/en/lexicon/"),
    ("/fr/a-propos/", "/en/about/"),
    ("/fr/confidentialite/", "/en/privacy/"),
    ("/fr/accessibilite/", "/en/accessibility/"),
    ("/fr/projet-independant/", "/en/independent-project/"),
]
EITHER_WAY = PAIRS + [(english, french) for french, english in PAIRS]


def render(template: str, address: str, language: str, **context) -> str:
    with translation.override(language):
        request = RequestFactory().get(address)
        request.path = address.partition("?")[0]
        return Template(template).render(RequestContext(request, context))


@pytest.mark.django_db
@pytest.mark.parametrize(("here", "there"), EITHER_WAY)
def test_each_page_toggles_to_itself_with_its_filters(client, here, there):
    response = client.get(f"{here}?region=06&q=caf%C3%A9&page=2")
    assert response.status_code == 200
    assert response.page.toggle == f"{there}?region=06&q=caf%C3%A9&page=2"
    assert client.get(response.page.toggle).page.toggle == f"{here}?region=06&q=caf%C3%A9&page=2"


@pytest.mark.django_db
@pytest.mark.parametrize(("here", "there"), EITHER_WAY)
def test_search_engines_learn_both_addresses(client, here, there):
    page = client.get(f"{here}?region=06&q=chef&sort=wage").page
    french, english = sorted((here, there), key=lambda address: address.startswith("/en/"))
    alternates = {link["hreflang"]: link["href"] for link in page.find("link", rel="alternate")}
    assert alternates == {
        "fr": f"http://testserver{french}?region=06",
        "en": f"http://testserver{english}?region=06",
        "x-default": f"http://testserver{french}?region=06",
    }
    assert page.find("link", rel="canonical") == [{"rel": "canonical", "href": f"http://testserver{here}?region=06"}]


def test_a_page_whose_slug_is_translated_gives_its_other_address():
    given = {"alternate_url": "/en/occupations/31301-registered-nurses/"}
    address = "/fr/metiers/31301-infirmiers/?region=06"
    toggled = render("{% toggle_url %}", address, "fr", **given)
    assert toggled == "/en/occupations/31301-registered-nurses/?region=06"


@pytest.mark.parametrize(
    ("address", "toggled"),
    [
        ("/fr/rien/", "/en/rien/"),
        ("/fr/rien/?q=a&amp;region=06", "/en/rien/?q=a&amp;region=06"),
        ("/fr", "/en/"),
        ("/rien/", "/en/rien/"),
        ("//evil.example/x", "/en/evil.example/x"),
    ],
)
def test_an_address_without_a_page_toggles_its_prefix(address, toggled):
    assert render("{% toggle_url %}", address.replace("&amp;", "&"), "fr") == toggled


def test_a_query_cannot_break_out_of_the_link():
    assert '"' not in render("{% toggle_url %}", '/fr/?q="onload=x', "fr")
    assert "<" not in render('{% query_with page=2 %}{% hidden_query "q" %}', "/fr/?q=<b>&a=1", "fr").replace(
        '<input type="hidden" name="a" value="1">', ""
    )


def test_query_with_changes_only_what_it_names():
    assert render("{% query_with page=3 %}", "/fr/?q=chef&page=2", "fr") == "?q=chef&amp;page=3"
    assert render("{% query_with sort='wage' page=None %}", "/fr/?q=chef&page=2", "fr") == "?q=chef&amp;sort=wage"
    assert render("{% query_with q='' %}", "/fr/?q=chef", "fr") == "?"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "language"),
    [("", "fr"), ("en", "en"), ("en-CA,fr;q=0.5", "en"), ("de,fr;q=0.2,en;q=0.1", "fr"), ("de", "fr")],
)
def test_the_root_follows_the_browser_french_first(client, accepted, language):
    response = client.get("/", headers={"Accept-Language": accepted})
    assert (response.status_code, response.headers["Location"]) == (302, f"/{language}/")
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.django_db
def test_what_machines_ask_for(client):
    assert "Disallow: /admin/" in client.get("/robots.txt").content.decode()
    assert client.get("/favicon.ico").headers["Location"].endswith(".svg")


@pytest.mark.parametrize(
    ("name", "language", "address", "label"),
    [
        ("occupations", "fr", "/fr/metiers/", "Métiers et professions"),
        ("occupations", "en", "/en/occupations/", "Occupations"),
        ("training", "fr", "/fr/formations/", "Formations"),
        ("sectors", "fr", "/fr/secteurs/", "Secteurs"),
        ("businesses", "en", "/en/businesses/", "Businesses"),
    ],
)
def test_a_step_leads_back_to_a_door_in_the_region(name, language, address, label):
    step = render(f'{{% door_step "{name}" %}}', f"/{language}/?region=06", language)
    assert f'<li><a href="{address}?region=06">{label}</a></li>' in step
