"""How a line of the ministry's files of institutions is read."""

import re

from catalog.problems import RejectedLine
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
    check_place(row)
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


def check_place(row: dict) -> None:
    """Refuse half a place: both coordinates go together."""
    for one, other in (("latitude", "longitude"), ("longitude", "latitude")):
        if row[one] and not row[other]:
            raise RejectedLine("missing", other)


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
