"""The lexicon: its file holds together, and its page and the words that lead to it agree."""

import re

import pytest
from django.conf import settings
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import translation

from imt.lexicon import Entry, abbreviations, by_letter, terms

TAG = re.compile(r'{% term "([^"]*)"')


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_term_is_defined_once_and_shortly(language):
    entries = [getattr(term, language) for term in terms().values()]
    assert len(entries) >= 60
    names = [entry.term for entry in entries]
    shorts = [entry.short for entry in entries if entry.short]
    assert len(names) == len(set(names))
    assert len(shorts) == len(set(shorts))
    assert [entry.term for entry in entries if len(re.findall(r"\.(?: |$)", entry.definition)) > 2] == []


def test_french_is_typeset_as_french():
    texts = [f"{term.fr.term} {term.fr.definition}" for term in terms().values()]
    assert [text for text in texts if re.search(r" [:;?!»%]|« |'", text)] == []


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ({"term": "X", "definition": "No full stop"}, "definition"),
        ({"term": "X", "definition": "Long" * 100 + "."}, "definition"),
        ({"term": "", "definition": "A thing."}, "term"),
        ({"term": "X", "definition": "A thing.", "abbreviation": "X"}, "abbreviation"),
    ],
)
def test_a_bad_entry_is_refused(entry, complaint):
    with pytest.raises(ValueError, match=complaint):
        Entry.model_validate(entry)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[{key: a, see: [b], fr: &e {term: A, definition: A.}, en: *e}]", "names \\['b'\\]"),
        ("[{key: a, see: [a], fr: &e {term: A, definition: A.}, en: *e}]", "names \\['a'\\]"),
        ("[&t {key: a, see: [], fr: &e {term: A, definition: A.}, en: *e}, *t]", "twice"),
    ],
)
def test_a_file_that_does_not_hold_together_is_refused(monkeypatch, tmp_path, text, complaint):
    (tmp_path / "lexicon.yaml").write_text(text)
    monkeypatch.setattr("imt.lexicon.SOURCE", tmp_path / "lexicon.yaml")
    with pytest.raises(ValueError, match=complaint):
        terms.__wrapped__()


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "language"), [("/fr/lexique/", "fr"), ("/en/lexicon/", "en")])
def test_the_page_has_every_term_under_its_letter_and_no_dead_anchor(client, address, language):
    page = client.get(address).page
    anchors = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    links = {link["href"].removeprefix("#") for link in page.find("a") if link["href"].startswith("#")}
    assert terms().keys() <= anchors
    assert links <= anchors
    with translation.override(language):
        letters = [letter for letter, _ in by_letter()]
        expected = [term.key for _, group in by_letter() for term in group]
        assert len(abbreviations()) > 20
    assert letters == sorted(letters)
    assert all("A" <= letter <= "Z" for letter in letters)
    assert [each["id"] for tag, each in page.elements if tag == "div" and each.get("id") in terms()] == expected
    assert len(page.find("dfn")) == len(expected) == len(terms())


def test_accents_do_not_change_the_order():
    with translation.override("fr"):
        under = dict(by_letter())
        assert "Édition" in [term.here.term for term in under["E"]]


def test_every_word_that_a_template_links_is_in_the_lexicon():
    used = {key for path in (settings.BASE_DIR / "templates").rglob("*.html") for key in TAG.findall(path.read_text())}
    assert {"teer", "noc", "median", "edition"} <= used
    assert used <= terms().keys()


def test_a_term_leads_to_its_entry_in_the_language_and_region_of_the_page():
    request = RequestFactory().get("/en/occupations/?region=06")
    with translation.override("en"):
        link = Template('{% term "teer" %} <b>TEER</b> {% endterm %}').render(RequestContext(request))
    assert link == '<a class="term" href="/en/lexicon/?region=06#teer"><b>TEER</b></a>'
