"""Contracts and the tables they fill must agree; and what pydantic finds wrong is worded as a problem of the portal."""

from typing import Annotated, Literal

import pytest
from django.db import models
from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from catalog.contracts import Change, Count, RowContract, problem_code
from catalog.models import Fact
from catalog.problems import MESSAGES
from catalog.registry import registry


class Row(RowContract):
    code: str = Field("00001", pattern=r"^\d{5}$", min_length=1)
    name: str = Field("a", max_length=3)
    people: Count = None
    change: Change = None
    level: Literal["good", "bad"] = "good"
    share: Annotated[float, Field(le=1)] = 0.5

    @model_validator(mode="after")
    def agree(self):
        if self.people == 7:
            raise PydanticCustomError("inverted", "not in order", {"column": "people", "value": "7 6"})
        return self


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"code": ""}, ("missing", "code", "")),
        ({"code": None}, ("missing", "code", "")),
        ({"code": "1"}, ("code-format", "code", "1")),
        ({"name": "abcd"}, ("too-long", "name", "abcd")),
        ({"people": "-1"}, ("negative", "people", "-1")),
        ({"change": "-99999999999"}, ("number", "change", "-99999999999")),
        ({"people": "few"}, ("number", "people", "few")),
        ({"people": "1.5"}, ("number", "people", "1.5")),
        ({"people": "99999999999"}, ("number", "people", "99999999999")),
        ({"level": "fair"}, ("unknown-label", "level", "fair")),
        ({"people": "7"}, ("inverted", "people", "7 6")),
    ],
)
def test_what_pydantic_finds_is_worded_as_a_problem(given, problem):
    with pytest.raises(ValidationError) as error:
        Row(**given)
    found = problem_code(error.value)
    assert found == problem
    assert found[0] in MESSAGES


def test_a_column_that_the_layout_forgot_is_missing():
    class Strict(RowContract):
        code: str

    with pytest.raises(ValidationError) as error:
        Strict.model_validate({})
    assert problem_code(error.value) == ("missing", "code", "")


@pytest.mark.parametrize("text", ["", "N/A", "NA", "N/D", " N/A "])
def test_what_is_not_published_is_null(text):
    assert Row(people=text, change=text).people is None


def test_figures_may_be_zero_and_changes_negative():
    assert (Row(people="0", change="-12").people, Row(change="-12").change) == (0, -12)


@pytest.mark.parametrize("definition", list(registry), ids=lambda definition: definition.slug)
class TestDeclarations:
    def test_no_text_is_longer_than_its_column(self, definition):
        for name, field in definition.contract.model_fields.items():
            column = columns_of(definition.model).get(name)
            if isinstance(column, models.CharField) and column.remote_field is None and field.annotation is str:
                longest = next((m.max_length for m in field.metadata if hasattr(m, "max_length")), None)
                pattern = any(getattr(m, "pattern", None) for m in field.metadata)
                assert pattern or column.choices or (longest and longest <= column.max_length), name

    def test_every_required_column_is_filled(self, definition):
        given = set(definition.contract.model_fields)
        made = {"id", "release_id", "retired_on"} if issubclass(definition.model, Fact) else {"id", "retired_on"}
        translated = {name for name in columns_of(definition.model) if f"{name}_fr" in given}
        required = {
            field.attname
            for field in definition.model._meta.concrete_fields
            if not (field.null or field.generated or field.db_default is not models.NOT_PROVIDED)
        }
        assert required - given - made - translated == set()

    def test_layouts_give_columns_of_the_contract_and_the_key_is_among_them(self, definition):
        assert set(definition.key) <= set(definition.contract.model_fields)
        for layout in definition.layouts:
            assert set(layout.optional) <= set(layout.columns)
            assert set(layout.begins) <= set(layout.columns)
            assert layout.scope is None or layout.scope[0] in layout.columns

    def test_it_says_whose_it_is_in_words(self, definition):
        for words in (definition.title, definition.publisher, definition.licence, definition.description):
            assert str(words).strip()
        assert definition.licence_url.startswith("https://")


def columns_of(model) -> dict:
    return {field.attname: field for field in model._meta.concrete_fields}
