"""The structure of NAICS Canada 2022: Statistics Canada's file, whose English edition was at hand.

French names and definitions that are known stay. The embedded edition has the names in both languages.
"""

from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import Field, StringConstraints

from catalog import licences
from catalog.contracts import RowContract
from catalog.known import keep_known
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from sectors.datasets.groupings import assign
from sectors.models import Industry

RANGES = {"31": "31-33", "32": "31-33", "33": "31-33", "44": "44-45", "45": "44-45", "48": "48-49", "49": "48-49"}
IndustryCode = Annotated[str, StringConstraints(pattern=r"^(\d{2,6}|\d\d-\d\d)$")]


class IndustryRow(RowContract):
    code: IndustryCode
    parent_id: IndustryCode | None
    name_fr: str | None = Field(None, min_length=1, max_length=250)
    name_en: str = Field(min_length=1, max_length=250)
    definition_fr: str | None = None
    definition_en: str | None = None


def with_parent(raw: dict) -> dict:
    """Add the class above: the code without its last digit, or the range of a subsector whose sector is one."""
    code = raw["code"].strip()
    if len(code) == 2 or "-" in code:
        return raw | {"parent_id": None}
    return raw | {"parent_id": RANGES.get(code[:-1], code[:-1])}


def official_class(raw: dict) -> dict:
    """Refuse a code that is not on the level that the file tells, or not under the class that it tells."""
    level, parent, code = raw.pop("level").strip(), raw.pop("parent").strip(), raw["code"].strip()
    if level != ("1" if "-" in code else str(len(code) - 1)):
        raise RejectedLine("code-format", "code", code)
    row = with_parent(raw)
    if parent != (row["parent_id"] or ""):
        raise RejectedLine("unknown-code", "parent", parent)
    return row


registry.register(
    DatasetDefinition(
        slug="naics",
        title=_("North American Industry Classification System (NAICS) Canada 2022"),
        description=_(
            "The 2,059 classes of the classification of industries, from the 20 sectors to the 923 last ones."
        ),
        publisher=_("Statistics Canada"),
        homepage="https://www.statcan.gc.ca/en/subjects/standard/naics/2022/v1/index",
        **licences.STATISTICS_CANADA,
        urls=("https://www.statcan.gc.ca/en/statistical-programs/document/naics-scian-2022-structure-v1-eng.csv",),
        model=Industry,
        contract=IndustryRow,
        key=("code",),
        checks=(keep_known(Industry, "code", "name_fr", "definition_fr"),),
        when_live=assign,
        edition=Edition(label="2022 v1.0", reference_period="2022"),
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
                columns={"code": "code", "name_en": "name_en", "name_fr": "name_fr"},
                prepare=with_parent,
            ),
        ),
    )
)
