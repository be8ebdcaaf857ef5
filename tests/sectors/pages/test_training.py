"""What people study for the occupations of a sector of activity."""

from datetime import date

import pytest
from django.core.cache import cache

from tests.occupations.detail.world import publish
from training.models import Programme, ProgrammeOccupation

HOSPITALS = "/en/sectors/groupings/34-hospitals/"


@pytest.fixture
def taught(world):
    """Two programmes for nurses, who are mostly in hospitals; one for economists, who are there as well."""
    publish("programme-occupations", kind="portal")
    for identifier, title, noc, kind in (
        ("180a0", "Nursing", "31301", "leads-to"),
        ("5325", "Assistance", "31301", "may-lead-to"),
        ("bac-economie", "Economics", "41401", "leads-to"),
    ):
        Programme.objects.create(
            identifier=identifier, title_fr=title, title_en=title, credential="bachelor", evidence="compiled"
        )
        ProgrammeOccupation.objects.create(
            programme_id=identifier, unit_group_id=noc, kind=kind, reviewed_on=date(2026, 11, 1)
        )


def test_programs_of_the_occupations_found_here_most(client, taught):
    page = client.get(HOSPITALS + "?region=06").page
    assert "Training for these occupations" in page.text
    assert page.find("a", href="/en/training/programs/180a0/nursing/?region=06")
    assert "Leads to: Registered nurses" in page.text
    assert "Economics" not in page.text
    assert "Assistance" not in page.text


def test_nothing_is_said_where_nothing_leads_there(client, world):
    assert "Training for these occupations" not in client.get(HOSPITALS).page.text


def test_twelve_queries_at_most_with_nothing_remembered(client, taught, django_assert_max_num_queries):
    cache.clear()
    with django_assert_max_num_queries(12):
        client.get(HOSPITALS + "?region=06")
