"""The portal's own texts about occupations: what the border refuses, and how the embedded edition's files read."""

from collections import defaultdict

import pytest
from django.conf import settings
from pydantic import ValidationError

from catalog.contracts import problem_code
from catalog.folders import document, files_of
from occupations.datasets.profile_texts import ProfileRow, ProfileText
from tests.files import read_embedded
from tests.occupations import plain_language

LANGUAGES = ("fr", "en")
# Files below the reading level, each with its reason.
HARD_TO_READ: dict[tuple[str, str], str] = {}


@pytest.fixture(scope="module")
def files() -> dict[str, dict]:
    """All files, by code."""
    documents = (document(file) for file in files_of(settings.EMBEDDED_EDITION / "profiles"))
    return {found["code"]: found for found in documents}


@pytest.fixture(scope="module")
def texts(files) -> dict[str, dict[str, ProfileText]]:
    """The texts by language, then by code."""
    return {
        language: {code: ProfileText.model_validate(file[language]) for code, file in files.items()}
        for language in LANGUAGES
    }


class TestFiles:
    def test_somebody_who_had_not_written_it_read_each(self, files):
        assert [code for code, file in files.items() if not file.get("reviewed")] == []

    def test_related_unit_groups_are_known(self, files):
        known = {line["code"] for line in read_embedded("noc/classes.csv") if len(line["code"]) == 5}
        related = {(code, other["code"]) for code, file in files.items() for other in file["related"]}
        assert [(code, other) for code, other in sorted(related) if other not in known] == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_they_are_easy_enough_to_read(self, texts, language):
        ease = {code: plain_language.reading_ease(text, language) for code, text in texts[language].items()}
        hard = {(code, language) for code, reached in ease.items() if reached < plain_language.EASY_ENOUGH}
        assert hard == {place for place in HARD_TO_READ if place[1] == language}

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_duties_begin_with_their_verb(self, texts, language):
        assert broken(texts[language], lambda _code, text: plain_language.not_a_verb(text, language)) == {}

    def test_french_names_both_genders(self, texts):
        assert broken(texts["fr"], lambda _code, text: plain_language.masculine_generics(text)) == {}

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_sentence_comes_twice(self, texts, language):
        assert plain_language.said_twice(texts[language]) == {}

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_other_names_are_not_official_titles(self, texts, language):
        titles = defaultdict(list)
        for line in read_embedded("noc/titles.csv"):
            titles[line["noc"], line["lang"]].append(line["title"])
        wrong = broken(texts[language], lambda code, text: plain_language.official(text, titles[code, language]))
        assert wrong == {}


def broken(texts, rule) -> dict[str, list[str]]:
    """Return what breaks a rule in each profile that breaks it."""
    found = {code: rule(code, text) for code, text in texts.items()}
    return {code: wrong for code, wrong in found.items() if wrong}


FRENCH = {
    "summary": "Ces personnes posent des vitres pour les familles du quartier.",
    "duties": ["Prendre les mesures", "Couper le verre", "Poser la vitre", "Sceller le tour", "Nettoyer les lieux"],
    "workplaces": ["maisons", "commerces"],
    "conditions": ["Le travail se fait dehors.", "Il faut lever des charges lourdes."],
    "requirements": ["Un DEP est habituellement exigé."],
    "also_called": ["vitrier", "poseuse de vitres", "gars des fenêtres"],
}
ENGLISH = {
    "summary": "These people fit windows for families nearby.",
    "duties": ["Take measures", "Cut the glass", "Fit the pane", "Seal the edge", "Clean up"],
    "workplaces": ["houses", "shops"],
    "conditions": ["Work is done outside.", "You lift heavy loads."],
    "requirements": ["A diploma is usually required."],
    "also_called": ["window fitter", "glass guy", "pane setter"],
}
RELATED = [
    {"code": "72106", "fr": "assemble du métal", "en": "joins metal"},
    {"code": "31301", "fr": "soigne des gens", "en": "cares for people"},
]


def row(**changes) -> ProfileRow:
    texts = {"text_fr": FRENCH, "text_en": ENGLISH, "related": RELATED} | changes
    return ProfileRow.model_validate({"unit_group_id": "73112", **texts})


def refused(**changes) -> tuple[str, str]:
    """Return the problem's code and its column."""
    with pytest.raises(ValidationError) as error:
        row(**changes)
    return problem_code(error.value)[:2]


class TestTheBorder:
    def test_duties_of_one_job_and_of_several(self):
        several = {"Vitriers et vitrières": FRENCH["duties"][:2], "Aides": FRENCH["duties"][2:]}
        assert ('"job":"","duties":["Prendre les mesures"') in row().text_fr
        assert ('"job":"Aides","duties":["Poser la vitre"') in row(text_fr=FRENCH | {"duties": several}).text_fr

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"summary": "Ces personnes " + "posent " * 44 + "tout."}, "too-many-words"),
            ({"summary": "Un. Deux. Trois."}, "too-many-words"),
            ({"summary": "Ces personnes posent des vitres"}, "not-a-sentence"),
            ({"summary": "Elles posent 12 vitres."}, "figure"),
            ({"summary": "Elles posent l'ensemble des vitres."}, "typography"),
            ({"summary": "Elles posent ceci: des vitres."}, "typography"),
            ({"summary": "Elles posent des « vitres »."}, "typography"),
            ({"duties": FRENCH["duties"][:4]}, "items"),
            ({"duties": [*FRENCH["duties"][:4], "Nettoyer."]}, "not-a-phrase"),
            ({"duties": [*FRENCH["duties"][:4], "nettoyer"]}, "capital"),
            ({"workplaces": ["maisons", "Commerces"]}, "lower-case"),
            ({"workplaces": ["maisons", "maisons"]}, "repeated"),
            ({"workplaces": ["maisons"]}, "items"),
            ({"conditions": "Dehors."}, "not-a-list"),
            ({"also_called": ["vitrier", "vitrière", ""]}, "missing"),
        ],
    )
    def test_a_text_that_breaks_a_rule_is_refused(self, change, code):
        (name,) = change
        found, column = refused(text_fr=FRENCH | change)
        assert (found, column.split(".")[1]) == (code, name)

    def test_names_may_have_digits(self):
        duties = [*FRENCH["duties"][:4], "Répondre au 9-1-1 24 heures sur 24 avec un permis de classe 1"]
        assert "9-1-1" in row(text_fr=FRENCH | {"duties": duties}).text_fr

    def test_a_language_may_not_lack_a_part(self):
        assert refused(text_en={name: text for name, text in ENGLISH.items() if name != "duties"})[0] == "missing"

    def test_an_occupation_is_not_related_to_itself_or_twice_to_another(self):
        assert refused(related=[*RELATED, RELATED[0]]) == ("repeated", "related")
        assert refused(related=[*RELATED, RELATED[0] | {"code": "73112"}]) == ("repeated", "related")


class TestReadingLevel:
    def test_long_words_and_long_sentences_are_hard(self):
        hard = "Ces responsables administratifs coordonnent l’élaboration des réglementations interministérielles."
        easy, harder = (
            plain_language.reading_ease(ProfileText.model_validate(FRENCH | {"summary": text}), "fr")
            for text in (FRENCH["summary"], hard)
        )
        assert easy > harder

    def test_the_formula_of_flesch(self):
        text = ProfileText.model_validate(ENGLISH | {"summary": "The cat sat."})
        # 16 words on 6 lines; only “measures” has two syllables
        expected = 206.835 - 1.015 * 16 / 6 - 84.6 * 17 / 16
        assert plain_language.reading_ease(text, "en") == pytest.approx(expected, abs=0.05)
