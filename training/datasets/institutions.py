"""Where programmes are given: the ministry's files of schools, colleges and universities, which make one release.

Its school files list every school; those that give vocational training are read (`FORM_PRO` is 1). A vocational
training centre has a line for each of its buildings. Layouts: the files of 5 December 2022.
"""

import re
from decimal import Decimal
from functools import partial
from typing import Annotated, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field

from catalog import licences
from catalog.contracts import RowContract, if_published
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from regions.models import Municipality, PostalArea
from training.models import Institution

Kind, Network = Institution.Kind, Institution.Network

# What the files name by a code that the directory of municipalities no longer has: three boroughs of Montréal, and two
# cities that merged with a neighbour.
FORMER_MUNICIPALITIES = {"66015": "66023", "66057": "66023", "66130": "66023", "88055": "88057", "32040": "32043"}
NETWORKS = {
    "Public": Network.PUBLIC,
    "Privé": Network.PRIVATE,
    "Gouvernemental": Network.GOVERNMENT,
    "Sans objet": "",
}
LANGUAGES = {"Franco": "fr", "Anglo": "en", "Statut": ""}  # of a school board; the last: Cree, Inuit, North Shore
IN_ENGLISH = re.compile(r"(\banglophone\)?|enseignement en anglais)$", re.IGNORECASE)  # how names of colleges end
LOST = "¿"  # stands for an apostrophe or a dash in one name of the 2022 files
ADMINISTRATIVE = {
    "Centre collégial de transfert de technologie",
    "Collège régional",  # its colleges have lines of their own
    "Regroupement administratif uni",
    "Regroupement légal",
    "Siège social",
}


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


def official(raw: dict, memory: set, kind: Kind) -> dict | None:
    """Read a line of any of the files; None for a school without vocational training.

    `memory` holds the institutions (and buildings) of the lines before.
    """
    row = {name: " ".join(text.split()) for name, text in raw.items()}
    if (vocational := row.pop("vocational", "1")) != "1":
        if vocational != "0":
            raise RejectedLine("unknown-label", "vocational", vocational)
        return None
    key = row["code"], row.setdefault("building", row["code"])
    if key in memory:
        raise RejectedLine("repeated", "code", row["code"])
    memory.add(key)
    row.pop("order", None)
    more = row.pop("address_2", "")
    return row | {
        "name": row["name"].replace(f" {LOST} ", " – ").replace(LOST, "’"),
        "kind": kind,
        "teaches": row.pop("type", "") not in ADMINISTRATIVE,
        "network": known(NETWORKS, row, "network") if "network" in row else Network.PUBLIC,
        "language": language(row),
        "address": f"{row['address']}, {more}" if more else row["address"],
        "municipality_id": FORMER_MUNICIPALITIES.get(row["municipality_id"], row["municipality_id"]),
        "postal_code": spaced(row["postal_code"]),
        "building_postal_code": spaced(row.get("building_postal_code", "")),
        "website": address_of(row["website"]),
    }


def portal(raw: dict) -> dict:
    return raw | {"building": raw["code"]}


def language(row: dict) -> str:
    if "language" in row:
        return known(LANGUAGES, row, "language")
    return "en" if IN_ENGLISH.search(row["name"]) else ""


def known(words: dict, row: dict, column: str) -> str:
    if row[column] not in words:
        raise RejectedLine("unknown-label", column, row[column])
    return words[row[column]]


def spaced(postal_code: str) -> str:
    return f"{postal_code[:3]} {postal_code[3:]}" if len(postal_code) == 6 else postal_code


def address_of(website: str) -> str:
    return website if not website or website.startswith(("http://", "https://")) else f"http://{website}"


def gather_buildings(cursor, stage: str) -> None:
    """Make one institution of the lines of its buildings: on the map, it is at the one that has its postal code.

    Where none has, it is at the first of the file.
    """
    cursor.execute(
        f"""
        DELETE FROM {stage} s USING (
            SELECT ctid, row_number() OVER (
                PARTITION BY code ORDER BY building_postal_code IS DISTINCT FROM postal_code, _line
            ) AS place FROM {stage}
        ) ranked
        WHERE s.ctid = ranked.ctid AND ranked.place > 1
        """
    )


def count_buildings(cursor, stage: str) -> None:
    cursor.execute(
        f"UPDATE {stage} s SET buildings = counted.buildings"
        f" FROM (SELECT code, count(*) AS buildings FROM {stage} GROUP BY code) counted"
        f" WHERE counted.code = s.code AND counted.buildings > 1"
    )


def find_region(cursor, stage: str) -> None:
    """Give each institution the region of its municipality; without one, that of its postal area."""
    cursor.execute(
        f"""
        UPDATE {stage} s SET region_id = coalesce(
            (SELECT region_id FROM {Municipality._meta.db_table} WHERE code = s.municipality_id),
            (SELECT region_id FROM {PostalArea._meta.db_table} WHERE fsa = left(s.postal_code, 3))
        )
        """
    )


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
