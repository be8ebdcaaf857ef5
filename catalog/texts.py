"""What the portal's own texts may look like: lengths, typography, no figures.

A file of the embedded edition and an edit in the admin are held to the same rules. Problems are codes of
`catalog.problems.MESSAGES`. How the texts read (reading level, repetitions) is for the suite to tell.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field
from pydantic_core import PydanticCustomError

from catalog.contracts import RowContract

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
Called = Annotated[str, Field(min_length=2, max_length=80), plain(8)]


class Part(BaseModel):
    """A part of a row, as strict as the row."""

    model_config = RowContract.model_config


def french_spacing(text):
    """Refuse an ordinary space, or none, where French has a no-break one; `texts()` yields places and texts."""
    for place, written in text.texts():
        if FRENCH_SPACING.search(written):
            raise PydanticCustomError("typography", "typography", {"column": f"text_fr.{place}", "value": written})
    return text


def as_json(value) -> str:
    if isinstance(value, list):
        return f"[{','.join(item.model_dump_json() for item in value)}]"
    return value.model_dump_json()
