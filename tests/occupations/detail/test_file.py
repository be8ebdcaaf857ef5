"""The sections of the occupation file that come from other tables than wages and prospects."""

import pytest

from occupations.models import (
    Characteristic,
    Descriptor,
    FieldOfInterest,
    NocGroup,
    OccupationField,
    SimilarOccupation,
)
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
