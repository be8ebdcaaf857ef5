"""What search takes from the portal's own texts."""

import pytest
from django.db import connection

from occupations.models import JobTitle, NocGroup, PlainProfile, SearchTerm
from occupations.search import search
from occupations.search.index import rebuild
from tests.occupations.detail.file_world import RELATED, TOLD_EN, TOLD_FR


@pytest.fixture
def told(classes):
    PlainProfile.objects.create(unit_group_id="31301", text_fr=TOLD_FR, text_en=TOLD_EN, related=RELATED)


def hits(query: str, language: str = "fr") -> list[tuple[str, str | None]]:
    """Return the code of each hit and the title that matched."""
    with connection.cursor() as cursor:
        rebuild(cursor)
    return [(hit.code, hit.title) for hit in search(query, language)]


def test_a_name_of_the_profile_leads_to_it(told):
    assert hits("garde-malade")[0] == ("31301", "garde-malade")


def test_a_duty_leads_to_it_under_the_name_of_the_occupation(told):
    assert hits("changer des pansements")[0] == ("31301", None)


def test_a_name_comes_before_a_sentence(told):
    SearchTerm.objects.create(unit_group_id="72106", language="fr", term="rassurer les familles", position=1)
    assert [code for code, _title in hits("rassurer les familles")] == ["72106", "31301"]


def test_a_name_that_is_the_official_title_of_another_occupation_leads_there(told):
    JobTitle.objects.create(unit_group_id="72106", language="fr", title="garde", is_illustrative=False)
    assert [code for code, title in hits("garde") if title == "garde"] == ["72106"]


def test_the_profile_of_a_retired_occupation_is_left_out(told):
    NocGroup.objects.filter(pk="31301").update(retired_on="2026-03-01")
    assert hits("garde-malade") == []
