"""What a page says to programs: its schema.org data and the addresses that search engines should know it by."""

import pytest

from catalog.models import Kind, Release
from occupations.models import NocGroup
from tests.occupations.detail import file_world

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/"
NURSES_EN = "/en/occupations/31301-registered-nurses/"
CARPENTERS = "/fr/metiers/72310-charpentiers-menuisiers-charpentieres-menuisieres/"
CANADA = {"@type": "Country", "name": "Canada"}
QUEBEC = {"@type": "AdministrativeArea", "name": "Québec", "containedInPlace": CANADA}
MONTREAL = {"@type": "AdministrativeArea", "name": "Montréal", "containedInPlace": QUEBEC}


def occupation(client, address: str) -> dict:
    (said,) = client.get(address).page.linked_data
    return said


def test_an_occupation_is_described_in_the_page_s_language(client, world):
    said = occupation(client, NURSES_EN)
    assert said["@context"] == "https://schema.org"
    assert (said["@type"], said["name"]) == ("Occupation", "Registered nurses")
    assert said["occupationalCategory"]["codeValue"] == "31301"
    assert said["alternateName"] == ["clinical nurse"]
    assert said["educationRequirements"].startswith("A bachelor's")
    assert said["url"] == f"http://testserver{NURSES_EN}"
    assert occupation(client, NURSES_FR)["name"] == "Infirmiers autorisés/infirmières autorisées"


@pytest.mark.parametrize(
    ("address", "median", "duration", "area"),
    [
        (f"{NURSES_FR}?region=06", 38.0, "PT1H", MONTREAL),
        (f"{NURSES_FR}?region=11", 40.0, "PT1H", QUEBEC),  # withheld there: Québec's, and said to be Québec's
        (CARPENTERS, 61200.0, "P1Y", QUEBEC),
    ],
)
def test_the_median_wage_comes_with_its_currency_its_unit_and_its_area(client, world, address, median, duration, area):
    said = occupation(client, address)
    assert said["estimatedSalary"] == {
        "@type": "MonetaryAmountDistribution",
        "name": "base",
        "currency": "CAD",
        "duration": duration,
        "median": median,
    }
    assert said["occupationLocation"] == area


def test_a_wage_that_is_not_published_is_not_said(client, world):
    said = occupation(client, "/fr/metiers/00010-membres-des-corps-legislatifs/?region=06")
    assert "estimatedSalary" not in said
    assert said["occupationLocation"] == MONTREAL


def test_a_demonstration_wage_is_not_said(client, world):
    Release.objects.filter(dataset_id="wages").update(kind=Kind.DEMONSTRATION)
    assert "estimatedSalary" not in occupation(client, NURSES_EN)


def test_a_name_cannot_end_the_block(client, world):
    name = "Nurses </script><script>alert(1)</script> & <!-- others"
    NocGroup.objects.filter(pk="31301").update(name_en=name)
    response = client.get("/en/occupations/31301-nurses-scriptscriptalert1-script-others/")
    assert response.page.linked_data[0]["name"] == name
    assert "alert" not in "".join(str(script) for script in response.page.find("script"))


def test_only_unit_groups_have_it(client, world):
    assert client.get("/fr/metiers/3-secteur-de-la-sante/").page.linked_data == []


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (NURSES_FR, NURSES_EN),
        ("/fr/metiers/3-secteur-de-la-sante/", "/en/occupations/3-health-occupations/"),
        ("/fr/metiers/", "/en/occupations/"),
    ],
)
@pytest.mark.parametrize("region", ["", "06", "99"])
def test_pages_name_themselves_and_each_other_with_their_region(client, world, french, english, region):
    query = "?region=06" if region == "06" else ""  # an unknown region shows the whole of Québec
    for here in (french, english):
        page = client.get(here, {"sort": "wage"} | ({"region": region} if region else {})).page
        assert [link["href"] for link in page.find("link", rel="canonical")] == [f"http://testserver{here}{query}"]
        named = {link["hreflang"]: link["href"] for link in page.find("link", rel="alternate")}
        assert named == {
            "fr": f"http://testserver{french}{query}",
            "en": f"http://testserver{english}{query}",
            "x-default": f"http://testserver{french}{query}",
        }


def test_the_portals_own_texts_describe_it(client, world):
    file_world.told()
    said = occupation(client, NURSES_EN)
    assert said["description"] == "They care for sick people in hospitals."
    assert said["responsibilities"][:2] == ["Give drugs", "Dress wounds"]
    assert said["qualifications"] == "A bachelor’s degree is usually required."
