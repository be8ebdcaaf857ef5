"""Editing a profile in the admin: from the file's text to the page, and back."""

from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.urls import reverse

from catalog.models import DataVersion
from occupations.models import EditedProfile, SearchPhrase
from tests.occupations.detail import file_world
from tests.occupations.detail.file_world import TOLD_EN

ADD = "/admin/occupations/editedprofile/add/?unit_group=31301"
CHANGE = "/admin/occupations/editedprofile/31301/change/"
PERMISSIONS = ("view_plainprofile", "view_editedprofile", "add_editedprofile", "change_editedprofile")
NURSES = "/en/occupations/31301-registered-nurses/"


@pytest.fixture
def told(world):
    return file_world.told()


@pytest.fixture
def editor(client, told):
    """Log an editor in, who reads the admin in French."""
    user = User.objects.create_user("editor", password="x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=[*PERMISSIONS, "delete_editedprofile"]))
    client.force_login(user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr"
    return client


def filled(client, address: str = ADD, **changes) -> dict:
    """Return what the form would send, with changes."""
    form = client.get(address).context["adminform"].form
    return {name: form[name].value() for name in form.fields} | changes


def read(client) -> str:
    """Return the public page as somebody sees it next: the cache follows the data version once all is committed."""
    cache.clear()
    return client.get(NURSES).page.text


def test_an_edit_begins_with_the_text_of_the_file(editor):
    form = filled(editor)
    assert form["summary_en"] == TOLD_EN["summary"]
    assert form["duties_fr"].splitlines()[:2] == ["À l’étage:", "Donner les médicaments"]
    assert form["compared"].splitlines()[0] == "72310 | travaille aussi debout | also stands all day"


def test_an_edit_is_public_at_once_and_keeps_who_made_it(editor):
    before = DataVersion.current()
    response = editor.post(
        ADD, filled(editor, summary_en="They look after people.", also_called_en="a\nbed helper\nRN")
    )
    assert response.status_code == 200  # “a” is too short
    cache.clear()
    assert DataVersion.current() == before
    editor.post(ADD, filled(editor, summary_en="They look after people.", also_called_en="bedside hero\nnurse\nRN"))
    edited = EditedProfile.objects.get()
    assert edited.text_fr["duties"][0] == {
        "job": "À l’étage",
        "duties": ["Donner les médicaments", "Changer les pansements"],
    }
    assert "They look after people." in read(editor)
    assert DataVersion.current() > before
    assert LogEntry.objects.get().user.username == "editor"


def test_what_keyboards_lack_is_put_in(editor):
    editor.post(ADD, filled(editor, summary_fr="Ces personnes l'ont dit : « on soigne »."))
    assert EditedProfile.objects.get().text_fr["summary"] == "Ces personnes l’ont dit\xa0: «\xa0on soigne\xa0»."


def test_search_knows_the_names_that_an_editor_gave(editor):
    editor.post(ADD, filled(editor, also_called_en="bedside hero\nnurse\nRN"))
    assert SearchPhrase.objects.filter(text="bedside hero", unit_group="31301").exists()
    assert not SearchPhrase.objects.filter(text="ward nurse").exists()


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"summary_fr": "Elles soignent 40 malades."}, "summary_fr", "Un chiffre n’a pas sa place dans ce texte"),
        ({"duties_en": "Give drugs"}, "duties_en", "La liste a trop peu d’éléments"),
        (
            {"conditions_fr": "C’est dur: on marche.\nOn dort peu."},
            "conditions_fr",
            "n’est pas celui ou celle de la typo",
        ),
        (
            {"compared": "72310 | aussi debout | stands\n99999 | pareil | same"},
            "compared",
            "Le code est inconnu. [99999]",
        ),
        ({"compared": "72310 | aussi debout\n31302 | prescrit | prescribes"}, "compared", "Une valeur est requise"),
    ],
)
def test_an_edit_is_held_to_the_rules_of_the_files(editor, changes, field, message):
    response = editor.post(ADD, filled(editor, **changes))
    errors = response.context["adminform"].form.errors
    assert set(errors) == {field}
    assert message in unescape(str(errors[field]))
    assert not EditedProfile.objects.exists()


def test_an_edit_is_edited_again_and_withdrawn(editor):
    editor.post(ADD, filled(editor, summary_en="They look after people."))
    assert editor.get(ADD).headers["Location"] == CHANGE
    editor.post(CHANGE, filled(editor, CHANGE, summary_en="They mend people."))
    assert "They mend people." in read(editor)
    editor.post(reverse("admin:occupations_editedprofile_delete", args=["31301"]), {"post": "yes"})
    assert TOLD_EN["summary"] in read(editor)


def test_one_begins_from_the_list_of_profiles(editor):
    response = editor.get("/admin/occupations/editedprofile/add/")
    assert response.headers["Location"] == "/admin/occupations/plainprofile/"
    assert ADD in unescape(editor.get("/admin/occupations/plainprofile/").content.decode())
    assert editor.get("/admin/occupations/plainprofile/31301/change/").status_code == 200


def test_whoever_may_only_look_cannot_edit(editor):
    User.objects.get().user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    assert editor.get(ADD).status_code == 403
    assert editor.post(ADD, {}).status_code == 403
