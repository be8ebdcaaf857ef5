"""Who is admitted and what helps to pay: each kind of studies is told its own conditions, in both languages."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from tests.html import Page
from training.models import LEVELS, Credential

LEVEL = {credential: level for level, credentials in LEVELS.items() for credential in credentials}
ALIKE = {Credential.CERTIFICATE, Credential.BACHELOR}  # the same conditions for both


def section(name: str, credential: Credential, language: str, required: tuple[str, ...] = ()) -> str:
    programme = SimpleNamespace(credential=credential, level=LEVEL[credential], required=required)
    with override(language):
        return render_to_string(f"training/_{name}.html", {"programme": programme, "LANGUAGE_CODE": language})


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_credential_has_conditions_of_its_own(language):
    texts = {credential: section("admission", credential, language) for credential in Credential}
    assert texts[Credential.CERTIFICATE] == texts[Credential.BACHELOR]
    others = [text for credential, text in texts.items() if credential not in ALIKE]
    assert len(set(others)) == len(others) == len(Credential) - 2


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("credential", list(Credential))
def test_a_date_says_how_old_the_text_is(credential, language):
    for name in ("admission", "financing"):
        assert "2026" in section(name, credential, language)


def test_french_is_french():
    for credential in Credential:
        for name in ("admission", "financing"):
            assert " the " not in Page(section(name, credential, "fr")).text, credential


def test_required_courses_are_listed_where_there_are_some():
    assert "Secondary school courses" not in section("admission", Credential.DEC_TECHNICAL, "en")
    asked = section("admission", Credential.DEC_TECHNICAL, "en", ("Chemistry, Secondary V",))
    assert "<li>Chemistry, Secondary V</li>" in asked


def test_a_bridge_is_for_technical_studies_only():
    assert "bridge" in section("admission", Credential.DEC_TECHNICAL, "en")
    assert "bridge" not in section("admission", Credential.DEC_PRE_UNIVERSITY, "en")


def test_links_to_official_sites_are_announced():
    for name, credential in (("admission", Credential.DEP), ("admission", Credential.DEC_TECHNICAL)):
        page = Page(section(name, credential, "en"))
        links = [attributes for tag, attributes in page.elements if tag == "a"]
        assert len(links) >= 2
        assert all(link["href"].startswith("https://") and "external" in link["rel"] for link in links)
        assert page.text.count("(other site)") == len(links)
    assert "quebec.ca/en/" in section("financing", Credential.BACHELOR, "en")
    assert "quebec.ca/education/" in section("financing", Credential.BACHELOR, "fr")
