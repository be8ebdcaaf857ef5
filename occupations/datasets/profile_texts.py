"""What the texts of a profile may look like, in one language each: their shapes, with the rules of `catalog.texts`."""

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
    capitalized,
    french_spacing,
    lower_case,
    of_sentences,
    once,
    phrase,
    plain,
    refused,
    sentence,
)
from occupations.datasets.noc import UnitGroupCode

Duty = Annotated[Text, plain(18), AfterValidator(phrase), AfterValidator(capitalized)]
Place = Annotated[Text, plain(10), AfterValidator(phrase), AfterValidator(lower_case)]
Condition = Annotated[Text, plain(18), AfterValidator(sentence)]
Requirement = Annotated[Text, plain(70), AfterValidator(sentence), of_sentences(2, words=35)]
Reason = Annotated[Text, plain(5), AfterValidator(phrase), AfterValidator(lower_case)]


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


class Related(Part):
    """A unit group that a person would compare this one with, and why, in each language."""

    code: UnitGroupCode
    fr: Reason
    en: Reason


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
