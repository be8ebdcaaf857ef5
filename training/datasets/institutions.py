"""Where programmes are given: the ministry's files of schools, colleges and universities, which make one release.

Its school files list every school; those that give vocational training are read (`FORM_PRO` is 1). A vocational
training centre has a line for each of its buildings. Layouts: the files of 5 December 2022.
"""

from decimal import Decimal
from functools import partial
from typing import Annotated, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field

from catalog import licences
from catalog.contracts import RowContract, if_published
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from training.datasets.buildings import count_buildings, find_region, gather_buildings
from training.datasets.institution_lines import official
from training.models import Institution

Kind, Network = Institution.Kind, Institution.Network


class InstitutionRow(RowContract):
    """One institution, or one building of it; the last two columns are filled once the buildings are together."""

    code: str = Field(pattern=r"^\d{6}$")
    building: str  # its code; that of the institution where the file does not tell buildings
    name: str = Field(min_length=1, max_length=200)
    kind: Kind
    teaches: bool
    network: Literal["", *Network.values]
    language: str = Field(pattern=r"^(fr|en)?$")
    address: str = Field("", max_length=200)
    municipality_id: Annotated[str | None, BeforeValidator(if_published)]
    postal_code: str = Field("", pattern=r"^([A-Z]\d[A-Z] \d[A-Z]\d)?$")
    building_postal_code: str = ""
    latitude: Annotated[Decimal | None, Field(ge=44, le=63), BeforeValidator(if_published)]
    longitude: Annotated[Decimal | None, Field(ge=-80, le=-56), BeforeValidator(if_published)]
    website: str = Field("", max_length=200)
    buildings: int = 1
    region_id: str | None = None


def portal(raw: dict) -> dict:
    return raw | {"building": raw["code"]}


SCHOOL = {
    "code": "CD_ORGNS",
    "name": "NOM_OFFCL",
    "address": "ADRS_GEO_L1_GDUNO",
    "address_2": "ADRS_GEO_L2_GDUNO",
    "municipality_id": "CD_MUNCP",
    "postal_code": "CD_POSTL_GDUNO",
    "type": "TYPE_ORGNS",
    "network": "RESEAU",
    "website": "SITE_WEB",
    "longitude": "COORD_X_LL84",
    "latitude": "COORD_Y_LL84",
}
PUBLIC_SCHOOL = {
    "code": "CD_ORGNS",
    "building": "CD_IMM",
    "name": "NOM_OFFCL_ORGNS",
    "address": "ADRS_GEO_L1_GDUNO_ORGNS",
    "address_2": "ADRS_GEO_L2_GDUNO_ORGNS",
    "municipality_id": "CD_MUNCP_GDUNO_ORGNS",
    "postal_code": "CD_POSTL_GDUNO_ORGNS",
    "building_postal_code": "CD_POSTL_GDUNO_IMM",
    "language": "TYPE_CS",
    "website": "SITE_WEB_ORGNS",
    "longitude": "COORD_X_LL84_IMM",
    "latitude": "COORD_Y_LL84_IMM",
    "vocational": "FORM_PRO",
}


def ministry(part: str, columns: dict, kind: Kind, **begins: str) -> Layout:
    prepare = partial(official, kind=kind)
    return Layout(name=f"meq-{part}", part=part, columns=columns, prepare=prepare, memory=set, begins=begins)


VOCATIONAL = SCHOOL | {"vocational": "FORM_PRO"}
HIGHER = SCHOOL | {"order": "ORDRE_ENS"}

registry.register(
    DatasetDefinition(
        slug="institutions",
        title=_("Educational institutions"),
        description=_(
            "Vocational training centres, colleges and universities, public and private, with their address and "
            "their place on the map."
        ),
        publisher=_("Ministère de l’Éducation and Ministère de l’Enseignement supérieur du Québec"),
        homepage="https://www.donneesquebec.ca/recherche/dataset/localisation-des-etablissements-d-enseignement-du-reseau-scolaire-au-quebec",
        **licences.CC_BY,
        model=Institution,
        contract=InstitutionRow,
        key=("code",),
        line_key=("code", "building"),
        checks=(count_buildings, gather_buildings, find_region),
        depends_on=("municipalities", "postal-areas"),
        edition=Edition(),
        layouts=(
            ministry("public-schools", PUBLIC_SCHOOL, Kind.VOCATIONAL_CENTRE),
            ministry("government-schools", VOCATIONAL, Kind.VOCATIONAL_CENTRE, network="Gouvernemental"),
            ministry("private-schools", VOCATIONAL, Kind.VOCATIONAL_CENTRE, network="Privé"),
            ministry("colleges", HIGHER, Kind.COLLEGE, order="Collégial"),
            ministry("universities", HIGHER, Kind.UNIVERSITY, order="Universitaire"),
            Layout(
                name="portal",
                columns={
                    "code": "code",
                    "name": "name",
                    "kind": "kind",
                    "teaches": "teaches",
                    "network": "network",
                    "language": "language",
                    "address": "address",
                    "municipality_id": "municipality",
                    "postal_code": "postal_code",
                    "latitude": "latitude",
                    "longitude": "longitude",
                    "website": "website",
                    "buildings": "buildings",
                },
                prepare=portal,
            ),
        ),
    )
)
