"""The PDF sheet: what it says. The tags of each are asserted in `tests.pdf`."""

import pytest

from occupations.models import NocGroup, Wage
from tests.occupations.detail import file_world
from tests.pdf import made_once

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/fiche.pdf"
NURSES_EN = "/en/occupations/31301-registered-nurses/sheet.pdf"
LEGISLATORS = "/fr/metiers/00010-membres-des-corps-legislatifs/fiche.pdf"


@pytest.mark.parametrize(
    ("address", "title"),
    [
        (f"{NURSES_FR}?region=06", "Infirmiers autorisés/infirmières autorisées – Montréal"),
        (NURSES_EN, "Registered nurses – Whole of Québec"),
        (LEGISLATORS, "Membres des corps législatifs – Ensemble du Québec"),
    ],
)
def test_its_title_says_of_what_and_where(client, world, address, title):
    assert client.get(address).sheet.metadata.title == title


def test_the_chart_says_that_its_table_follows(client, world):
    sheet = client.get(f"{NURSES_FR}?region=06").sheet
    texts = [element["/Alt"] for element in sheet.elements if "/Alt" in element]
    chart = "Salaire horaire par région : bas, médian et élevé."
    assert any(chart in alternative and "Le tableau qui suit" in alternative for alternative in texts)
    assert len(sheet.find("Table")) == 4


def test_it_says_in_french_what_the_page_says(client, world):
    sheet = client.get(f"{NURSES_FR}?region=06").sheet
    said = sheet.text
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


def test_it_says_in_english_what_the_page_says(client, world):
    said = client.get(f"{NURSES_EN}?region=11").sheet.text
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


def test_quartiles_and_average_where_the_edition_has_them(client, world):
    assert "quartile" not in client.get(NURSES_EN).sheet.text
    Wage.objects.filter(unit_group_id="31301", region_id="06").update(quartile_1=30, quartile_3=45, average="39.10")
    said = client.get(f"{NURSES_EN}?region=06").sheet.text
    assert "Half earn between $30.00 and $45.00 (first and third quartiles). Average: $39.10." in said


def test_it_tells_demand_of_the_moment_from_prospects_and_names_the_order(client, world):
    file_world.in_demand()
    file_world.regulated()
    said = client.get(f"{NURSES_EN}?region=03").sheet.text
    for expected in (
        "In demand now Capitale-Nationale, 2026-07 – 2026-12",
        "That is another thing than prospects",
        "Note on in-demand-demonstration.",
        "Order of nurses",
        "For all jobs of this occupation.",
    ):
        assert expected in said, expected


def test_an_occupation_without_figures_has_a_sheet_with_the_reasons(client, world):
    said = client.get(LEGISLATORS).sheet.text
    assert "N. P." in said
    assert "Indéterminées" in said
    assert "le diffuseur ne publie pas de projection nationale" in said
    assert "Aucune appellation d’emploi" in said


def test_a_retired_class_says_so(client, world, retired):
    address = "/fr/metiers/31302-infirmiers-praticiens-infirmieres-praticiennes/fiche.pdf"
    assert "Cette classe ne fait plus partie" in client.get(address).sheet.text


def test_markup_in_a_name_is_only_text(client, world):
    NocGroup.objects.filter(pk="31301").update(name_en='Nurses #panic() *and* "more" $x$')
    said = client.get("/en/occupations/31301-nurses-panic-and-more-x/sheet.pdf").sheet.text
    assert 'Nurses #panic() *and* "more" $x$' in said


def test_it_is_made_once_per_data_version(client, world, django_assert_max_num_queries):
    kept = made_once(client, f"{NURSES_FR}?region=06", django_assert_max_num_queries)
    assert kept.headers["Content-Type"] == "application/pdf"
    assert kept.headers["Content-Disposition"].endswith('autorisees-06.pdf"')


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


def test_it_tells_in_the_portals_words_what_people_do(client, world):
    file_world.told()
    said = client.get(NURSES_FR).sheet.text
    for expected in (
        "Nature du travail Ces personnes soignent les malades à l’hôpital. À l’étage",
        "Visiter les malades",
        "Lieux de travail",
        "On dit aussi garde-malade · nurse · garde Texte relu le 22 novembre 2026.",
        "Le permis de l’OIIQ est obligatoire.",
        "(72310) – travaille aussi debout",
    ):
        assert expected in said
