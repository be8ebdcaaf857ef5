"""The portal's own words about sectors: what the border refuses, how the files read, and how they load."""

import pytest
import yaml
from django.conf import settings
from django.db import IntegrityError
from django.utils.translation import override
from pydantic import ValidationError

from catalog.contracts import problem_code
from catalog.folders import document, files_of
from catalog.problems import BadFile
from catalog.texts import sentences
from sectors.datasets.description_texts import SectorDescriptionRow, SectorText
from sectors.datasets.naics import RANGES
from sectors.models import Grouping, Industry, SectorDescription
from tests.files import load, load_embedded, read_embedded
from tests.occupations import plain_language

LANGUAGES = ("fr", "en")
FRENCH = {
    "summary": "On y cultive des fleurs pour les familles du quartier.",
    "description": "Les serres sont petites. Les équipes y travaillent au printemps.",
    "includes": ["roses", "tulipes", "plantes en pot"],
    "not_here": [{"code": "311", "text": "les confitures, du côté de la fabrication d’aliments"}],
    "also_called": ["serre", "fleurs", "horticulture"],
}
ENGLISH = {
    "summary": "Flowers are grown here for families nearby.",
    "description": "Greenhouses are small. Teams work there in spring.",
    "includes": ["roses", "tulips", "potted plants"],
    "not_here": [{"code": "311", "text": "jams, which are food manufacturing"}],
    "also_called": ["greenhouse", "flowers", "gardening"],
}


def sector_of(code: str) -> str:
    return code if "-" in code else RANGES.get(code[:2], code[:2])


@pytest.fixture(scope="module")
def files() -> dict[str, dict]:
    """All files, by name."""
    return {file.stem: document(file) for file in files_of(settings.EMBEDDED_EDITION / "sectors")}


@pytest.fixture(scope="module")
def texts(files) -> dict[str, dict[str, SectorText]]:
    """The texts by language, then by file."""
    return {
        language: {name: SectorText.model_validate(file[language]) for name, file in files.items()}
        for language in LANGUAGES
    }


class TestFiles:
    def test_every_sector_has_one(self, files):
        groupings = {f"grouping-{line['code']}" for line in read_embedded("naics/groupings.csv")}
        sectors = {f"naics-{sector_of(line['code'])}" for line in read_embedded("naics/industries.csv")}
        assert set(files) == groupings | sectors
        assert [name for name, file in files.items() if file["code"] != name] == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_they_are_easy_enough_to_read(self, texts, language):
        lines = {name: sentences(text.summary) + sentences(text.description) for name, text in texts[language].items()}
        ease = {name: plain_language.ease_of(read, language) for name, read in lines.items()}
        assert {name: reached for name, reached in ease.items() if reached < plain_language.EASY_ENOUGH} == {}

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_description_has_several_sentences(self, texts, language):
        assert [name for name, text in texts[language].items() if len(sentences(text.description)) < 2] == []

    def test_french_names_both_genders(self, texts):
        found = {name: plain_language.masculine_generics(text) for name, text in texts["fr"].items()}
        assert {name: lines for name, lines in found.items() if lines} == {}

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_sentence_comes_twice(self, texts, language):
        assert plain_language.said_twice(texts[language]) == {}

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_is_elsewhere_is_not_in_the_sector(self, files, texts, language):
        groupings = {line["naics"]: line["grouping"] for line in read_embedded("naics/grouping_codes.csv")}

        def inside(name: str, code: str) -> bool:
            if industry := files[name].get("industry"):
                return sector_of(code) == industry
            above = {prefix: grouping for prefix, grouping in groupings.items() if code.startswith(prefix)}
            return files[name]["grouping"] in above.values()

        wrong = [(name, other.code) for name, text in texts[language].items() for other in text.not_here]
        assert [(name, code) for name, code in wrong if inside(name, code)] == []

    def test_both_languages_send_to_the_same_classes(self, texts):
        codes = {
            language: {name: {other.code for other in text.not_here} for name, text in texts[language].items()}
            for language in LANGUAGES
        }
        assert codes["fr"] == codes["en"]


def refused(**changes) -> tuple[str, str]:
    """Return the problem's code and its column."""
    row = {"code": "grouping-01", "grouping_id": "01", "text_fr": FRENCH, "text_en": ENGLISH} | changes
    with pytest.raises(ValidationError) as error:
        SectorDescriptionRow.model_validate(row)
    return problem_code(error.value)[:2]


class TestTheBorder:
    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"summary": "On y " + "cultive " * 44 + "tout."}, "too-many-words"),
            ({"description": "Un. Deux. Trois. Quatre. Cinq."}, "too-many-words"),
            ({"description": "Les serres emploient 12 personnes. Elles sont petites."}, "figure"),
            ({"summary": "On y cultive l'ail."}, "typography"),
            ({"description": "Les serres : petites. Elles sont chaudes."}, "typography"),
            ({"includes": ["roses", "tulipes"]}, "items"),
            ({"includes": ["roses", "Tulipes", "lis"]}, "lower-case"),
            ({"includes": ["roses", "roses", "lis"]}, "repeated"),
            ({"not_here": []}, "items"),
            ({"not_here": [{"code": "3", "text": "les confitures"}]}, "code-format"),
            ({"also_called": "serre"}, "not-a-list"),
        ],
    )
    def test_a_text_that_breaks_a_rule_is_refused(self, change, code):
        (name,) = change
        found, column = refused(text_fr=FRENCH | change)
        assert (found, column.split(".")[1]) == (code, name)

    @pytest.mark.parametrize(
        "change",
        [{"code": "grouping-02"}, {"industry_id": "11"}, {"grouping_id": ""}, {"grouping_id": "", "industry_id": "11"}],
    )
    def test_it_is_of_the_one_sector_that_its_code_says(self, change):
        assert refused(**change) == ("code-format", "code")


@pytest.fixture
def folder(tmp_path, db):
    """Write the description of a grouping; the class that it sends to exists."""
    Grouping.objects.create(code="01", name_fr="Fleurs", name_en="Flowers")
    Industry.objects.create(code="311", name_fr="Aliments", name_en="Food")
    path = tmp_path / "sectors"
    path.mkdir()

    def write(**changes):
        description = {"code": "grouping-01", "grouping": "01", "fr": FRENCH, "en": ENGLISH} | changes
        (path / "grouping-01.yaml").write_text(yaml.safe_dump(description, allow_unicode=True), encoding="utf-8")
        return path

    return write


class TestLoading:
    def test_a_description(self, folder):
        load("sector-descriptions", folder())
        description = Grouping.objects.get(code="01").description
        assert (description.code, description.industry, description.reviewed_on) == ("grouping-01", None, None)
        with override("en"):
            assert description.text == ENGLISH
        with override("fr"):
            assert description.text == FRENCH

    def test_a_class_that_there_is_not(self, folder):
        elsewhere = [{"code": "999", "text": "jams"}]
        with pytest.raises(BadFile) as error:
            load("sector-descriptions", folder(en=ENGLISH | {"not_here": elsewhere}))
        problem = error.value.problem
        assert (problem.file, problem.column, problem.value) == ("grouping-01.yaml", "not_here", "999")

    @pytest.mark.parametrize("of", [{}, {"grouping_id": "01", "industry_id": "311"}])
    def test_it_is_of_exactly_one(self, folder, of):
        folder()
        with pytest.raises(IntegrityError, match="sector_description_of_one"):
            SectorDescription.objects.create(code="x", text_fr=FRENCH, text_en=ENGLISH, **of)

    def test_the_embedded_edition(self, db):
        for slug in ("naics", "sector-groupings"):
            load_embedded(slug)
        outcome = load_embedded("sector-descriptions")
        assert (outcome.counts.loaded, outcome.counts.rejected) == (61, 0)
        assert Grouping.objects.filter(description=None).count() == 0
        assert Industry.objects.filter(level=Industry.Level.SECTOR, description=None).count() == 0
