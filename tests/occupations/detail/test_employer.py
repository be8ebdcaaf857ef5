"""The page of a unit group for those who hire, and its table of wages as CSV."""

import csv
import io

import pytest
from django.core.cache import cache

from catalog.models import Release
from occupations.models import Characteristic, Projection, SimilarOccupation, Wage
from tests.occupations.detail.file_world import build_file

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/employeur/"
NURSES_EN = "/en/occupations/31301-registered-nurses/employer/"
ECONOMISTS = "/en/occupations/41401-economists/employer/"
LEGISLATORS = "/fr/metiers/00010-membres-des-corps-legislatifs/employeur/"


@pytest.fixture
def filled(world):
    build_file()
    return world


def pays(world, code: str, region: str, median: str) -> None:
    of = {"release": world["wages"], "unit_group_id": code, "region_id": region}
    Wage.objects.update_or_create(**of, defaults={"unit": "hour", "median": median})


def test_the_wage_to_pay_comes_first(client, filled):
    page = client.get(f"{NURSES_FR}?region=06").page.text
    assert "Milieu du marché 38,00 $ l’heure Montréal, 2024" in page
    assert "Pour vous situer au milieu du marché, offrez 38,00 $ l’heure" in page
    assert "La plupart gagnent entre 25,81 $ et 50,39 $." in page
    assert "2,00 $ (5,0 %) moins élevé que dans l’ensemble du Québec" in page
    assert "quartile" not in page


def test_the_place_of_the_region_among_those_with_figures_of_their_own(client, filled):
    pays(filled, "31301", "11", "45")
    page = client.get(f"{NURSES_EN}?region=06").page.text
    assert "the median goes from $38.00 (Montréal) to $45.00 (Gaspésie–Îles-de-la-Madeleine)." in page
    assert "Montréal: number 2 of 2, from the highest median." in page
    assert "from the highest median" not in client.get(f"{NURSES_EN}?region=03").page.text  # Québec's figures


def test_a_region_without_a_wage_is_compared_with_quebec_and_says_so(client, filled):
    page = client.get(f"{NURSES_EN}?region=11&wage=39&per=hour").page.text
    assert "No wage is published for Gaspésie–Îles-de-la-Madeleine. The sample is too small." in page
    assert "Whole of Québec: $39.00 an hour is between the low wage ($26.00) and the median wage ($40.00)." in page


def test_no_wage_at_all_leaves_nothing_to_compare_with(client, filled):
    page = client.get(f"{LEGISLATORS}?wage=39&per=hour").page
    assert "Le portail n’en fabrique pas." in page.text or "aucun" in page.text.lower()
    assert not page.find("form", class_="offer-form no-print")
    assert not page.find("a", href="#offer")


def test_an_offer_is_placed_and_kept_in_the_address_only(client, filled):
    response = client.get(f"{NURSES_EN}?region=06&wage=%2439.00&per=hour")
    assert (
        "Montréal: $39.00 an hour is between the median wage ($38.00) and the high wage ($50.39)." in response.page.text
    )
    assert "That is $1.00 (2.6%) more than the median. At least half of the people earn that much" in response.page.text
    assert response.page.find("input", id="wage", value="$39.00")
    assert response.page.find("input", type="hidden", name="region", value="06")
    assert response.page.find("meta", name="robots", content="noindex")
    canonical = response.page.find("link", rel="canonical")[0]["href"]
    assert canonical == f"http://testserver{NURSES_EN}?region=06"


def test_an_annual_offer_says_how_it_was_put_by_the_hour(client, filled):
    page = client.get(f"{NURSES_FR}?wage=58 500&per=year").page.text
    assert "Ensemble du Québec : 30,00 $ l’heure se situe entre le salaire bas (26,00 $) et le salaire médian" in page
    assert "Les 58 500 $ par année ont été ramenés à l’heure, à raison de 37,5 heures par semaine" in page


@pytest.mark.parametrize(
    ("address", "message"),
    [(NURSES_FR, "Écrivez le salaire en dollars et en chiffres"), (NURSES_EN, "Write the wage as a number of dollars")],
)
def test_an_error_is_tied_to_its_field_in_both_languages(client, filled, address, message):
    page = client.get(f"{address}?wage=%3Cb%3E&per=hour").page
    assert message in page.text
    (field,) = page.find("input", id="wage")
    assert field["aria-invalid"] == "true"
    assert field["aria-describedby"] == "wage-hint wage-error"
    assert field["value"] == "<b>"
    assert page.toggle.endswith("?wage=%3Cb%3E&per=hour")


def test_quartiles_and_averages_appear_where_the_edition_has_them(client, filled):
    Wage.objects.filter(unit_group_id="31301", region_id="06").update(quartile_1=30, quartile_3=45, average="39.10")
    page = client.get(f"{NURSES_EN}?region=06&wage=31&per=hour").page.text
    assert "Half earn between $30.00 and $45.00 (first and third quartiles). Average: $39.10." in page
    assert "is between the first quartile ($30.00) and the median wage ($38.00)." in page
    assert "Montréal your region $30.00 $38.00 $45.00 $39.10" in page


def test_difficulty_shows_each_sign_with_its_source_and_kind(client, filled):
    page = client.get(f"{NURSES_EN}?region=03").page.text
    assert "Difficulty to recruit Recruiting is likely to be difficult Published signs that say so: 4 of 4." in page
    assert "Good value for the whole of Québec , 2025 Kind of data: Republished by a third party candidates are" in page
    assert (
        "In demand now Capitale-Nationale, 2026-07 – 2026-12 Kind of data: Demonstration candidates are scarce" in page
    )
    assert "Strong signs of shortage Canada Kind of data: Official candidates are scarce" in page
    assert "Strong risk of shortage Canada, 2024-2033" in page
    assert page.count("Note on in-demand-demonstration.") == 2  # beside the answer, and among the sources
    assert "not an official indicator" in page


def test_signs_that_disagree_are_not_added_up(client, filled):
    Projection.objects.filter(code="31301").update(recent_conditions="strong-surplus-signs")
    page = client.get(f"{NURSES_EN}?region=03").page.text
    assert "The signs disagree Published signs: 4." in page


def test_an_occupation_without_signs_says_so(client, filled):
    page = client.get(ECONOMISTS).page.text
    assert "No sign is published" in page
    assert "That does not mean that recruiting is easy, or difficult." in page


def test_feeders_by_the_rule(client, filled):
    """Nurses earn 40.00 an hour in Québec, 38.00 in Montréal: 78,000 and 74,100 a year."""
    for rank, code in enumerate(("72310", "31110", "00010", "41401"), start=2):
        SimilarOccupation.objects.create(unit_group_id="31301", other_id=code, rank=rank, likeness=90 - rank)
    pays(filled, "31302", "00", "41")  # similar, same minor group
    pays(filled, "31110", "06", "39.90")  # a twentieth more than in Montréal
    pays(filled, "00010", "06", "20")  # management asks for more
    page = client.get(f"{NURSES_EN}?region=06").page
    assert "Feeder occupations 3 The most alike: Nurse practitioners" in page.text
    assert "Nurse practitioners 31302 Upgrading Likeness 88 out of 100. TEER 1, university degree." in page.text
    assert "$41.00 an hour (Whole of Québec), 2% less here. In common: writing; biology." in page.text
    assert "Carpenters 72310 Requalification" in page.text
    assert "$61,200 a year (Whole of Québec), 27% more here." in page.text
    assert "Dentists 31110 Requalification" in page.text
    assert "Legislators 00010" not in page.text
    assert "Economists 41401" not in page.text  # no wage in Montréal nor in Québec
    assert page.find("a", href="/en/occupations/31302-nurse-practitioners/?region=06")
    assert page.find("a", href="/en/lexicon/?region=06#requalification")
    Wage.objects.filter(unit_group_id="31110").update(median="39.91")
    cache.clear()
    assert "Dentists 31110" not in client.get(f"{NURSES_EN}?region=06").page.text


def test_what_is_to_develop_is_what_the_one_who_hires_asks_for(client, filled):
    """Nurse practitioners, made weak in writing here, are strong in numeracy, which nurses need not be."""
    pays(filled, "31302", "00", "41")
    Characteristic.objects.filter(unit_group_id="31302", descriptor_id="F01b02").update(value=2)
    assert "In common: biology. To develop: writing." in client.get(NURSES_EN).page.text


def test_no_feeder_meets_the_rule(client, filled):
    pays(filled, "31302", "00", "42.01")
    page = client.get(NURSES_EN).page.text
    assert "Feeder occupations 0" in page
    assert "None of the occupations that resemble this one meets the rule" in page


def test_an_occupation_that_resembles_none_has_no_such_section(client, filled):
    page = client.get(ECONOMISTS).page
    assert not page.find("section", id="feeders")
    assert not page.find("a", href="#feeders")
    assert "Note on oasis." not in page.text


def test_what_to_check_and_where_they_work(client, filled):
    page = client.get(f"{NURSES_EN}?region=06").page
    assert "look the person up in the order's roll" in page.text
    assert "Nurse Exclusive practice – Order of nurses" in page.text
    assert "Hospitals NAICS 622" in page.text
    assert page.find("a", href="/en/sectors/groupings/38-health-care/?region=06")
    assert "no professional order and no licence" in client.get(ECONOMISTS).page.text


def test_every_section_is_in_the_table_of_contents(client, filled):
    page = client.get(f"{NURSES_EN}?region=06").page
    entries = {link["href"] for _, link in page.elements if link.get("href", "").startswith("#")}
    assert {f"#{found['id']}" for found in page.find("section")} <= entries
    assert {entry for entry in entries if entry[1:]} <= {f"#{each.get('id')}" for _, each in page.elements}


def test_every_release_used_is_among_the_sources(client, filled):
    page = client.get(f"{NURSES_FR}?region=06").page.text
    listed = page[page.rindex("Note sur wages.") :]
    for slug in ("outlooks-demonstration", "in-demand-demonstration", "cops", "oasis", "noc", "regulations", "naics"):
        assert f"Note sur {slug}." in listed
    assert "Note sur workforce" not in page


def test_the_occupation_the_home_page_and_the_employer_s_view_lead_to_one_another(client, filled):
    occupation = NURSES_FR.removesuffix("employeur/")
    assert client.get(f"{NURSES_FR}?region=06").page.find("a", href=f"{occupation}?region=06")
    assert client.get(f"{occupation}?region=06").page.find("a", href=f"{NURSES_FR}?region=06")
    assert client.get(NURSES_FR).page.toggle == NURSES_EN
    assert "Point de vue de l’employeur" in client.get("/fr/").page.text


def test_addresses(client, filled):
    moved = client.get("/fr/metiers/31301-ancien-nom/employeur/?region=06&wage=25&per=hour")
    assert (moved.status_code, moved["Location"]) == (301, f"{NURSES_FR}?region=06&wage=25&per=hour")
    for address in ("/fr/metiers/3-secteur-de-la-sante/employeur/", "/fr/metiers/99999-rien/employeur/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(("language", "address"), [("fr", f"{NURSES_FR}salaires.csv"), ("en", f"{NURSES_EN}wages.csv")])
def test_the_wages_as_csv_with_their_source(client, filled, language, address):
    Wage.objects.filter(unit_group_id="31301", region_id="06").update(quartile_1=30, quartile_3=45, average="39.10")
    response = client.get(address)
    assert response.headers["Content-Disposition"].endswith(f'-{language}.csv"')
    head, *rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    found = {row[2]: dict(zip(head, row, strict=True)) for row in rows}
    montreal = list(found["Montréal"].values())
    assert montreal[:2] == ["31301", head and found["Montréal"][head[1]]]
    assert montreal[4:11] == ["25.81", "30.00", "38.00", "45.00", "50.39", "39.10", "-5.0"]
    assert montreal[12] == "2024"
    assert montreal[-2] == "2026-01-14"
    assert list(found["Capitale-Nationale"].values())[10:12] == ["", {"fr": "oui", "en": "yes"}[language]]
    withheld = list(found["Gaspésie–Îles-de-la-Madeleine"].values())
    assert withheld[-1] == {"fr": "Échantillon trop petit.", "en": "The sample is too small."}[language]
    assert not any(withheld[3:-1])


@pytest.mark.parametrize("query", ["", "?region=06", "?region=06&wage=39&per=hour"])
def test_few_queries_for_a_page_that_nobody_has_asked_for(client, filled, django_assert_max_num_queries, query):
    cache.clear()
    with django_assert_max_num_queries(12):
        first = client.get(f"{NURSES_EN}{query}")
    with django_assert_max_num_queries(0):
        again = client.get(f"{NURSES_EN}{query}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_rollback_of_the_ratings_takes_the_feeders_away(client, filled):
    Release.objects.filter(dataset_id="oasis").update(state="superseded")
    assert not client.get(NURSES_EN).page.find("section", id="feeders")
