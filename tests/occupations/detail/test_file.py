"""The sections of the occupation file that come from other tables than wages and prospects."""

import io

import pytest
from pypdf import PdfReader

from catalog.models import DataVersion
from occupations.models import (
    Characteristic,
    Descriptor,
    FieldOfInterest,
    InDemand,
    NocGroup,
    OccupationField,
    Regulation,
    RegulatoryBody,
    SimilarOccupation,
    Workforce,
)
from occupations.models.workforce import AGES
from sectors.models import Grouping, Industry, OccupationIndustry
from tests.occupations.detail.world import publish

NURSES_FR = "/fr/metiers/31301-infirmiers-autorisesinfirmieres-autorisees/"
NURSES_EN = "/en/occupations/31301-registered-nurses/"

# Code, names, measure, and the ratings of nurses (value, lowest, highest, standing) and of nurse practitioners.
RATINGS = [
    ("C01a02", "Investigateur", "Investigative", "interest", (1, 1, 1, 60), (3, 3, 3, 90)),
    ("C01a04", "Social", "Social", "interest", (3, 3, 3, 90), (0, 0, 0, 0)),
    ("F01b02", "Rédaction", "Writing", "proficiency", (4, 3, 5, 80), (4, 4, 4, 80)),
    ("F01c01", "Numératie", "Numeracy", "proficiency", (2, 2, 2, 20), (5, 5, 5, 99)),
    ("G08a01", "Biologie", "Biology", "knowledge", (2, 2, 2, 85), (2, 2, 2, 85)),
    ("J01c02", "Contraintes de temps", "Time Pressure", "frequency", (5, 5, 5, 70), (5, 5, 5, 70)),
    ("J01c02-importance", "Contraintes de temps", "Time Pressure", "importance", (4, 4, 4, 60), (4, 4, 4, 60)),
    ("J01c03", "Type d’horaires", "Type of Schedules", "schedule", (3, 3, 3, 50), (1, 1, 1, 50)),
    ("J03a10", "Rester debout", "Standing", "duration", (3, 3, 3, 40), (3, 3, 3, 40)),
    ("K01a01", "Obtention d’information", "Getting information", "complexity", (4, 4, 4, 60), (4, 4, 4, 60)),
    ("K03a01", "Juger de la qualité", "Judging quality", "complexity", (3, 3, 3, 60), (4, 4, 4, 60)),
    ("K04a12", "Offrir des soins", "Providing care", "complexity", (5, 5, 5, 99), (4, 4, 4, 60)),
    ("K02a01", "Manipuler des objets", "Handling objects", "complexity", (1, 1, 1, 10), (4, 4, 4, 60)),
]


@pytest.fixture
def rated(world):
    """Ratings of nurses and of nurse practitioners, who resemble them."""
    release = publish("oasis", label="2023 v1.0", reference_period="2023")
    publish("oasis-descriptors")
    Descriptor.objects.bulk_create(
        Descriptor(code=code, name_fr=fr, name_en=en, measure=measure) for code, fr, en, measure, *_ in RATINGS
    )
    Characteristic.objects.bulk_create(
        Characteristic(
            release=release,
            unit_group_id=noc,
            descriptor_id=rating[0],
            **dict(zip(("value", "lowest", "highest", "standing"), rating[place], strict=True)),
        )
        for rating in RATINGS
        for noc, place in (("31301", 4), ("31302", 5))
    )
    SimilarOccupation.objects.create(unit_group_id="31301", other_id="31302", rank=1, likeness=88)
    return release


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
    for slug in ("fields-of-interest", "occupation-fields", "naics", "occupation-industries"):
        publish(slug, kind="portal")
    FieldOfInterest.objects.create(code="care", name_fr="Soins et assistance", name_en="Care and assistance")
    FieldOfInterest.objects.create(code="counselling", name_fr="Conseiller et aider", name_en="Counselling, helping")
    for rank, field in ((2, "counselling"), (1, "care")):
        OccupationField.objects.create(unit_group_id="31301", field_id=field, rank=rank)
    health = Grouping.objects.create(code="38", name_fr="Santé", name_en="Health care")
    Industry.objects.create(code="621", name_fr="Soins ambulatoires", name_en="Ambulatory care")
    Industry.objects.create(code="622", name_fr="Hôpitaux", name_en="Hospitals", grouping=health)
    for rank, industry in ((2, "621"), (1, "622")):
        OccupationIndustry.objects.create(unit_group_id="31301", industry_id=industry, rank=rank)


def test_fields_of_interest_the_closest_first(client, placed):
    assert "Champs d’intérêt Soins et assistance; Conseiller et aider" in client.get(NURSES_FR).page.text


def test_sectors_the_main_one_first(client, placed):
    page = client.get(f"{NURSES_EN}?region=06").page
    assert "Hospitals NAICS 622 Sector of activity: Health care Ambulatory care NAICS 621" in page.text
    assert page.find("a", href="/en/sectors/?region=06")
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
    assert "are in preparation in this portal" in page.text


@pytest.fixture
def in_demand(world):
    """Nurses: in demand in Capitale-Nationale, not in Montréal nor in Québec, and nothing is said of Gaspésie."""
    release = publish("in-demand-demonstration", kind="demonstration", reference_period="2026-07 – 2026-12")
    for region, demand in (("00", False), ("03", True), ("06", False)):
        InDemand.objects.create(release=release, unit_group_id="31301", region_id=region, in_demand=demand)
    return release


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


def test_a_real_edition_takes_the_place_of_the_demonstration(client, in_demand):
    real = publish("in-demand", reference_period="2027-01")
    InDemand.objects.create(release=real, unit_group_id="31301", region_id="06", in_demand=True)
    page = client.get(f"{NURSES_EN}?region=06").page.text
    assert "In demand now Yes Montréal, 2027-01 Kind of data: Official" in page
    assert "Note on in-demand-demonstration." not in page


@pytest.fixture
def regulated(world):
    for slug in ("regulations", "regulatory-bodies"):
        publish(slug, kind="portal")
    order = RegulatoryBody.objects.create(
        code="oiiq",
        name_fr="Ordre infirmier",
        name_en="Order of nurses",
        is_order=True,
        website="https://oiiq.example/",
    )
    for title, covers_all in (("Nurse anaesthetist", False), ("Nurse", True)):
        Regulation.objects.create(
            unit_group_id="31301",
            body=order,
            title_fr=title,
            title_en=title,
            kind="exclusive-practice",
            covers_all=covers_all,
            evidence="compiled",
        )


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
    release = publish("workforce-demonstration", kind="demonstration", reference_period="2023")
    ages = dict.fromkeys(AGES, 100) | {"age_35_44": 500}
    Workforce.objects.create(
        release=release, unit_group_id="31301", employed=1000, women=900, men=100, full_time=750, part_time=250, **ages
    )
    Workforce.objects.create(
        release=release, unit_group_id="72310", employed=1000, women=300, men=700, full_time=1000, part_time=None
    )
    return release


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
    page = client.get("/fr/metiers/72310-charpentiers-menuisierscharpentieres-menuisieres/").page.text
    assert "Temps partiel N. P. Non publié : Trop peu de personnes : le diffuseur a retenu ce chiffre. –" in page


def test_non_traditional_is_said_with_the_share(client, employed):
    page = client.get("/en/occupations/72310-carpenters/").page.text
    assert "Women hold 30.0% of the jobs in the whole of Québec. That is fewer than one in three" in page
    assert "does not count as non-traditional" in client.get(NURSES_EN).page.text
    assert "Women hold" not in client.get("/en/occupations/41401-economists/").page.text


def test_an_edition_without_the_occupation_says_so(client, employed):
    assert "no employment figure for this occupation" in client.get("/en/occupations/41401-economists/").page.text


def test_the_whole_file_takes_fourteen_queries(
    client, rated, placed, in_demand, regulated, employed, django_assert_max_num_queries
):
    publish("noc-texts")
    DataVersion.objects.create(number=1)
    client.get(f"{NURSES_EN}?region=06")  # what all pages of a region have in common is remembered
    with django_assert_max_num_queries(14):
        assert client.get(f"{NURSES_EN}?region=06&view=counsellor").status_code == 200


def test_the_summary_comes_first(client, rated, placed):
    page = client.get(NURSES_EN).page.text
    assert "Calls for a high level of writing. Most often found in: Hospitals. Job prospects" in page


def test_the_pdf_sheet_says_them_too(client, rated, placed, django_assert_max_num_queries):
    client.get(NURSES_EN)  # what is read once per data version
    with django_assert_max_num_queries(12):
        sheet = PdfReader(io.BytesIO(client.get(f"{NURSES_FR}fiche.pdf").content))
    said = " ".join(" ".join(page.extract_text() for page in sheet.pages).split())
    for section in ("Caractéristiques", "Champs d’intérêt", "Secteurs d’activité", "Professions semblables"):
        assert section in said
    assert "Infirmiers praticiens/infirmières praticiennes (31302). " in said
    assert "2023 v1.0" in said  # the edition of the ratings, in its source line
