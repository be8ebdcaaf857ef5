"""What row contracts share: strictness, a few types, and the wording of what pydantic finds wrong."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from catalog.problems import MESSAGES

NOT_PUBLISHED = frozenset({"", "N/A", "NA", "N/D", "ND"})  # what publishers write where a figure is missing


def if_published(text: str | None) -> str | None:
    text = text and text.strip()
    return None if text in NOT_PUBLISHED else text


# Pydantic's constraints run in compiled code: prefer them to validators in Python where a file has many lines.
Count = Annotated[Annotated[int, Field(ge=0, lt=2**31)] | None, BeforeValidator(if_published)]
Change = Annotated[Annotated[int, Field(gt=-(2**31), lt=2**31)] | None, BeforeValidator(if_published)]


class RowContract(BaseModel):
    """One valid row. Fields are columns of the dataset's model; one that is not is there for `edition` to read."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


# The problem that stands for each of pydantic's, by the beginning of its type.
PROBLEMS = {
    "missing": "missing",
    "string_too_short": "missing",
    "string_too_long": "too-long",
    "too_short": "items",
    "too_long": "items",
    "list_type": "not-a-list",
    "string_pattern_mismatch": "code-format",
    "decimal_": "number",
    "int_": "number",
    "finite_number": "number",
    "less_than": "number",
    "greater_than": "negative",
    "literal_error": "unknown-label",
    "enum": "unknown-label",
    "date_": "date",
}


def problem_code(error: ValidationError) -> tuple[str, str, str]:
    """Return the problem's code, the column and the value of the first thing that is wrong with a row."""
    return problem_of(error.errors(include_url=False)[0])


def problem_of(error: dict) -> tuple[str, str, str]:
    """Return the same for one of the errors of a `ValidationError`.

    A validator chooses its code by raising `PydanticCustomError(code, …, {"column": …, "value": …})`.
    """
    context = error.get("ctx", {})
    column = context.get("column") or ".".join(str(place) for place in error["loc"])
    value = context.get("value", error["input"])
    if isinstance(value, dict):  # the whole row: a column that the layout did not give
        return "missing", column, ""
    if value is None or value == "":
        return "missing", column, ""
    if error["type"] in MESSAGES:
        return error["type"], column, str(value)
    code = next((code for start, code in PROBLEMS.items() if error["type"].startswith(start)), "invalid")
    if code == "negative" and context.get("ge", context.get("gt")) != 0:
        code = "number"  # too small for what it is, such as a latitude that is not in Québec
    return code, column, str(value)
