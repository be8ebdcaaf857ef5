"""What the description of a sector may look like, in one language each: its shape, by the rules of `catalog.texts`."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from catalog.contracts import RowContract
from catalog.texts import (
    Called,
    Part,
    Text,
    as_json,
    french_spacing,
    lower_case,
    of_sentences,
    once,
    phrase,
    plain,
    sentence,
)

Included = Annotated[Text, plain(15), AfterValidator(phrase), AfterValidator(lower_case)]


class Elsewhere(Part):
    """What people expect in a sector, and the class of NAICS where it is."""

    code: str = Field(pattern=r"^(\d{2,4}|\d\d-\d\d)$")
    text: Annotated[Text, plain(20), AfterValidator(phrase), AfterValidator(lower_case)]


class SectorText(Part):
    """What a description says in one language."""

    summary: Annotated[Text, plain(45), AfterValidator(sentence), of_sentences(2, words=45)]
    description: Annotated[
        str, Field(min_length=1, max_length=700), plain(95), AfterValidator(sentence), of_sentences(4, words=30)
    ]
    includes: Annotated[list[Included], Field(min_length=3, max_length=6), AfterValidator(once)]
    not_here: Annotated[list[Elsewhere], Field(min_length=1, max_length=3)]
    also_called: Annotated[list[Called], Field(min_length=3, max_length=8), AfterValidator(once)]

    def texts(self):
        """Yield where each text is and the text: `includes.2`, counted from one."""
        yield "summary", self.summary
        yield "description", self.description
        elsewhere = [other.text for other in self.not_here]
        lists = {"includes": self.includes, "not_here": elsewhere, "also_called": self.also_called}
        for name, items in lists.items():
            for number, text in enumerate(items, start=1):
                yield f"{name}.{number}", text


if_given = BeforeValidator(lambda text: text or None)


class SectorDescriptionRow(RowContract):
    """A description: of a grouping or of an industry, as its code says; its two languages as JSON documents."""

    code: str = Field(max_length=12)
    grouping_id: Annotated[str | None, if_given] = None
    industry_id: Annotated[str | None, if_given] = None
    text_fr: Annotated[SectorText, AfterValidator(french_spacing), AfterValidator(as_json)]
    text_en: Annotated[SectorText, AfterValidator(as_json)]
    reviewed_on: Annotated[date | None, if_given] = None

    @model_validator(mode="after")
    def of_what_its_code_says(self):
        described = (("grouping", self.grouping_id), ("naics", self.industry_id))
        if [f"{kind}-{code}" for kind, code in described if code] != [self.code]:
            raise PydanticCustomError("code-format", "code-format", {"column": "code", "value": self.code})
        return self
