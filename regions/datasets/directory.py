"""RCMs and municipalities: the ministry's directory, which changes daily.

Its two files are read as their users describe them (observed in November 2026; no copy of them was at hand), or in the
layout of the embedded edition (docs/data.md).
"""

import re
from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field, StringConstraints

from catalog import licences
from catalog.contracts import Count, RowContract, if_published
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Layout, registry
from regions.codes import RegionCode
from regions.models import Municipality, Rcm

RcmCode = Annotated[str, StringConstraints(pattern=r"^\d{3}$")]

DIRECTORY = {
    "publisher": _("Ministère des Affaires municipales et de l’Habitation"),
    "homepage": "https://www.donneesquebec.ca/recherche/dataset/repertoire-des-municipalites-du-quebec",
    **licences.CC_BY,
}
ENCODINGS = ("utf-8-sig", "cp1252")
REGION = re.compile(r"\((\d\d)\)\s*$|^\s*(\d\d)\b")  # "Estrie (05)"
RCM = re.compile(r"^\s*MRC\b.*\((\d{3})\)\s*$")  # "MRC Brome-Missisquoi (460)"
RCM_DESIGNATION = "Municipalité régionale de comté"


def region_code(text: str) -> str:
    if not (found := REGION.search(text)):
        raise RejectedLine("code-format", "region_id", text)
    return found[1] or found[2]


# --- RCMs ---------------------------------------------------------------------------------------------------


class RcmRow(RowContract):
    code: RcmCode
    name: str = Field(min_length=1, max_length=100)
    region_id: RegionCode
    population: Count = None


def directory_rcm(raw: dict) -> dict | None:
    """Leave out the metropolitan communities and the Kativik administration, which the file lists too."""
    if raw["designation"].strip() != RCM_DESIGNATION:
        return None
    name = " ".join(raw["name"].split())
    return {
        "code": raw["code"].strip().removeprefix("AR"),
        "name": name if name.startswith("MRC ") else f"MRC {name}",
        "region_id": region_code(raw["region_id"]),
        "population": raw["population"],
    }


registry.register(
    DatasetDefinition(
        slug="rcms",
        title=_("Regional county municipalities"),
        description=_("The regional county municipalities (RCMs), their region and their population."),
        model=Rcm,
        contract=RcmRow,
        key=("code",),
        depends_on=("regions",),
        urls=("https://donneesouvertes.affmunqc.net/repertoire/MRC_CM_Arg.csv",),
        layouts=(
            Layout(
                name="mamh",
                columns={
                    "code": "mrccod",
                    "name": "mrcnom",
                    "designation": "mrcdescdesi",
                    "region_id": "mrcregion",
                    "population": "mrcpopul",
                },
                prepare=directory_rcm,
                encodings=ENCODINGS,
            ),
            Layout(
                name="portal",
                columns={"code": "code", "name": "name_fr", "region_id": "region", "population": "population"},
            ),
        ),
        **DIRECTORY,
    )
)


# --- Municipalities -----------------------------------------------------------------------------------------


class MunicipalityRow(RowContract):
    code: str = Field(pattern=r"^\d{5}$")
    name: str = Field(min_length=1, max_length=100)
    designation: str = Field(min_length=1, max_length=60)
    region_id: RegionCode
    rcm_id: Annotated[RcmCode | None, BeforeValidator(if_published)] = None
    population: Count = None
    postal_code: str = Field("", max_length=7)
    website: str = Field("", max_length=200)


def directory_municipality(raw: dict) -> dict:
    """Read the codes out of "Estrie (05)" and "MRC Brome-Missisquoi (460)"; no RCM is an empty or another text."""
    rcm = RCM.match(raw["rcm_id"])
    return raw | {
        "name": " ".join(raw["name"].split()),
        "designation": raw["designation"].partition(" (")[0],  # "Village cri (Terre de la catégorie": cut short
        "region_id": region_code(raw["region_id"]),
        "rcm_id": rcm[1] if rcm else None,
    }


registry.register(
    DatasetDefinition(
        slug="municipalities",
        title=_("Municipalities"),
        description=_(
            "Local municipalities, Indigenous communities and unorganized territories, with their region, RCM, "
            "population and website. The directory has no legal value."
        ),
        model=Municipality,
        contract=MunicipalityRow,
        key=("code",),
        depends_on=("regions", "rcms"),
        urls=("https://donneesouvertes.affmunqc.net/repertoire/MUN.csv",),
        layouts=(
            Layout(
                name="mamh",
                columns={
                    "code": "mcode",
                    "name": "munnom",
                    "designation": "mdes",
                    "region_id": "regadm",
                    "rcm_id": "mrc",
                    "population": "mpopul",
                    "postal_code": "mcodpos",
                    "website": "mweb",
                },
                prepare=directory_municipality,
                encodings=ENCODINGS,
            ),
            Layout(
                name="portal",
                columns={
                    "code": "code",
                    "name": "name",
                    "designation": "designation",
                    "region_id": "region",
                    "rcm_id": "rcm",
                    "population": "population",
                    "postal_code": "postal_code",
                    "website": "website",
                },
            ),
        ),
        **DIRECTORY,
    )
)
