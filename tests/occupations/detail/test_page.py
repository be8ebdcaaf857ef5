"""What the page of a unit group says, in each of the situations of the small world."""

import pytest
from django.core.cache import cache

from catalog.models import Dataset, Release
from occupations.models import NocGroup, OfficialText, Outlook, OutlookLevel, Wage
from tests.occupations.detail.world import publish

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/"
NURSES_EN = "/en/occupations/31301-registered-nurses/"
LEGISLATORS = "/fr/metiers/00010-membres-des-corps-legislatifs/"
ECONOMISTS = "/en/occupations/41401-economists/"
CARPENTERS = "/fr/metiers/72310-charpentiers-menuisiers-charpentieres-menuisieres/"


def test_a_region_with_its_own_figures(client, world):
    page = client.get(f"{NURSES_FR}?region=06").page.text
    assert "Infirmiers autorisés/ infirmières autorisées" in page
    assert "38,00 $ l’heure" in page
    assert "environ 74 100 $ par année, selon l’estimation du portail" in page
    assert "2,00 $ (5,0 %) moins élevé que dans l’ensemble du Québec" in page
    assert "Montréal, 2025 Modérées Phrase sur Modérées." in page
    assert "valeur pour l’ensemble du Québec" not in page


def test_the_whole_of_quebec_in_english(client, world):
    page = client.get(NURSES_EN).page.text
    assert "Registered nurses" in page
    assert "$40.00 an hour" in page
    assert "Most earn between $26.00 and $50.00." in page
    assert "Whole of Québec, 2025 Good Sentence on Good." in page
    assert "University degree" in page


def test_a_region_without_figures_falls_back_on_quebec_and_says_so(client, world):
    page = client.get(f"{NURSES_FR}?region=11").page.text
    assert "40,00 $ l’heure environ 78 000 $ par année, selon l’estimation du portail valeur pour l’ensemble" in page
    assert "Bonnes valeur pour l’ensemble du Québec" in page
    assert "Échantillon trop petit." in page


def test_figures_borrowed_from_quebec_are_not_a_likeness(client, world):
    page = client.get(f"{NURSES_EN}?region=03").page.text
    assert "All three figures are those of the whole of Québec" in page
    assert "“Same figures”: low, median and high are those of the whole of Québec." in page
    assert "Capitale-Nationale your region $26.00 $40.00 $50.00 same figures" in page
    assert "“Same figures”" not in client.get(ECONOMISTS).page.text


def test_no_figure_at_all_is_not_published_with_the_reason(client, world):
    page = client.get(f"{LEGISLATORS}?region=06").page.text
    assert "N. P." in page
    assert "Cette édition ne contient rien pour cette profession sur ce territoire." in page
    assert "Indéterminées" in page
    assert "le diffuseur ne publie pas de projection nationale" in page
    assert not client.get(LEGISLATORS).page.find("figure")


def test_a_wage_in_one_region_only(client, world):
    response = client.get(ECONOMISTS)
    assert "No wage is published for this occupation (Whole of Québec)." in response.page.text
    assert response.page.find("a", href="?region=03#wages")
    assert "$46.70" in response.page.text
    assert "No level was published for this occupation" in response.page.text
    assert "This edition has no national projection" in response.page.text
    assert "$46.70 an hour" in client.get(f"{ECONOMISTS}?region=03").page.text


def test_a_wage_published_by_the_year_is_shown_by_the_year_only(client, world):
    page = client.get(CARPENTERS).page.text
    assert "61 200 $ par année" in page
    assert "Salaire annuel dans chaque région" in page
    assert "l’heure" not in page
    assert "estimation" not in page


def test_what_a_wage_was_made_from_and_the_publisher_s_remark(client, world):
    Wage.objects.filter(unit_group_id="31301", region_id="06").update(
        comes_from_en="Labour Force Survey", comment_en="Three years together."
    )
    page = client.get(f"{NURSES_EN}?region=06").page.text
    assert "Made by the publisher from: Labour Force Survey. The publisher's remark: Three years together." in page
    assert "Made by the publisher" not in client.get(NURSES_EN).page.text


def test_yearly_amounts_are_the_portal_s_estimate(client, world):
    page = client.get(NURSES_FR).page.text
    assert "37,5 heures par semaine et 52 semaines par année" in page
    assert "Ces montants annuels ne sont pas publiés." in page
    assert "78 000 $" in page


def test_quartiles_and_averages_where_the_edition_has_them(client, world):
    nurses = Wage.objects.filter(unit_group_id="31301")
    nurses.filter(region_id="06").update(quartile_1=30, quartile_3=45, average="39.10")
    nurses.filter(region_id="00").update(average="39.50")
    page = client.get(f"{NURSES_EN}?region=06").page
    assert page.text.count("Half earn between $30.00 and $45.00 (first and third quartiles). Average: $39.10.") == 2
    assert "Whole of Québec NP Not published $40.00 NP Not published $39.50" in page.text
    assert "Montréal your region $30.00 $38.00 $45.00 $39.10" in page.text
    assert len(page.find("rect", class_="wage-chart-box")) == 1
    assert "Thick part: from the first to the third quartile." in page.text


def test_an_edition_without_quartiles_and_averages_leaves_no_trace(client, world):
    page = client.get(f"{NURSES_EN}?region=06").page
    assert "quartile" not in page.text.lower()
    assert "Average" not in page.text
    assert not page.find("rect", class_="wage-chart-box")


def test_demonstration_levels_are_announced_wherever_they_appear(client, world):
    montreal = client.get(f"{NURSES_EN}?region=06").page
    assert montreal.text.count("Note on outlooks-demonstration.") == 2  # over the level, and among the sources
    assert len(montreal.find("span", class_="badge badge-demonstration")) >= 3
    quebec = client.get(NURSES_EN).page
    assert quebec.text.index("Note on outlooks-demonstration.") < quebec.text.index("Prospects Whole of Québec")


def test_a_real_regional_edition_silences_the_demonstration(client, world):
    level = "job-bank-2024:limited"
    Outlook.objects.create(release=world["outlooks"], unit_group_id="31301", region_id="03", level_id=level)
    page = client.get(f"{NURSES_EN}?region=06").page
    assert not page.find("span", class_="badge badge-demonstration")
    assert "Good value for the whole of Québec" in page.text
    assert "There is no level for Montréal in the current edition." in page.text
    assert "Capitale-Nationale Limited" in page.text


def test_the_projection_is_canada_s_and_says_so(client, world):
    page = client.get(NURSES_FR).page.text
    assert "Canada, 2024-2033" in page
    assert "179 800 postes à pourvoir pour 159 500 personnes en recherche d’emploi" in page
    assert "Signes importants de pénurie" in page
    assert "Risque important de pénurie" in page
    assert "En 2023, la profession occupait 363 100 personnes au Canada." in page
    assert "−17 500" in page


def test_titles_are_in_the_page_s_language_the_main_ones_first(client, world):
    french = client.get(NURSES_FR).page.text
    assert french.index("infirmier clinicien/ infirmière clinicienne") < french.index("1 autre appellation d’emploi")
    assert french.index("1 autre appellation") < french.index("consultant/ consultante en soins infirmiers")
    assert "clinical nurse" not in french
    assert "clinical nurse" in client.get(NURSES_EN).page.text


def test_official_texts_appear_once_an_operator_has_loaded_them(client, world):
    assert "Statistics Canada, as published" not in client.get(NURSES_EN).page.text
    publish("noc-texts")
    NocGroup.objects.filter(pk="31301").update(definition_en="Nurses care.", definition_fr="On y soigne.")
    for position, (language, element, words) in enumerate(
        (
            ("en", "exclusion", "Midwives <b> (See 31302 Nurse practitioners)"),
            ("en", "duty", "Care for patients"),
            ("fr", "duty", "Soigner"),
        )
    ):
        OfficialText.objects.create(
            unit_group_id="31301", language=language, element=element, position=position, text=words
        )
    cache.clear()
    page = client.get(f"{NURSES_EN}?region=06").page
    assert "Official text of Statistics Canada" in page.text
    assert "Nurses care. Main duties Care for patients Exclusions Midwives <b> (See 31302 Nurse prac" in page.text
    assert page.find("a", href="/en/occupations/31302/?region=06")
    assert "Soigner" not in page.text


def test_the_place_in_the_classification(client, world):
    page = client.get(f"{NURSES_FR}?region=06").page
    for address in (
        "3-secteur-de-la-sante",
        "31-personnel-professionnel-de-la-sante",
        "313-soins-infirmiers",
        "3130-professionnels-des-soins-infirmiers",
        "31302-infirmiers-praticiens-infirmieres-praticiennes",
    ):
        assert page.find("a", href=f"/fr/metiers/{address}/?region=06")
    assert "3012 Infirmiers autorisés" in page.text


def test_every_release_used_is_among_the_sources(client, world):
    page = client.get(f"{NURSES_FR}?region=06").page.text
    sources = page[page.rindex("Note sur outlooks.") - 400 :]
    for slug in world:
        assert f"Note sur {slug}." in sources
    without_demonstration = client.get(CARPENTERS).page.text
    assert "Note sur outlooks-demonstration." not in without_demonstration
    assert "Note sur noc-2016." not in without_demonstration


def test_every_section_is_in_the_table_of_contents(client, world):
    page = client.get(NURSES_EN).page
    sections = [found["id"] for found in page.find("section")]
    entries = [link["href"] for _, link in page.elements if link.get("href", "").startswith("#")]
    assert len(sections) >= 10
    assert [entry for entry in entries if entry[1:] in sections][-len(sections) :] == [f"#{each}" for each in sections]


def test_the_place_of_a_wage_among_all_occupations(client, world):
    """By the year, a wage of 61,200 is less than 40 dollars an hour."""
    assert "Whole of Québec: this occupation earns more than 1 of the 1 other" in client.get(NURSES_EN).page.text
    assert "gagne davantage dans cette profession que dans 0 des 1 autres" in client.get(CARPENTERS).page.text
    assert "Capitale-Nationale: this occupation earns more than 1 of the 1" in (
        client.get(f"{ECONOMISTS}?region=03").page.text
    )
    assert "this occupation earns more" not in client.get(f"{NURSES_EN}?region=06").page.text  # alone there


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("job-bank-2024:very-limited", "more favourable"),
        ("job-bank-2024:very-good", "less favourable"),
        ("job-bank-2024:good", "The level is the same"),
        ("job-bank-2024:undetermined", "cannot be put in order"),
    ],
)
def test_what_changed_since_the_previous_edition(client, world, level, words):
    earlier(world, level)
    page = client.get(NURSES_EN).page.text
    assert words in page
    assert "Previous edition (2024):" in page
    assert "Since the previous edition" not in client.get(f"{NURSES_EN}?region=06").page.text  # another dataset


def test_editions_on_two_scales_are_not_compared(client, world):
    OutlookLevel.objects.create(code="job-bank-2015:fair", scale="job-bank-2015", rank=3, label_en="Fair")
    earlier(world, "job-bank-2015:fair")
    assert "Since the previous edition" not in client.get(NURSES_EN).page.text


def earlier(world, level: str) -> None:
    """Load an edition of 2024 with a level for nurses in Québec; the live one, of 2025, comes after it."""
    live = world["outlooks"]
    release = Release.objects.create(
        dataset=live.dataset,
        retrieved_at=live.retrieved_at,
        reference_period="2024",
        state="superseded",
        kind="official",
    )
    Outlook.objects.filter(release=live).update(release=newer(live))
    Outlook.objects.create(release=release, unit_group_id="31301", region_id="00", level_id=level)


def newer(live: Release) -> Release:
    """Publish the live edition again, after the one just made."""
    Release.objects.filter(pk=live.pk).update(state="superseded")
    again = Release.objects.create(
        dataset=live.dataset, retrieved_at=live.retrieved_at, reference_period="2025", state="live", kind="third-party"
    )
    Dataset.objects.filter(pk=live.dataset_id).update(live_release=again)
    return again


def test_an_unknown_region_shows_quebec(client, world):
    page = client.get(f"{NURSES_EN}?region=42").page.text
    assert "There is no region “42”" in page
    assert "$40.00 an hour" in page


@pytest.mark.parametrize(
    ("address", "budget"),
    [
        (NURSES_FR, 12),
        (f"{NURSES_EN}?region=06", 12),
        (f"{LEGISLATORS}?region=06", 12),
        (ECONOMISTS, 12),
        ("/fr/metiers/3-secteur-de-la-sante/?region=06", 8),
        ("/fr/metiers/3111-dentistes-et-audiologistes/", 8),
        ("/fr/metiers/4151/", 6),
        ("/fr/metiers/99999/", 6),
    ],
)
def test_few_queries(client, world, django_assert_max_num_queries, address, budget):
    """The first page that anybody asks for: nothing is remembered yet."""
    with django_assert_max_num_queries(budget):
        assert client.get(address).status_code in {200, 404}
