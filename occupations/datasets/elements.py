"""The elements of NOC 2021, one file in each language: the job titles, and the official texts about unit groups.

The same two files feed two datasets, so that a portal without the texts still has the titles. A title is not the
translation of the title on the same line of the other file. "Inclusion(s)" are left out: they are titles of other
publications, not texts about the group.
"""

import re
from collections import Counter
from functools import partial
from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Layout, registry
from occupations.datasets.noc import NOC_2021, PUBLISHER, UnitGroupCode
from occupations.models import JobTitle, OfficialText
from occupations.search.index import rebuild

TITLES = {  # label: whether it is a main title
    "en": {"Illustrative example(s)": True, "All examples": False},
    "fr": {"Exemple(s) illustratif(s)": True, "Tous les exemples": False},
}
ELEMENTS = {
    "en": {
        "Main duties": OfficialText.Element.MAIN_DUTY,
        "Employment requirements": OfficialText.Element.REQUIREMENT,
        "Additional information": OfficialText.Element.ADDITIONAL,
        "Exclusion(s)": OfficialText.Element.EXCLUSION,
    },
    "fr": {
        "Fonctions principales": OfficialText.Element.MAIN_DUTY,
        "Conditions d'accès à la profession": OfficialText.Element.REQUIREMENT,
        "Renseignements supplémentaires": OfficialText.Element.ADDITIONAL,
        "Exclusion(s)": OfficialText.Element.EXCLUSION,
    },
}
LABELS = {language: {*TITLES[language], *ELEMENTS[language], "Inclusion(s)"} for language in TITLES}
HEADERS = {
    "en": {
        "unit_group_id": "Code - NOC 2021 V1.0",
        "element": "Element Type Label English",
        "text": "Element Description English",
    },
    "fr": {
        "unit_group_id": ("Code de la CNP v1.0", "Code de la CNP 2021 v1.0"),
        "element": ("Nom du type d’élément Français", "Nom du type d'élément Français"),
        "text": ("Description d’élément Français", "Description d'élément Français"),
    },
}


def label(raw: dict, language: str) -> str:
    found = raw["element"].strip().replace("’", "'")
    if found not in LABELS[language]:
        raise RejectedLine("unknown-label", "element", found)
    return found


# --- Job titles ---------------------------------------------------------------------------------------------


class JobTitleRow(RowContract):
    unit_group_id: UnitGroupCode
    language: Literal["fr", "en"]
    title: str = Field(min_length=1, max_length=250)
    is_illustrative: bool


class Seen:
    """The titles that the lines above gave for the same unit group: files go from one group to the next."""

    def __init__(self):
        self.unit_group, self.titles = "", set()

    def add(self, unit_group: str, title: str) -> bool:
        """Remember a title; return False when it was there."""
        if unit_group != self.unit_group:
            self.unit_group, self.titles = unit_group, set()
        if title in self.titles:
            return False
        self.titles.add(title)
        return True


def official_title(raw: dict, memory: Seen, language: str) -> dict | None:
    """Main titles come first and come again among all the examples: once is enough."""
    if (found := label(raw, language)) not in TITLES[language]:
        return None
    unit_group, title = raw["unit_group_id"].strip(), " ".join(raw["text"].split())
    if not memory.add(unit_group, title):
        return None
    return {
        "unit_group_id": unit_group,
        "language": language,
        "title": title,
        "is_illustrative": TITLES[language][found],
    }


registry.register(
    DatasetDefinition(
        slug="noc-titles",
        title=_("NOC 2021 job titles"),
        description=_(
            "The titles that people hold in each unit group. The French and the English lists are independent: a "
            "title is not the translation of another."
        ),
        model=JobTitle,
        contract=JobTitleRow,
        when_live=rebuild,
        key=("unit_group_id", "language", "title"),
        depends_on=("noc",),
        edition=NOC_2021,
        layouts=(
            *(
                Layout(
                    name=f"statcan-{language}",
                    part=language,
                    columns=HEADERS[language],
                    prepare=partial(official_title, language=language),
                    memory=Seen,
                )
                for language in HEADERS
            ),
            Layout(
                name="portal",
                columns={
                    "unit_group_id": "noc",
                    "language": "lang",
                    "title": "title",
                    "is_illustrative": "illustrative",
                },
            ),
        ),
        **PUBLISHER,
    )
)


# --- Official texts -----------------------------------------------------------------------------------------


class OfficialTextRow(RowContract):
    unit_group_id: UnitGroupCode
    language: Literal["fr", "en"]
    element: OfficialText.Element
    position: int
    text: str = Field(min_length=1)


def official_text(raw: dict, memory: Counter, language: str) -> dict | None:
    """Number the texts of each element in the order of the file. Non-breaking spaces of French stay."""
    element = ELEMENTS[language].get(label(raw, language))
    if element is None:
        return None
    unit_group = raw["unit_group_id"].strip()
    memory[unit_group, element] += 1
    return {
        "unit_group_id": unit_group,
        "language": language,
        "element": element.value,
        "position": memory[unit_group, element],
        "text": re.sub(" {2,}", " ", raw["text"]),
    }


registry.register(
    DatasetDefinition(
        slug="noc-texts",
        title=_("NOC 2021 descriptions"),
        description=_(
            "The official main duties, employment requirements, additional information and exclusions of each unit "
            "group. A fresh copy of the portal comes without them."
        ),
        model=OfficialText,
        contract=OfficialTextRow,
        key=("unit_group_id", "language", "element", "position"),
        depends_on=("noc",),
        edition=NOC_2021,
        layouts=tuple(
            Layout(
                name=f"statcan-{language}",
                part=language,
                columns=HEADERS[language],
                prepare=partial(official_text, language=language),
                memory=Counter,
            )
            for language in HEADERS
        ),
        **PUBLISHER,
    )
)
