"""The directory: what it finds, in which order, page by page, and what it says when it finds little."""

import csv

import pytest
from django.core.cache import cache

from regions.models import Region
from tests.businesses.pages.world import add, settled


def listed(response) -> list[str]:
    """Return the keys of the businesses of a page, in order."""
    return [attributes["id"].removeprefix("b-") for attributes in response.page.find("li", class_="entry")]


def test_all_by_name_with_what_is_known_of_each(client, world):
    response = client.get("/en/businesses/")
    assert listed(response) == ["bakery-1", "withheld", "hospital", "bakery-2", "9123-4567"]
    text = response.page.text
    assert "5 businesses" in text
    assert "1 to 5 of 5." in text
    assert "1, rue Saint-Jean Québec G1R 1A1" in text
    assert "418 555-0101" in text
    assert "5 to 9 (2025) Whole enterprise in Québec" in text
    assert "500 or more" in text
    assert "NP Not published: The source does not say how many people work there." in text
    assert "The address of a person is not shown" in text
    assert "Read from another classification, sure" in text
    assert "Note on business-lists." in text
    assert response.page.find("a", href="/en/sectors/722-food-services-and-drinking-places/")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=BOULANGERIE", ["bakery-1", "withheld", "bakery-2"]),
        ("q=berube", ["bakery-1", "withheld", "bakery-2"]),
        ("q=boulang", ["bakery-1", "withheld", "bakery-2"]),
        ("q=boulangerei", ["bakery-1", "withheld", "bakery-2"]),
        ("q=la+boulangerie+d’Élise", ["withheld", "bakery-2"]),
        ("q=9123+4567", ["9123-4567"]),
        ("q=disparue", []),
        ("q=hopitaux+hopital", ["hospital"]),
        ("region=03", ["bakery-1", "withheld"]),
        ("rcm=230", ["bakery-1"]),
        ("municipality=quebec", ["bakery-1"]),
        ("municipality=66023", ["hospital", "bakery-2"]),
        ("sector=38", ["bakery-1", "bakery-2"]),
        ("naics=72", ["bakery-1", "bakery-2"]),
        ("naics=6221", ["hospital"]),
        ("naics=31-33", []),
        ("occupation=31301", ["hospital"]),
        ("size_min=10", ["hospital"]),
        ("size_max=8", ["bakery-1", "bakery-2"]),
        ("q=berube&region=06&sector=38", ["bakery-2"]),
        ("postal=H2X+4J5", ["bakery-2", "hospital"]),
        ("postal=h2x&within=10&sort=name", ["hospital", "bakery-2"]),
        ("postal=G1R&within=100", ["bakery-1"]),
        ("sort=size", ["hospital", "bakery-1", "bakery-2", "withheld", "9123-4567"]),
    ],
)
def test_what_is_found_and_in_which_order(client, world, query, found):
    assert listed(client.get(f"/fr/entreprises/?{query}")) == found


def test_distances_are_told(client, world):
    assert "8 km away" in client.get("/en/businesses/?postal=H2X").page.text


def test_what_is_not_understood_is_said_and_left_out(client, world):
    response = client.get("/en/businesses/?municipality=nowhere&naics=99&postal=Z1Z&occupation=00000&sector=38")
    assert listed(response) == ["bakery-1", "bakery-2"]
    for message in (
        "No municipality has this name.",
        "NAICS has no such code.",
        "does not know this postal code",
        "No sector is known for this occupation.",
    ):
        assert message in response.page.text


def test_a_metropolitan_area_chosen_elsewhere_is_no_mistake(client, world):
    Region.objects.create(code="462", name_fr="RMR de Montréal", name_en="Montréal CMA")
    response = client.get("/en/businesses/?region=462&q=berube")
    assert listed(response) == ["bakery-1", "withheld", "bakery-2"]
    assert "Montréal CMA: businesses are not listed by metropolitan area." in response.page.text
    assert "was not understood" not in response.page.text
    assert not response.page.find("details", open=None)


def test_an_unknown_region_is_said_once(client, world):
    text = client.get("/en/businesses/?region=99").page.text
    assert "There is no region “99”." in text
    assert "was not understood" not in text


def test_chosen_criteria_can_be_taken_off(client, world):
    page = client.get("/fr/entreprises/?q=berube&region=03&sector=38&after=hospital").page
    chips = [link["href"] for link in page.find("a", class_="chip")]
    assert chips == ["?q=berube&sector=38", "?q=berube&region=03"]


def test_a_short_list_can_be_widened(client, world):
    page = client.get("/en/businesses/?q=berube&region=06").page
    assert "Without the criterion “Region: Montréal” 3 businesses" in page.text
    assert "Without the word “berube” 2 businesses" in page.text


def test_words_of_an_industry_lead_to_its_businesses(client, world):
    page = client.get("/en/businesses/?q=accommodation&region=06").page
    assert "In the industry “Accommodation and food services”, without these words 1 business" in page.text
    assert page.find("a", href="?region=06&sector=38")


def test_a_narrow_class_leads_to_its_group(client, world):
    page = client.get("/en/businesses/?q=paediatric").page
    assert page.find("a", href="?naics=6221")
    assert not page.find("a", href="?naics=622111")


def test_an_industry_without_business_is_left_out(client, world):
    assert not client.get("/en/businesses/?q=ambulatory").page.find("a", href="?sector=33")


def test_a_long_list_names_the_industries_of_its_words_on_its_first_page(client, world):
    for number in range(12):
        add(f"hopital-{number:02}", legal_name=f"Hôpital {number:02}")
    settled()
    page = client.get("/fr/entreprises/?q=hopital").page
    assert page.find("a", href="?sector=34")
    assert not page.find("a", href="?naics=6221")
    assert not client.get("/fr/entreprises/?q=hopital&after=hopital-02").page.find("a", href="?sector=34")
    assert not client.get("/fr/entreprises/?q=hopital&naics=6221").page.find("a", href="?naics=6221")


def test_a_size_can_be_left_out(client, world):
    page = client.get("/en/businesses/?q=berube&size_min=10").page
    assert "Whatever the number of employees 3 businesses" in page.text


def test_sizes_the_wrong_way_round_are_said(client, world):
    response = client.get("/en/businesses/?size_min=100&size_max=20")
    assert listed(response) == ["hospital"]
    assert "It is smaller than the least that is asked for." in response.page.text
    assert response.page.find("input", name="size_max", aria_invalid="true")


def test_a_postal_code_can_be_left_out(client, world):
    page = client.get("/en/businesses/?q=berube&postal=G1R&within=10").page
    assert "Without the criterion “Postal code: G1R, within 10 km” 3 businesses" in page.text
    assert page.find("a", href="?q=berube")


def test_a_word_that_nothing_has_can_be_left_out(client, world):
    page = client.get("/en/businesses/?q=boulangerie+xyzabc").page
    assert "Without the word “xyzabc” 3 businesses" in page.text
    assert page.find("a", href="?q=boulangerie")


# --- Pages ----------------------------------------------------------------------------------------------------


@pytest.fixture
def many(world):
    for number in range(30):
        add(f"many-{number:02}", legal_name=f"Zèbre {number:02}", size_min=10 * (number % 3) + 1)
    settled()


def test_pages_lead_on_and_back_to_the_same_rows(client, many):
    first = client.get("/en/businesses/?q=zebre")
    (on,) = first.page.find("a", rel="next")
    second = client.get(f"/en/businesses/{on['href']}")
    assert listed(first) == [f"many-{number:02}" for number in range(10)]
    assert listed(second) == [f"many-{number:02}" for number in range(10, 20)]
    assert "11 to 20 of 30." in second.page.text
    (on,) = second.page.find("a", rel="next")
    third = client.get(f"/en/businesses/{on['href']}")
    assert listed(third)[-1] == "many-29"
    assert not third.page.find("a", rel="next")
    (back,) = third.page.find("a", rel="prev")
    assert listed(client.get(f"/en/businesses/{back['href']}")) == listed(second)
    (back,) = second.page.find("a", rel="prev")
    assert back["href"] == "?q=zebre"


def test_pages_by_size(client, many):
    rows, address = [], "?q=zebre&sort=size&per_page=25"
    while address:
        response = client.get(f"/en/businesses/{address}")
        rows += listed(response)
        address = next((link["href"] for link in response.page.find("a", rel="next")), "")
    assert len(rows) == len(set(rows)) == 30
    assert rows[:2] == ["many-02", "many-05"]
    assert rows[-1] == "many-27"


@pytest.mark.parametrize("value", ["nothing", "'; DROP TABLE x", "a" * 300, "\x00"])
def test_a_made_up_position_is_the_beginning(client, world, value):
    assert listed(client.get("/en/businesses/", {"after": value}))[0] == "bakery-1"


def test_the_language_and_the_region_keep_the_question(client, many):
    page = client.get("/en/businesses/?q=zebre&sort=size&after=many-05").page
    assert page.toggle == "/fr/entreprises/?q=zebre&sort=size&after=many-05"
    hidden = {field["name"] for field in page.find("input", type="hidden")}
    assert {"q", "sort"} <= hidden
    assert "after" not in hidden


# --- Favourites -------------------------------------------------------------------------------------------------


def test_favourites_are_in_the_address(client, world):
    page = client.get("/en/businesses/?q=berube&favourites=hospital").page
    assert page.find("a", href="?q=berube&favourites=hospital,bakery-1#b-bakery-1")
    assert page.find("a", href="/en/businesses/favourites/?favourites=hospital")
    kept = client.get("/en/businesses/favourites/?favourites=hospital,bakery-1,gone,hospital,'x")
    assert listed(kept) == ["hospital", "bakery-1"]
    assert "2 businesses of this list are not in the directory any more." in kept.page.text
    assert kept.page.find("a", href="?favourites=bakery-1,gone,'x") or kept.page.find(
        "a", href="?favourites=bakery-1,gone,%27x"
    )


def test_no_favourite_yet(client, world):
    assert "No favourite yet" in client.get("/en/businesses/favourites/").page.text


# --- File -------------------------------------------------------------------------------------------------------


def rows_of(response) -> list[dict]:
    return list(csv.DictReader(b"".join(response.streaming_content).decode("utf-8-sig").splitlines()))


def test_the_same_as_csv(client, world):
    lines = rows_of(client.get("/en/businesses/businesses.csv?q=berube&sort=size"))
    assert [line["Page"].split("/")[6] for line in lines] == ["bakery-1", "bakery-2", "withheld"]
    assert (lines[0]["Employees, at least"], lines[0]["Year of the size"], lines[0]["NAICS"]) == ("5", "2025", "722")
    assert lines[0]["Kind"] == "Republished by a third party"
    assert lines[2]["Street address"] == "The address of a person is not shown"


def test_a_long_file_is_cut_and_says_so(client, many, monkeypatch):
    monkeypatch.setattr("businesses.export.AT_ONCE", 10)
    monkeypatch.setattr("businesses.export.MOST", 20)
    lines = rows_of(client.get("/en/businesses/businesses.csv?q=zebre"))
    assert len(lines) == 21
    assert lines[20]["Name"] == "The list is longer: this file has only its first 20 businesses."
    assert "the first 20" not in client.get("/en/businesses/?q=zebre").page.text


# --- Cost -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    ["", "q=berube&region=03&sector=38&size_max=9", "q=boulangerei&postal=H2X&within=50", "occupation=31301&sort=size",
     "municipality=quebec&naics=722", "q=nothing+like+it", "after=hospital"],
)  # fmt: skip
def test_few_queries(client, world, django_assert_max_num_queries, query):
    cache.clear()
    with django_assert_max_num_queries(12):
        client.get(f"/fr/entreprises/?{query}")


def test_no_query_when_nothing_changed(client, world, django_assert_max_num_queries):
    etag = client.get("/fr/entreprises/?q=berube").headers["ETag"]
    with django_assert_max_num_queries(0):
        assert client.get("/fr/entreprises/?q=berube", headers={"If-None-Match": etag}).status_code == 304
