"""The sections of the occupation file that come from other tables than wages and prospects."""

import pytest

from catalog.models import DataVersion
from occupations.models import InDemand, NocGroup
from tests.occupations.detail import file_world
from tests.occupations.detail.file_world import RATINGS
from tests.occupations.detail.world import publish

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/"
NURSES_EN = "/en/occupations/31301-registered-nurses/"


@pytest.fixture
def rated(world):
    """Ratings of nurses and of nurse practitioners, who resemble them."""
    return file_world.rated()


def test_interests_come_first_and_in_their_order(client, rated):
    page = client.get(NURSES_EN).page.text
    assert "Interests that go with this work Social, Investigative" in page
    assert "Suits above all people who like to help, teach" in page


def test_what_counts_most_is_said_in_sentences(client, rated):
    page = client.get(NURSES_EN).page.text
    assert "Calls for a high level of writing." in page
    assert "Calls for good knowledge: biology." in page
    assert "You have to stand about half the time." in page
    assert "of numeracy" not in page  # less than half of its scale
    assert page.count("deadlines") == 1  # measured twice, said once
    assert "seasonal" not in page  # not a level
    assert "Demande un niveau élevé de rédaction." in client.get(NURSES_FR).page.text


def test_the_relation_to_data_people_and_things_is_a_mean(client, rated):
    page = client.get(NURSES_EN).page.text
    assert "With data and ideas complex tasks (3.5 out of 5)" in page
    assert "With people very complex tasks (5.0 out of 5)" in page
    assert "With things and machines very simple tasks (1.0 out of 5)" in page


def test_the_counsellor_view_lists_every_rating(client, rated):
    plain = client.get(f"{NURSES_EN}?region=06").page
    assert plain.find("a", href="?region=06&view=counsellor#counsellor-view")
    assert not plain.find("table", class_="data compact figures ratings")
    page = client.get(f"{NURSES_EN}?region=06&view=counsellor").page
    assert "Writing F01b02 Level of proficiency high 4/5 3–5 80%" in page.text
    assert "Type of Schedules J01c03 Type of schedule seasonal 3/3 3 50%" in page.text
    assert page.find("a", href="?region=06#characteristics")
    for code, *_ in RATINGS:
        assert f" {code} " in page.text


def test_similar_occupations_say_why(client, rated):
    page = client.get(f"{NURSES_EN}?region=06").page
    assert page.find("a", href="/en/occupations/31302-nurse-practitioners/?region=06")
    assert "likeness 88 out of 100 In common: writing; biology. To develop: numeracy." in page.text


def test_a_retired_occupation_is_not_proposed(client, rated):
    NocGroup.objects.filter(pk="31302").update(retired_on="2026-03-01")
    assert "out of 100" not in client.get(NURSES_EN).page.text


def test_an_occupation_without_ratings_has_no_such_section(client, rated):
    page = client.get("/en/occupations/41401-economists/").page
    assert not page.find("section", id="characteristics")
    assert not page.find("a", href="#characteristics")
    assert "Note on oasis." not in page.text
    assert "Note on oasis." in client.get(NURSES_EN).page.text


@pytest.fixture
def placed(world):
    """Fields of interest and industries of nurses, the closest and the main one first."""
    return file_world.placed()


def test_fields_of_interest_the_closest_first(client, placed):
    page = client.get(f"{NURSES_FR}?region=06").page
    assert "Champs d’intérêt Soins et assistance ; Conseiller et aider" in page.text
    assert page.find("a", href="/fr/metiers/?field=care&region=06")


def test_sectors_the_main_one_first(client, placed):
    page = client.get(f"{NURSES_EN}?region=06").page
    assert "Hospitals NAICS 622 Sector of activity: Health care Ambulatory care NAICS 621" in page.text
    assert page.find("a", href="/en/sectors/?region=06")
    assert page.find("a", href="/en/sectors/622-hospitals/?region=06")
    assert page.find("a", href="/en/sectors/groupings/38-health-care/?region=06")
    assert "Note on occupation-industries." in page.text


def test_what_is_not_loaded_has_no_section(client, world):
    page = client.get(NURSES_EN).page
    for section in ("characteristics", "sectors"):
        assert not page.find("section", id=section)
        assert not page.find("a", href=f"#{section}")


def test_job_offers_are_on_other_sites_and_announced(client, world):
    french, english = client.get(NURSES_FR).page, client.get(NURSES_EN).page
    (address,) = [link["href"] for link in english.find("a", class_="external") if "jobbank" in link["href"]]
    assert address == "https://www.jobbank.gc.ca/jobsearch/jobsearch?fprov=QC&fn21=31301"
    assert any("guichetemplois" in link["href"] for link in french.find("a", class_="external"))
    assert "Job Bank: offers for this occupation in Québec (other site)" in english.text


def test_training_leads_to_the_door_and_promises_nothing(client, world):
    page = client.get(f"{NURSES_EN}?region=06").page
    assert page.find("a", href="/en/training/?region=06")
    assert "No program of the portal’s table leads to this occupation" in page.text


@pytest.fixture
def in_demand(world):
    """Nurses: in demand in Capitale-Nationale, not in Montréal nor in Québec, and nothing is said of Gaspésie."""
    return file_world.in_demand()


def test_in_demand_now_beside_the_prospects(client, in_demand):
    page = client.get(f"{NURSES_EN}?region=03").page
    assert "In demand now Yes Capitale-Nationale, 2026-07 – 2026-12 Kind of data: Demonstration" in page.text
    assert "looking for more workers than they find" in page.text
    assert "one speaks of these months, the other of the years to come" in page.text
    assert page.text.count("Note on in-demand-demonstration.") == 2  # with the figure, and among the sources
    elsewhere = client.get(f"{NURSES_EN}?region=06").page
    assert "In demand now No Montréal" in elsewhere.text
    assert elsewhere.find("a", href="?region=03#demand")


def test_a_region_of_which_nothing_is_said_has_the_demand_of_quebec(client, in_demand):
    page = client.get(f"{NURSES_FR}?region=11").page.text
    assert "En demande actuellement Non valeur pour l’ensemble du Québec , 2026-07" in page


def test_demand_that_no_edition_tells_is_said_not_to_be_published(client, world):
    page = client.get(f"{NURSES_EN}?region=06").page
    reason = "No edition says whether this occupation is in demand now in this region."
    assert f"In demand now NP Not published {reason}" in page.text
    assert page.text.count(reason) == 2  # in the glance and beside the prospects


def test_a_real_edition_takes_the_place_of_the_demonstration(client, in_demand):
    real = publish("in-demand", reference_period="2027-01")
    InDemand.objects.create(release=real, unit_group_id="31301", region_id="06", in_demand=True)
    page = client.get(f"{NURSES_EN}?region=06").page.text
    assert "In demand now Yes Montréal, 2027-01 Kind of data: Official" in page
    assert "Note on in-demand-demonstration." not in page


@pytest.fixture
def regulated(world):
    return file_world.regulated()


def test_a_regulated_occupation_has_its_order_and_its_site(client, regulated):
    page = client.get(NURSES_EN).page
    assert "Regulated Yes Order of nurses Kind of data: Portal's own" in page.text
    assert page.find("a", class_="external", href="https://oiiq.example/")
    assert page.text.index("For all jobs of this occupation.") < page.text.index(
        "Only for the jobs that this title names"
    )
    assert "Compiled by the portal, to be confirmed with the body." in page.text


def test_an_occupation_out_of_the_list_is_not_said_to_be_free(client, regulated):
    page = client.get("/en/occupations/41401-economists/").page.text
    assert "Regulated Not that the portal knows" in page
    assert "The list may be incomplete" in page


@pytest.fixture
def employed(world):
    return file_world.employed()


def test_the_people_employed_by_age_sex_and_time(client, employed):
    page = client.get(f"{NURSES_EN}?region=06").page
    assert "People employed 1,000 value for the whole of Québec , 2023 Kind of data: Demonstration" in page.text
    assert "none is published for a region" in page.text
    assert "35 to 44 500 50.0% 45 to 54 100 10.0%" in page.text
    assert "Women 900 90.0% Men 100 10.0%" in page.text
    assert "Full time 750 75.0% Part time 250 25.0%" in page.text
    widths = [found["width"] for found in page.find("rect", height="100%")]
    assert widths == ["20.0%", "20.0%", "100.0%", "20.0%", "20.0%", "20.0%", "100.0%", "11.1%", "100.0%", "33.3%"]
    assert page.text.count("Note on workforce-demonstration.") == 2


def test_a_withheld_number_has_its_reason(client, employed):
    page = client.get("/fr/metiers/72310-charpentiers-menuisiers-charpentieres-menuisieres/").page.text
    assert "Temps partiel N. P. Non publié : Trop peu de personnes : le diffuseur a retenu ce chiffre. –" in page


def test_non_traditional_is_said_with_the_share(client, employed):
    page = client.get("/en/occupations/72310-carpenters/").page.text
    assert "Women hold 30.0% of the jobs in the whole of Québec. That is fewer than one in three" in page
    assert "does not count as non-traditional" in client.get(NURSES_EN).page.text
    assert "Women hold" not in client.get("/en/occupations/41401-economists/").page.text


def test_an_edition_without_the_occupation_says_so(client, employed):
    assert "no employment figure for this occupation" in client.get("/en/occupations/41401-economists/").page.text


def test_the_whole_file_takes_twelve_queries(
    client, rated, placed, in_demand, regulated, employed, django_assert_max_num_queries
):
    publish("noc-texts")
    DataVersion.objects.create(number=1)
    with django_assert_max_num_queries(12):
        assert client.get(f"{NURSES_EN}?region=06&view=counsellor").status_code == 200


def test_the_summary_comes_first(client, rated, placed):
    page = client.get(NURSES_EN).page.text
    assert "Calls for a high level of writing. Most often found in: Hospitals. Job prospects" in page


def test_the_pdf_sheet_says_them_too(client, rated, placed, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        said = client.get(f"{NURSES_FR}fiche.pdf").sheet.text
    for section in ("Caractéristiques", "Champs d’intérêt", "Secteurs d’activité", "Professions semblables"):
        assert section in said
    assert "Infirmiers praticiens/infirmières praticiennes (31302). " in said
    assert "2023 v1.0" in said  # the edition of the ratings, in its source line
