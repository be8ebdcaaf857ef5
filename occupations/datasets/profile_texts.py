"""What the texts of a profile may look like, in one language each: shapes, lengths, typography, no figures.

A file of the embedded edition and an edit in the admin are held to the same rules. Problems are codes of
`catalog.problems.MESSAGES`. How the texts read (reading level, infinitives, repetitions) is for the suite to tell.
"""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from catalog.contracts import RowContract
from occupations.datasets.noc import UnitGroupCode

NO_BREAK = "\N{NO-BREAK SPACE}"
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[«“A-ZÀ-Ý])")
# Figures come from releases. What is left is names: classe 1, Class 5, 24 heures sur 24, 9-1-1, 3D, N95, CO2.
NAMES_WITH_DIGITS = re.compile(
    r"\b(?:classes?|class(?:es)?|niveau|level|type|ISO|loi|Bill)\s\d+[A-Z]?\b|\b\d{1,2}/7\b|\b9-1-1\b|\b8-1-1\b"
    r"|\b24 (?:heures sur 24|hours a day)\b|\b7 (?:jours sur 7|days a week)\b|\b[A-Za-z]+-?\d+\b|\b\d+-?[A-Zx]+\d*\b"
)
STRAIGHT = re.compile(r"['\"\t\n]|  ")
FRENCH_SPACING = re.compile(rf"(?<!{NO_BREAK})[;?!»]|(?<![{NO_BREAK}\d]):|«(?!{NO_BREAK})")


def refused(code: str) -> PydanticCustomError:
    """Return the error of a text that a rule refuses, under the code of a problem."""
    return PydanticCustomError(code, code)


def sentences(text: str) -> list[str]:
    return SENTENCE_END.split(text)


def word_count(text: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def plain(words: int):
    """Return the rule of every text: so many words at most, no figure, the apostrophes and spaces of typography."""

    def check(text: str) -> str:
        if word_count(text) > words:
            raise refused("too-many-words")
        if re.search(r"[\d%$]", NAMES_WITH_DIGITS.sub("", text)):
            raise refused("figure")
        if STRAIGHT.search(text):
            raise refused("typography")
        return text

    return AfterValidator(check)


def sentence(text: str) -> str:
    if not text.endswith((".", "!", "?", ".\N{NO-BREAK SPACE}»")) or text[0].islower():
        raise refused("not-a-sentence")
    return text


def of_sentences(most: int, words: int):
    """Return the rule that a text is so many sentences at most, each with so many words at most."""

    def check(text: str) -> str:
        if len(sentences(text)) > most or any(word_count(one) > words for one in sentences(text)):
            raise refused("too-many-words")
        return text

    return AfterValidator(check)


def phrase(text: str) -> str:
    if text.endswith((".", ";", ",", ":")):
        raise refused("not-a-phrase")
    return text


def capitalized(text: str) -> str:
    if text[0].islower():
        raise refused("capital")
    return text


def lower_case(text: str) -> str:
    """Refuse a capital at the beginning, unless it begins a name, which has another: CHSLD, Hydro-Québec."""
    if text[0].isupper() and text[1:].islower():
        raise refused("lower-case")
    return text


def once(items: list) -> list:
    folded = [str(item).casefold() for item in items]
    if len(set(folded)) < len(folded):
        raise refused("repeated")
    return items


Text = Annotated[str, Field(min_length=1, max_length=400)]
Duty = Annotated[Text, plain(18), AfterValidator(phrase), AfterValidator(capitalized)]
Place = Annotated[Text, plain(10), AfterValidator(phrase), AfterValidator(lower_case)]
Condition = Annotated[Text, plain(18), AfterValidator(sentence)]
Requirement = Annotated[Text, plain(70), AfterValidator(sentence), of_sentences(2, words=35)]
Called = Annotated[str, Field(min_length=2, max_length=80), plain(8)]
Reason = Annotated[Text, plain(5), AfterValidator(phrase), AfterValidator(lower_case)]


class Part(BaseModel):
    """A part of a row, as strict as the row."""

    model_config = RowContract.model_config


class DutyGroup(Part):
    """The duties of one job of a unit group that joins several; `job` is empty where it does not."""

    job: Annotated[str, Field(max_length=120), plain(12), AfterValidator(phrase)]
    duties: Annotated[list[Duty], Field(min_length=1)]


def grouped(raw):
    """Return the groups of a list of duties, or of a mapping of jobs to their duties."""
    if isinstance(raw, dict):
        return [{"job": job, "duties": duties} for job, duties in raw.items()]
    if isinstance(raw, list) and all(isinstance(duty, str) for duty in raw):
        return [{"job": "", "duties": raw}]
    return raw


def five_to_eight(groups: list[DutyGroup]) -> list[DutyGroup]:
    if not 5 <= sum(len(group.duties) for group in groups) <= 8:
        raise refused("items")
    return groups


class ProfileText(Part):
    """What a profile says in one language."""

    summary: Annotated[Text, plain(45), AfterValidator(sentence), of_sentences(2, words=45)]
    duties: Annotated[list[DutyGroup], BeforeValidator(grouped), AfterValidator(five_to_eight)]
    workplaces: Annotated[list[Place], Field(min_length=2, max_length=5), AfterValidator(once)]
    conditions: Annotated[list[Condition], Field(min_length=2, max_length=4), AfterValidator(once)]
    requirements: Annotated[list[Requirement], Field(min_length=1, max_length=4), AfterValidator(once)]
    also_called: Annotated[list[Called], Field(min_length=3, max_length=8), AfterValidator(once)]

    def texts(self):
        """Yield where each text is and the text: `duties.2`, counted from one."""
        yield "summary", self.summary
        duties = [duty for group in self.duties for duty in group.duties]
        lists = {"duties": duties} | {name: getattr(self, name) for name in list(type(self).model_fields)[2:]}
        for name, items in lists.items():
            for number, text in enumerate(items, start=1):
                yield f"{name}.{number}", text


def french_spacing(text: ProfileText) -> ProfileText:
    """Refuse an ordinary space, or none, where French has a no-break one."""
    for place, written in text.texts():
        if FRENCH_SPACING.search(written):
            raise PydanticCustomError("typography", "typography", {"column": f"text_fr.{place}", "value": written})
    return text


class Related(Part):
    """A unit group that a person would compare this one with, and why, in each language."""

    code: UnitGroupCode
    fr: Reason
    en: Reason


def as_json(value) -> str:
    if isinstance(value, list):
        return f"[{','.join(item.model_dump_json() for item in value)}]"
    return value.model_dump_json()


def other_unit_groups(related: list[Related]) -> list[Related]:
    once([item.code for item in related])
    return related


class ProfileRow(RowContract):
    """A profile: its two languages and the related unit groups as JSON documents."""

    unit_group_id: UnitGroupCode
    text_fr: Annotated[ProfileText, AfterValidator(french_spacing), AfterValidator(as_json)]
    text_en: Annotated[ProfileText, AfterValidator(as_json)]
    related: Annotated[
        list[Related],
        Field(min_length=2, max_length=5),
        AfterValidator(other_unit_groups),
        AfterValidator(as_json),
    ]
    reviewed_on: Annotated[date | None, BeforeValidator(lambda text: text or None)] = None

    @model_validator(mode="after")
    def not_related_to_itself(self):
        if f'"code":"{self.unit_group_id}"' in self.related:
            raise PydanticCustomError("repeated", "repeated", {"column": "related", "value": self.unit_group_id})
        return self
