"""The structure of NOC 2021: one file in each language, which describe the same classes."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import Field, StringConstraints

from catalog import licences
from catalog.contracts import RowContract
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from occupations.models import NocGroup
from occupations.search.index import rebuild

ClassCode = Annotated[str, StringConstraints(pattern=r"^\d{1,5}$")]
UnitGroupCode = Annotated[str, StringConstraints(pattern=r"^\d{5}$")]

NOC_2021 = Edition(label="2021 v1.0", reference_period="2021", published_on=date(2021, 9, 21))
PUBLISHER = {
    "publisher": _("Statistics Canada and Employment and Social Development Canada"),
    "homepage": "https://www.statcan.gc.ca/en/subjects/standard/noc/2021/indexV1",
    **licences.STATISTICS_CANADA,
}


class NocClassRow(RowContract):
    """Each file gives one language; the definition of a unit group is its lead statement."""

    code: ClassCode
    name_fr: str | None = Field(None, min_length=1, max_length=250)
    name_en: str | None = Field(None, min_length=1, max_length=250)
    definition_fr: str | None = None
    definition_en: str | None = None


def official_class(raw: dict) -> dict:
    """Refuse a code that lost its leading zeros in a spreadsheet: its length is the level."""
    level, code = raw.pop("level").strip(), raw["code"].strip()
    if level != str(len(code)):
        raise RejectedLine("code-format", "code", code)
    return raw


registry.register(
    DatasetDefinition(
        slug="noc",
        title=_("National Occupational Classification (NOC) 2021"),
        description=_(
            "The 822 classes of the classification, from the ten broad categories to the 516 unit groups that the "
            "portal calls occupations, in both languages."
        ),
        model=NocGroup,
        contract=NocClassRow,
        when_live=rebuild,
        key=("code",),
        parts_are_columns=True,
        edition=NOC_2021,
        layouts=(
            Layout(
                name="statcan-en",
                part="en",
                columns={
                    "level": "Level",
                    "code": "Code - NOC 2021 V1.0",
                    "name_en": "Class title",
                    "definition_en": "Class definition",
                },
                prepare=official_class,
            ),
            Layout(
                name="statcan-fr",
                part="fr",
                columns={
                    "level": "Niveau",
                    # Published with the first spelling (version 1.0, seen in November 2026).
                    "code": ("Code dela CNP 2021 v1.0", "Code de la CNP 2021 v1.0"),
                    "name_fr": "Titres de classes",
                    "definition_fr": "Définitions de la classe",
                },
                prepare=official_class,
            ),
            Layout(name="portal", columns={"code": "code", "name_fr": "name_fr", "name_en": "name_en"}),
        ),
        **PUBLISHER,
    )
)
