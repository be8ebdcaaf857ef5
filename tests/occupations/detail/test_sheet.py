"""The PDF sheet: what it says, and what makes it readable by a screen reader. PDF/UA is checked by its parts."""

import io

import pytest
from pypdf import PdfReader

from occupations.models import NocGroup, Wage
from tests.occupations.detail import file_world
from tests.pdf import elements, text

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/fiche.pdf"
NURSES_EN = "/en/occupations/31301-registered-nurses/sheet.pdf"
LEGISLATORS = "/fr/metiers/00010-membres-des-corps-legislatifs/fiche.pdf"


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
    [
        (f"{NURSES_FR}?region=06", "fr-CA", "Infirmiers autorisés/infirmières autorisées – Montréal"),
        (NURSES_EN, "en-CA", "Registered nurses – Whole of Québec"),
        (LEGISLATORS, "fr-CA", "Membres des corps législatifs – Ensemble du Québec"),
    ],
)
def test_it_is_tagged_and_says_its_language_and_its_title(read, address, language, title):
    sheet = read(address)
    catalog = sheet.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"].value
    assert catalog["/Lang"] == language
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert sheet.metadata.title == title
    assert "<pdfuaid:part>1</pdfuaid:part>" in catalog["/Metadata"].get_data().decode()
    names = [element["/S"] for element in elements(catalog["/StructTreeRoot"])]
    assert names.count("/Title") == 1
    assert {"/H1", "/P"} <= set(names)
    assert all("/Tabs" in page and page["/Tabs"] == "/S" for page in sheet.pages)


def test_the_chart_has_a_text_and_each_table_headers(read):
    found = elements(read(f"{NURSES_FR}?region=06").trailer["/Root"]["/StructTreeRoot"])
    texts = [element["/Alt"] for element in found if "/Alt" in element]
    chart = "Salaire horaire par région : bas, médian et élevé."
    assert any(chart in alternative and "Le tableau qui suit" in alternative for alternative in texts)
    assert all("/Alt" in element for element in found if element["/S"] == "/Figure")
    tables = [element for element in found if element["/S"] == "/Table"]
    assert len(tables) == 4
    assert all(any(cell["/S"] == "/TH" for cell in elements(table)) for table in tables)


def test_it_says_in_french_what_the_page_says(read):
    sheet = read(f"{NURSES_FR}?region=06")
    said = text(sheet)
    for expected in (
        "CNP 2021, groupe de base 31301 · Montréal",
        "38,00 $ l’heure",
        "environ 74 100 $ par année, selon l’estimation du portail",
        "Phrase sur Modérées.",
        "Démonstration",
        "Note sur outlooks-demonstration.",
        "N. P. (non publié) : Échantillon trop petit.",
        "179 800 postes à pourvoir pour 159 500 personnes en recherche d’emploi",
        "infirmier clinicien/infirmière clinicienne",
        "Repris par un tiers",
        "Page 1 de",
    ):
        assert expected in said, expected
    (link,) = (annotation.get_object() for annotation in sheet.pages[0]["/Annots"])
    online = "http://testserver/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/?region=06"
    assert link["/A"]["/URI"] == online


def test_it_says_in_english_what_the_page_says(read):
    said = text(read(f"{NURSES_EN}?region=11"))
    for expected in (
        "Registered nurses",
        "$40.00 an hour",
        "Whole of Québec: this occupation earns more than 1 of the 1 other occupations",
        "There is no level for Gaspésie–Îles-de-la-Madeleine in the current edition.",
        "The sample is too small.",
        "Official",
        "clinical nurse",
        "Page 1 of",
    ):
        assert expected in said, expected


def test_quartiles_and_average_where_the_edition_has_them(read):
    assert "quartile" not in text(read(NURSES_EN))
    Wage.objects.filter(unit_group_id="31301", region_id="06").update(quartile_1=30, quartile_3=45, average="39.10")
    said = text(read(f"{NURSES_EN}?region=06"))
    assert "Half earn between $30.00 and $45.00 (first and third quartiles). Average: $39.10." in said


def test_it_tells_demand_of_the_moment_from_prospects_and_names_the_order(read):
    file_world.in_demand()
    file_world.regulated()
    said = text(read(f"{NURSES_EN}?region=03"))
    for expected in (
        "In demand now Capitale-Nationale, 2026-07 – 2026-12",
        "That is another thing than prospects",
        "Note on in-demand-demonstration.",
        "Order of nurses",
        "For all jobs of this occupation.",
    ):
        assert expected in said, expected


def test_an_occupation_without_figures_has_a_sheet_with_the_reasons(read):
    said = text(read(LEGISLATORS))
    assert "N. P." in said
    assert "Indéterminées" in said
    assert "le diffuseur ne publie pas de projection nationale" in said
    assert "Aucune appellation d’emploi" in said


def test_a_retired_class_says_so(read, retired):
    assert "Cette classe ne fait plus partie" in text(
        read("/fr/metiers/31302-infirmiers-praticiens-infirmieres-praticiennes/fiche.pdf")
    )


def test_markup_in_a_name_is_only_text(read):
    NocGroup.objects.filter(pk="31301").update(name_en='Nurses #panic() *and* "more" $x$')
    assert 'Nurses #panic() *and* "more" $x$' in text(read("/en/occupations/31301-nurses-panic-and-more-x/sheet.pdf"))


def test_it_is_made_once_per_data_version(client, world, django_assert_max_num_queries):
    address = f"{NURSES_FR}?region=06"
    with django_assert_max_num_queries(12):
        first = client.get(address)
    with django_assert_max_num_queries(0):
        again = client.get(address)
        unchanged = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.content == first.content
    assert again.headers["Content-Type"] == "application/pdf"
    assert again.headers["Content-Disposition"].endswith('autorisees-06.pdf"')
    assert (unchanged.status_code, unchanged.content) == (304, b"")


def test_the_page_leads_to_it_in_its_language_and_region(client, world):
    page = client.get("/en/occupations/31301-registered-nurses/?region=06").page
    (link,) = page.find("a", type="application/pdf")
    assert link["href"] == f"{NURSES_EN}?region=06"
    answer = client.get(link["href"])
    assert answer.headers["Link"] == (
        '<http://testserver/en/occupations/31301-registered-nurses/?region=06>; rel="canonical"'
    )


def test_only_unit_groups_have_one_at_their_current_address(client, world):
    moved = client.get("/fr/metiers/31301-autrefois/fiche.pdf?region=06")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"{NURSES_FR}?region=06")
    assert client.get("/fr/metiers/31-personnel/fiche.pdf").status_code == 404
    assert client.get("/fr/metiers/99999-rien/fiche.pdf").status_code == 404


def test_it_tells_in_the_portals_words_what_people_do(read):
    file_world.told()
    said = text(read(NURSES_FR))
    for expected in (
        "Nature du travail Ces personnes soignent les malades à l’hôpital. À l’étage",
        "Visiter les malades",
        "Lieux de travail",
        "On dit aussi garde-malade · nurse · garde Texte relu le 22 novembre 2026.",
        "Le permis de l’OIIQ est obligatoire.",
        "(72310) – travaille aussi debout",
    ):
        assert expected in said
