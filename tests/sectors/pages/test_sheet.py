"""The PDF sheet of a sector of activity: what it says. The tags of each are asserted in `tests.pdf`."""

import pytest

from tests.pdf import made_once

FRENCH, ENGLISH = "/fr/secteurs/regroupements/34-hopitaux/fiche.pdf", "/en/sectors/groupings/34-hospitals/sheet.pdf"


@pytest.mark.parametrize(
    ("address", "title"),
    [(f"{FRENCH}?region=06", "Hôpitaux – Montréal"), (ENGLISH, "Hospitals – Whole of Québec")],
)
def test_its_title_says_of_what_and_where(client, world, address, title):
    sheet = client.get(address).sheet
    assert sheet.metadata.title == title
    assert len(sheet.find("Figure")) == 2
    assert len(sheet.find("Table")) == 4


def test_it_says_what_the_page_says(client, world):
    said = client.get(f"{ENGLISH}?region=06").sheet.text
    for expected in (
        "Sector of activity · NAICS 2022 622 · Montréal",
        "Growth Montréal, 2025-2029",
        "230,000 people +15.0% in five years Whole of Québec, 2024",
        "$1,234",
        "People are treated here. Work never stops.",
        "clinics (NAICS 621)",
        "2 occupations found here",
        "Registered nurses (31301) Moderate $38.00 an hour",
        "Montréal Growth 55,000 +10.0%",
        "NP (not published): Suppressed to keep answers confidential",
        "No figure in 2021: Suppressed to keep answers confidential.",
        "A – Excellent quality",
        "Sectoral workforce committees • Comité de la santé",
        "Association des hôpitaux – https://hopitaux.example.org",
        "Note on regional-employment-demonstration.",
        "Demonstration",
    ):
        assert expected in said, expected


def test_a_sector_of_which_little_is_known_has_a_sheet(client, world):
    said = client.get("/fr/secteurs/regroupements/06-fabrication-d-aliments/fiche.pdf").sheet.text
    assert "Aucune enquête ne parle de ce secteur." in said
    assert "311 Fabrication d'aliments" in said


def test_the_page_leads_to_it_and_it_to_the_page(client, world):
    (link,) = client.get("/en/sectors/groupings/34-hospitals/?region=06").page.find("a", type="application/pdf")
    assert link["href"] == f"{ENGLISH}?region=06"
    answer = client.get(link["href"])
    assert answer.headers["Link"] == '<http://testserver/en/sectors/groupings/34-hospitals/?region=06>; rel="canonical"'
    assert answer.headers["Content-Disposition"] == 'inline; filename="34-hospitals-06.pdf"'


def test_it_is_made_once_per_data_version(client, world, django_assert_max_num_queries):
    made_once(client, f"{FRENCH}?region=06", django_assert_max_num_queries)


def test_it_is_at_its_current_address_only(client, world):
    moved = client.get("/fr/secteurs/regroupements/34-autrefois/fiche.pdf?region=06")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"{FRENCH}?region=06")
    assert client.get("/fr/secteurs/regroupements/99-rien/fiche.pdf").status_code == 404
