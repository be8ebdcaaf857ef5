"""What people study for the occupations of a sector of activity, and of a class of NAICS."""

from datetime import date

import pytest
from django.core.cache import cache

from sectors.models import OccupationIndustry
from tests.occupations.detail.world import publish
from training.models import Programme, ProgrammeOccupation

HOSPITALS = "/en/sectors/groupings/34-hospitals/"
SUBSECTOR = "/en/sectors/622-hospitals/"
BELOW = "/en/sectors/622111-general-except-paediatric-hospitals/"


@pytest.fixture
def taught(world):
    """Two programmes for nurses, who are mostly in hospitals; one for economists, who are there as well.

    Two for carpenters, whom this small world has mostly in hotels.
    """
    OccupationIndustry.objects.filter(unit_group="72310").update(rank=1)
    publish("programme-occupations", kind="portal")
    for identifier, title, noc, kind in (
        ("180a0", "Nursing", "31301", "leads-to"),
        ("5325", "Assistance", "31301", "may-lead-to"),
        ("bac-economie", "Economics", "41401", "leads-to"),
        ("5319", "Carpentry", "72310", "leads-to"),
        ("5428", "Masonry", "72310", "leads-to"),
    ):
        Programme.objects.create(
            identifier=identifier, title_fr=title, title_en=title, credential="bachelor", evidence="compiled"
        )
        ProgrammeOccupation.objects.create(
            programme_id=identifier, unit_group_id=noc, kind=kind, reviewed_on=date(2026, 11, 1)
        )


@pytest.mark.parametrize("address", [HOSPITALS, SUBSECTOR, "/en/sectors/62-health-care-and-social-assistance/"])
def test_programs_of_the_occupations_found_here_most(client, taught, address):
    page = client.get(address + "?region=06").page
    assert "Training for these occupations" in page.text
    assert page.find("a", href="/en/training/programs/180a0/nursing/?region=06")
    assert "Leads to: Registered nurses" in page.text
    assert "Economics" not in page.text
    assert "Assistance" not in page.text


@pytest.mark.parametrize(
    ("address", "at", "text"),
    [
        (BELOW, SUBSECTOR, "Hospitals: see the program that leads to the occupations found there"),
        (
            "/en/sectors/722-food-services-and-drinking-places/",
            "/en/sectors/groupings/38-accommodation-and-food-services/",
            "Accommodation and food services: see the 2 programs that lead to",
        ),
    ],
)
def test_a_class_leads_to_the_programs_of_what_its_occupations_are_known_by(client, taught, address, at, text):
    page = client.get(address + "?region=06").page
    assert page.find("a", href=f"{at}?region=06#training")
    assert text in page.text
    assert not page.find("a", href="/en/training/programs/180a0/nursing/?region=06")
    assert client.get(at).page.find("section", id="training")


@pytest.mark.parametrize("address", [HOSPITALS, SUBSECTOR, BELOW])
def test_nothing_is_said_where_nothing_leads_there(client, world, address):
    assert "Training for these occupations" not in client.get(address).page.text


@pytest.mark.parametrize("address", [HOSPITALS, SUBSECTOR, BELOW])
def test_twelve_queries_at_most_with_nothing_remembered(client, taught, django_assert_max_num_queries, address):
    cache.clear()
    with django_assert_max_num_queries(12):
        client.get(address + "?region=06")
