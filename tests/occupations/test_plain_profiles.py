"""The dataset of the portal's own texts: loading, refusing, and what an editor wrote over them."""

from datetime import date

import pytest
import yaml

from catalog.problems import BadFile
from occupations.models import EditedProfile, NocGroup, PlainProfile
from occupations.models.plain_profile import related_to
from tests.files import load, load_embedded
from tests.occupations.test_profile_texts import ENGLISH, FRENCH, RELATED


@pytest.fixture
def folder(tmp_path, classes):
    """Write the profile of the glaziers."""
    NocGroup.objects.bulk_create([NocGroup(code="73112", name_fr="Vitriers/vitrières", name_en="Glaziers")])
    path = tmp_path / "profiles"
    path.mkdir()

    def write(code: str = "73112", **changes):
        profile = {"code": code, "fr": FRENCH, "en": ENGLISH, "related": RELATED, "reviewed": "2026-11-22"} | changes
        (path / f"{code}.yaml").write_text(yaml.safe_dump(profile, allow_unicode=True), encoding="utf-8")
        return path

    return write


@pytest.mark.django_db
class TestLoading:
    def test_a_profile(self, folder):
        load("profiles", folder())
        (profile,) = PlainProfile.objects.current()
        assert (profile.unit_group_id, profile.reviewed_on) == ("73112", date(2026, 11, 22))
        assert profile.text_fr["duties"] == [{"job": "", "duties": FRENCH["duties"]}]
        assert profile.text_en["also_called"] == ENGLISH["also_called"]
        assert profile.related == RELATED

    def test_a_profile_may_wait_for_its_review(self, folder):
        load("profiles", folder(reviewed=""))
        assert PlainProfile.objects.get().reviewed_on is None

    def test_a_file_without_texts_is_refused(self, folder):
        with pytest.raises(BadFile) as error:
            load("profiles", folder(en=""))
        assert (error.value.problem.column, error.value.problem.details["reason"]) == ("en", "missing")

    def test_a_broken_rule_refuses_the_edition_and_says_where(self, folder):
        with pytest.raises(BadFile) as error:
            load("profiles", folder(en=ENGLISH | {"conditions": ["It pays $20.", "You stand."]}))
        problem = error.value.problem
        assert (problem.file, problem.column) == ("73112.yaml", "text_en.conditions.0")
        assert problem.details["reason"] == "figure"
        assert not PlainProfile.objects.exists()

    def test_a_related_unit_group_that_there_is_not(self, folder):
        with pytest.raises(BadFile) as error:
            load("profiles", folder(related=[RELATED[0], RELATED[1] | {"code": "99999"}]))
        assert (error.value.problem.file, error.value.problem.value) == ("73112.yaml", "99999")

    def test_a_reload_leaves_what_an_editor_wrote(self, folder):
        load("profiles", folder())
        loaded = PlainProfile.objects.get()
        edited = loaded.text_fr | {"summary": "Texte de la rédaction."}
        EditedProfile.objects.create(
            unit_group_id="73112",
            text_fr=edited,
            text_en=loaded.text_en,
            related=RELATED,
            reviewed_on=date(2026, 12, 1),
        )
        load("profiles", folder(reviewed="2026-12-24"))
        assert EditedProfile.objects.get().text_fr == edited
        assert PlainProfile.objects.get().reviewed_on == date(2026, 12, 24)

    def test_related_unit_groups_of_the_file_and_of_the_edit(self, folder):
        load("profiles", folder(related=[RELATED[0], RELATED[1]]))
        group = NocGroup.objects.get(pk="73112")
        assert {other.code for other in related_to(group)} == {"72106", "31301"}
        EditedProfile.objects.create(
            unit_group=group,
            text_fr=FRENCH,
            text_en=ENGLISH,
            related=[RELATED[0] | {"code": "21232"}],
            reviewed_on=date(2026, 12, 1),
        )
        assert {other.code for other in related_to(group)} == {"72106", "31301", "21232"}


@pytest.mark.django_db
def test_the_embedded_edition_loads(db):
    load_embedded("noc")
    outcome = load_embedded("profiles")
    assert (outcome.counts.loaded, outcome.counts.rejected) == (516, 0)
