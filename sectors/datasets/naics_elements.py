"""The elements of NAICS Canada 2022: what each class includes and excludes, and examples of it.

Statistics Canada gives one file in each language, and each is loaded by itself: the texts in the other language stay.
A line is not the translation of the same line of the other file.
"""

import re
from collections import Counter
from functools import partial
from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import RowContract
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from sectors.datasets.naics import IndustryCode
from sectors.models import IndustryText

Element = IndustryText.Element
ELEMENTS = {
    "en": {
        "illustrative example(s)": Element.EXAMPLE,
        "inclusion(s)": Element.INCLUSION,
        "exclusion(s)": Element.EXCLUSION,
    },
    "fr": {
        "exemple(s) illustratif(s)": Element.EXAMPLE,
        "inclusion(s)": Element.INCLUSION,
        "exclusion(s)": Element.EXCLUSION,
    },
}
ALL_EXAMPLES = {"all examples", "tous les exemples"}  # the words of an index, which the portal does not show
HEADERS = {  # English from users of the file; French after its sister files of the NOC
    "en": {
        "industry_id": "Code",
        "element": ("Element Type", "Element Type Label", "Element Type Label English"),
        "text": ("Element Description", "Element Description English"),
    },
    "fr": {
        "industry_id": "Code",
        "element": ("Type d'élément", "Nom du type d'élément", "Nom du type d’élément Français"),
        "text": ("Description de l'élément", "Description d'élément", "Description d’élément Français"),
    },
}


class IndustryTextRow(RowContract):
    industry_id: IndustryCode
    language: Literal["fr", "en"]
    element: Element
    position: int
    text: str = Field(min_length=1)


def official_text(raw: dict, memory: Counter, language: str) -> dict | None:
    """Number the texts of each element in the order of the file."""
    label = raw["element"].strip().casefold()
    if label in ALL_EXAMPLES:
        return None
    if (element := ELEMENTS[language].get(label)) is None:
        raise RejectedLine("unknown-label", "element", raw["element"])
    code = raw["industry_id"].strip()
    memory[code, element] += 1
    return {
        "industry_id": code,
        "language": language,
        "element": element.value,
        "position": memory[code, element],
        "text": re.sub(" {2,}", " ", raw["text"]),
    }


def keep_other_language(cursor, stage: str) -> None:
    """Add the current texts in the language that the file is not in."""
    columns = "industry_id, language, element, position, text"
    cursor.execute(
        f"INSERT INTO {stage} (_file, _line, {columns}) SELECT 0, 0, {columns} FROM {IndustryText._meta.db_table}"
        f" WHERE retired_on IS NULL AND language NOT IN (SELECT language FROM {stage})"
    )


registry.register(
    DatasetDefinition(
        slug="naics-texts",
        title=_("NAICS 2022 inclusions and exclusions"),
        description=_(
            "What each class of the classification of industries includes and excludes, with examples. A fresh copy of "
            "the portal comes without them."
        ),
        publisher=_("Statistics Canada"),
        homepage="https://www.statcan.gc.ca/en/subjects/standard/naics/2022/v1/index",
        **licences.STATISTICS_CANADA,
        model=IndustryText,
        contract=IndustryTextRow,
        key=("industry_id", "language", "element", "position"),
        depends_on=("naics",),
        checks=(keep_other_language,),
        edition=Edition(label="2022 v1.0", reference_period="2022"),
        layouts=tuple(
            Layout(
                name=f"statcan-{language}",
                columns=HEADERS[language],
                prepare=partial(official_text, language=language),
                memory=Counter,
            )
            for language in HEADERS
        ),
    )
)
