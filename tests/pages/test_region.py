import pytest

from regions.models import Region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _regions():
    names = {"00": "Ensemble du Québec", "06": "Montréal", "09": "Côte-Nord", "16": "Montérégie"}
    survey = {"09-10": "Côte-Nord et Nord-du-Québec", "462": "RMR de Montréal"}
    Region.objects.bulk_create(
        Region(code=code, name_fr=name, name_en=name, economic_region=f"24{code}") for code, name in names.items()
    )
    Region.objects.bulk_create(Region(code=code, name_fr=name, name_en=name) for code, name in survey.items())


def options(page):
    return [option["value"] for option in page.find("option")]


def test_regions_are_listed_by_name_whatever_the_accents(client):
    assert options(client.get("/fr/").page) == ["", "09", "16", "06"]


def test_the_chosen_region_follows_every_link_of_the_frame(client):
    page = client.get("/fr/a-propos/?region=06").page
    assert page.find("option", value="06", selected=None)
    inside = [link["href"] for link in page.find("a") if link["href"].startswith("/")]
    assert inside
    assert [href for href in inside if "region=06" not in href] == []


def test_choosing_keeps_the_search_and_goes_back_to_the_first_page(client):
    page = client.get("/fr/sources-et-dates/?q=chef&q2=a%22b&page=4&region=06").page
    hidden = {field["name"]: field["value"] for field in page.find("input", type="hidden")}
    assert hidden == {"q": "chef", "q2": 'a"b'}


@pytest.mark.parametrize("address", ["/fr/", "/fr/?region=", "/fr/?region=00"])
def test_without_a_region_links_are_plain(client, address):
    page = client.get(address).page
    assert page.find("a", href="/fr/formations/")
    assert "n’existe pas" not in page.text


@pytest.mark.parametrize("asked", ["99", "6", "montreal", "18", "<b>"])
def test_an_unknown_region_is_ignored_and_said(client, asked):
    response = client.get("/fr/", {"region": asked})
    assert response.status_code == 200
    assert "n’existe pas" in response.page.text
    assert response.page.find("a", href="/fr/formations/")


def test_a_metropolitan_area_follows_the_visitor_and_is_said_where_nothing_is_published_for_it(client):
    page = client.get("/fr/formations/?region=462").page
    assert "RMR de Montréal : rien, sur cette page, n’est publié par région métropolitaine" in page.text
    assert page.find("a", href="/fr/formations/?region=462")
    assert page.find("link", rel="canonical")[0]["href"] == "http://testserver/fr/formations/"
    assert "RMR de Montréal" not in client.get("/fr/formations/?region=06").page.text


@pytest.mark.parametrize("address", ["/fr/", "/fr/a-propos/", "/fr/lexique/", "/fr/sources-et-dates/", "/fr/api/"])
def test_a_metropolitan_area_is_not_spoken_of_on_pages_without_regional_figures(client, address):
    page = client.get(f"{address}?region=462").page
    assert "RMR de Montréal" not in page.text
    assert page.find("a", href="/fr/formations/?region=462")


def test_a_merged_region_is_not_chosen_and_the_page_says_what_to_choose(client):
    page = client.get("/fr/?region=09-10").page
    assert "Côte-Nord et Nord-du-Québec sont deux régions : choisissez l’une d’elles." in page.text
    assert "n’existe pas" not in page.text
    assert page.find("a", href="/fr/formations/")
