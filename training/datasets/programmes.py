"""Programmes of study: one table of the portal for all levels. No publisher gives an open file of them."""

import re
from typing import Annotated, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field

from catalog.contracts import RowContract, if_published
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Layout, registry
from occupations.datasets.fields import PORTAL
from training.datasets.cip import CipCode
from training.models import Credential, Evidence, Prerequisite, Programme

VOCATIONAL = {Credential.AEP, Credential.DEP, Credential.ASP}
ENGLISH_OFFSET = 500  # from the code of a vocational programme to that of its English version; no exception is known
OFFICIAL_CODES = {
    **dict.fromkeys(VOCATIONAL, re.compile(r"\d{4}")),
    Credential.AEC: re.compile(r"[A-Z]{3}\.[0-9A-Z]{2}"),
    **dict.fromkeys((Credential.DEC_TECHNICAL, Credential.DEC_PRE_UNIVERSITY), re.compile(r"\d{3}\.[0-9A-Z]{2}")),
}


class ProgrammeRow(RowContract):
    """An empty official code is one that nobody gave; the sector and its evidence go together."""

    identifier: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)
    official_code: str = Field("", max_length=10)
    english_code: str = Field("", max_length=10)
    title_fr: str = Field(min_length=1, max_length=200)
    title_en: str = Field("", max_length=200)
    credential: Credential
    sector_id: Annotated[str | None, BeforeValidator(if_published)]
    sector_evidence: Literal["", *Evidence.values] = ""
    cip_id: Annotated[CipCode | None, BeforeValidator(if_published)]
    prerequisites: str = Field("", max_length=200)
    evidence: Evidence
    status: Programme.Status


def checked(raw: dict) -> dict:
    """Refuse codes that are not those of the credential, or that do not go together, and unknown prerequisites."""
    row = {name: text.strip() for name, text in raw.items()}
    check_codes(row)
    if bool(row["sector_id"]) != bool(row["sector_evidence"]):
        raise RejectedLine("missing", "sector_evidence" if row["sector_id"] else "sector_id")
    if unknown := set(row["prerequisites"].split()) - set(Prerequisite.values):
        raise RejectedLine("unknown-label", "prerequisites", min(unknown))
    return row


def check_codes(row: dict) -> None:
    code, english = row["official_code"], row["english_code"]
    expected = OFFICIAL_CODES.get(row["credential"])
    if row["credential"] in Credential and code and not (expected and expected.fullmatch(code)):
        raise RejectedLine("code-format", "official_code", code)
    if code and row["identifier"] != code.lower().replace(".", ""):
        raise RejectedLine("codes-disagree", "identifier", row["identifier"])
    if english and (row["credential"] not in VOCATIONAL or english != str(int(code or 0) + ENGLISH_OFFSET)):
        raise RejectedLine("codes-disagree", "english_code", english)


registry.register(
    DatasetDefinition(
        slug="programmes",
        title=_("Programs of study"),
        description=_(
            "Vocational, college and university programs, with what they give and the sector they are in. Each says "
            "how it is known: no publisher gives an open table of them."
        ),
        model=Programme,
        contract=ProgrammeRow,
        key=("identifier",),
        depends_on=("training-sectors", "cip"),
        layouts=(
            Layout(
                name="portal",
                columns={
                    "identifier": "identifier",
                    "official_code": "official_code",
                    "english_code": "english_code",
                    "title_fr": "title_fr",
                    "title_en": "title_en",
                    "credential": "credential",
                    "sector_id": "sector",
                    "sector_evidence": "sector_evidence",
                    "cip_id": "cip",
                    "prerequisites": "prerequisites",
                    "evidence": "evidence",
                    "status": "status",
                },
                prepare=checked,
            ),
        ),
        **{**PORTAL, "max_rejected": 0.01},  # an operator’s file may have lines that nobody can read
    )
)
