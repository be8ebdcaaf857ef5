"""The PDF sheet of a sector of activity: what it says, and what makes it readable by a screen reader."""

import io

import pytest
from django.core.cache import cache
from pypdf import PdfReader

from tests.pdf import elements, text

FRENCH, ENGLISH = "/fr/secteurs/regroupements/34-hopitaux/fiche.pdf", "/en/sectors/groupings/34-hospitals/sheet.pdf"


@pytest.fixture
def read(client, world):
    def read(address: str) -> PdfReader:
        response = client.get(address)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/pdf"
        return PdfReader(io.BytesIO(response.content))

    return read


@pytest.mark.parametrize(
    ("address", "language", "title"),
    [(f"{FRENCH}?region=06", "fr-CA", "Hôpitaux – Montréal"), (ENGLISH, "en-CA", "Hospitals – Whole of Québec")],
)
def test_it_is_tagged_and_says_its_language_and_its_title(read, address, language, title):
    sheet = read(address)
    catalog = sheet.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"].value
    assert catalog["/Lang"] == language
    assert sheet.metadata.title == title
    assert "<pdfuaid:part>1</pdfuaid:part>" in catalog["/Metadata"].get_data().decode()
    found = elements(catalog["/StructTreeRoot"])
    charts = [element for element in found if element["/S"] == "/Figure"]
    assert len(charts) == 2
    assert all("/Alt" in chart for chart in charts)
    tables = [element for element in found if element["/S"] == "/Table"]
    assert len(tables) == 4
    assert all(any(cell["/S"] == "/TH" for cell in elements(table)) for table in tables)


def test_it_says_what_the_page_says(read):
    said = text(read(f"{ENGLISH}?region=06"))
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


def test_a_sector_of_which_little_is_known_has_a_sheet(read):
    said = text(read("/fr/secteurs/regroupements/06-fabrication-d-aliments/fiche.pdf"))
    assert "Aucune enquête ne parle de ce secteur." in said
    assert "311 Fabrication d'aliments" in said


def test_the_page_leads_to_it_and_it_to_the_page(client, world):
    (link,) = client.get("/en/sectors/groupings/34-hospitals/?region=06").page.find("a", type="application/pdf")
    assert link["href"] == f"{ENGLISH}?region=06"
    answer = client.get(link["href"])
    assert answer.headers["Link"] == '<http://testserver/en/sectors/groupings/34-hospitals/?region=06>; rel="canonical"'
    assert answer.headers["Content-Disposition"] == 'inline; filename="34-hospitals-06.pdf"'


def test_it_is_made_once_per_data_version(client, world, django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(12):
        first = client.get(f"{FRENCH}?region=06")
    with django_assert_max_num_queries(0):
        again = client.get(f"{FRENCH}?region=06")
        unchanged = client.get(f"{FRENCH}?region=06", headers={"If-None-Match": first.headers["ETag"]})
    assert again.content == first.content
    assert unchanged.status_code == 304


def test_it_is_at_its_current_address_only(client, world):
    moved = client.get("/fr/secteurs/regroupements/34-autrefois/fiche.pdf?region=06")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"{FRENCH}?region=06")
    assert client.get("/fr/secteurs/regroupements/99-rien/fiche.pdf").status_code == 404
