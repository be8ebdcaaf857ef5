"""From NOC 2016 (and 2011, whose unit groups were the same) to NOC 2021: Statistics Canada's correspondence table.

Its English file gives English names only and the French one was not at hand: the French names that are known stay.
The embedded edition has the whole table in both languages.
"""

import re

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.known import keep_known
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from occupations.datasets.noc import PUBLISHER, UnitGroupCode
from occupations.models import FormerCode

CHANGE = re.compile(r"\b[RV]C\d(?:\.\d)?")  # the codes of the Generic Statistical Information Model
TRANSFER = "RC5"


class FormerCodeRow(RowContract):
    former_code: str = Field(pattern=r"^\d{4}$")
    former_name_fr: str | None = Field(None, min_length=1, max_length=250)
    former_name_en: str = Field(min_length=1, max_length=250)
    unit_group_id: UnitGroupCode
    change: str = Field("", max_length=60)


def official_change(raw: dict) -> dict:
    """Keep the codes of the changes: "RC4.2 - Split off, VC1 - Code Change" → "RC4.2 VC1".

    One line of the published table has the word Transfer without its code (seen in November 2026).
    """
    codes = set(CHANGE.findall(raw["change"]))
    if "Transfer" in raw["change"]:
        codes.add(TRANSFER)
    return raw | {"change": " ".join(sorted(codes))}


registry.register(
    DatasetDefinition(
        slug="noc-2016",
        title=_("From NOC 2016 to NOC 2021"),
        description=_(
            "Which unit groups of NOC 2021 the 500 unit groups of NOC 2016 became. The table says nothing of how many "
            "jobs went each way: no figure can be converted with it."
        ),
        model=FormerCode,
        contract=FormerCodeRow,
        key=("former_code", "unit_group_id"),
        depends_on=("noc",),
        urls=("https://www.statcan.gc.ca/en/statistical-programs/document/noc2016v1_3-noc2021v1_0-eng.csv",),
        checks=(keep_known(FormerCode, "former_code", "former_name_fr"),),
        edition=Edition(label="2016 v1.3 → 2021 v1.0", reference_period="2016-2021"),
        layouts=(
            Layout(
                name="statcan-en",
                columns={
                    "former_code": "NOC 2016 V1.3 Code",
                    "former_name_en": "NOC 2016 V1.3 Title",
                    "change": "GSIM Type of Change",
                    "unit_group_id": "NOC 2021 V1.0 Code",
                },
                prepare=official_change,
            ),
            Layout(
                name="portal",
                columns={
                    "former_code": "noc_2016",
                    "former_name_fr": "name_2016_fr",
                    "former_name_en": "name_2016_en",
                    "change": "change",
                    "unit_group_id": "noc_2021",
                },
            ),
        ),
        **PUBLISHER
        | {"homepage": "https://www.statcan.gc.ca/en/statistical-programs/document/noc2016v1_3-noc2021v1_0"},
    )
)
