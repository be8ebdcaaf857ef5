"""The structure of CIP Canada 2021: Statistics Canada's file in English; French names that are known stay."""

from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import Field, StringConstraints

from catalog import licences
from catalog.contracts import RowContract
from catalog.known import keep_known
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from training.models import CipClass

CipCode = Annotated[str, StringConstraints(pattern=r"^\d\d(\.\d\d(\d\d)?)?$")]
PARENT = {2: None, 5: 2, 7: 5}  # characters of a code, and of that of the class above
LEVELS = {2: "1", 5: "2", 7: "3"}


class CipRow(RowContract):
    code: CipCode
    parent_id: CipCode | None
    name_fr: str | None = Field(None, min_length=1, max_length=250)
    name_en: str = Field(min_length=1, max_length=250)
    definition_fr: str | None = None
    definition_en: str | None = None


def with_parent(raw: dict) -> dict:
    """Add the class above: 14 of 14.08, 14.08 of 14.0801. An empty name is one that is not known."""
    code = raw["code"].strip()
    if len(code) not in PARENT:
        raise RejectedLine("code-format", "code", code)
    return (
        raw
        | {"parent_id": code[: PARENT[len(code)]] if PARENT[len(code)] else None}
        | {name: raw[name] or None for name in raw.keys() & {"name_fr"}}
    )


def official_class(raw: dict) -> dict:
    """Read the codes of series without the dot that ends them (“01.”); refuse a code that is not on its level."""
    level, parent = raw.pop("level").strip(), raw.pop("parent").strip().removesuffix(".")
    row = with_parent(raw | {"code": raw["code"].strip().removesuffix(".")})
    if level != LEVELS[len(row["code"])]:
        raise RejectedLine("code-format", "code", row["code"])
    if parent != (row["parent_id"] or ""):
        raise RejectedLine("unknown-code", "parent", parent)
    return row


registry.register(
    DatasetDefinition(
        slug="cip",
        title=_("Classification of Instructional Programs (CIP) Canada 2021"),
        description=_("The 2,623 classes of fields of study, from the 50 series to the 2,119 last ones."),
        publisher=_("Statistics Canada"),
        homepage="https://www.statcan.gc.ca/en/subjects/standard/cip/2021/index",
        **licences.STATISTICS_CANADA,
        model=CipClass,
        contract=CipRow,
        key=("code",),
        checks=(keep_known(CipClass, "code", "name_fr", "definition_fr"),),
        edition=Edition(label="2021 v1.0", reference_period="2021"),
        layouts=(
            Layout(
                name="statcan-en",
                columns={
                    "level": "Level",
                    "code": "Code",
                    "parent": "Parent",
                    "name_en": "Class title",
                    "definition_en": "Class definition",
                },
                prepare=official_class,
            ),
            Layout(
                name="portal",
                columns={"code": "code", "name_fr": "name_fr", "name_en": "name_en"},
                prepare=with_parent,
            ),
        ),
    )
)
