"""The portal's own texts on the page of an occupation."""

from datetime import date

import pytest

from occupations.models import EditedProfile, NocGroup, PlainProfile
from tests.occupations.detail import file_world
from tests.occupations.detail.file_world import RELATED, TOLD_EN, TOLD_FR

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/"
NURSES_EN = "/en/occupations/31301-registered-nurses/"


@pytest.fixture
def told(world):
    return file_world.told()


def test_the_summary_is_the_first_thing_said(client, told):
    page = client.get(NURSES_EN).page.text
    assert "At a glance Whole of Québec They care for sick people in hospitals. Kind of data: Portal's own" in page
    assert "Text reviewed on November 22, 2026 . Job prospects" in page


@pytest.mark.parametrize("is_told", [False, True])
def test_the_rule_made_sentence_stands_in_where_nothing_is_written(client, world, is_told):
    file_world.rated()
    if is_told:
        file_world.told()
    said = "At a glance Whole of Québec Suits above all people who like to help, teach"
    assert (said in client.get(NURSES_EN).page.text) is not is_told


def test_each_language_says_its_own(client, told):
    work = client.get(NURSES_FR).page.text
    assert (
        "Nature du travail À l’étage Donner les médicaments Changer les pansements À domicile Visiter les malades"
        in work
    )
    assert "On dit aussi garde-malade · nurse · garde" in work
    work = client.get(NURSES_EN).page.text
    assert "What people do Give drugs Dress wounds" in work
    assert "Where they work hospitals clinics What the work is like You walk a lot." in work


def test_requirements_are_those_of_quebec(client, told):
    said = (
        "Comment on y accède au Québec Un baccalauréat est habituellement exigé. Le permis de l’OIIQ est obligatoire."
    )
    assert said in client.get(NURSES_FR).page.text


def test_related_occupations_say_why_and_can_be_compared(client, told):
    page = client.get(f"{NURSES_EN}?region=06").page
    first = "Carpenters 72310 also stands all day · Compare the two Carpenters"
    assert f"To compare with {first} Nurse practitioners 31302 can prescribe too" in page.text
    assert page.find("a", href="/en/occupations/compare/?code=31301&code=72310&region=06")


def test_a_retired_occupation_is_not_to_be_compared_with(client, told):
    NocGroup.objects.filter(pk="72310").update(retired_on="2026-03-01")
    assert "also stands all day" not in client.get(NURSES_EN).page.text


def test_what_an_editor_wrote_comes_first(client, told):
    EditedProfile.objects.create(
        unit_group_id="31301",
        text_fr=TOLD_FR,
        text_en=TOLD_EN | {"summary": "They look after people."},
        related=[RELATED[0] | {"code": "41401", "en": "counts money"}],
        reviewed_on=date(2026, 12, 1),
    )
    page = client.get(NURSES_EN).page.text
    assert "They look after people." in page
    assert "They care for sick people" not in page
    assert "Text reviewed on December 1, 2026 ." in page
    assert "Economists 41401 counts money" in page
    assert "also stands all day" not in page


def test_the_source_of_the_texts_is_listed(client, told):
    assert "Note on profiles." in client.get(NURSES_EN).page.text
    assert "Note on profiles." not in client.get("/en/occupations/41401-economists/").page.text


def test_a_text_that_nobody_read_over_says_so(client, told):
    PlainProfile.objects.update(reviewed_on=None)
    assert "Text not reviewed yet." in client.get(NURSES_EN).page.text


def test_texts_are_compared_side_by_side_and_never_marked_as_different(client, told):
    compared = "/en/occupations/compare/?code=41401"
    text = client.get(f"{compared}&code=31301").page.text
    assert "In short Kind of data: Portal's own" in text
    assert "Not published: The portal has no text about this occupation yet." in text
    assert "They care for sick people in hospitals." in text
    assert "A bachelor’s degree is usually required." in text
    assert "In short" not in client.get(f"{compared}&code=72310").page.text
