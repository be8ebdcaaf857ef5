"""Made-up establishments for the measurements: names, places, sectors and sizes about as frequent as in a register.

A fifth are numbered companies, a few words begin or end a tenth of all names, most words are rare, and sectors, sizes
and places are as uneven as they are: the common ones are what makes a search slow.
"""

import csv
import io
import random
from collections.abc import Iterator

from django.db import connection

SOURCE = "bench"
KINDS = (
    "Restaurant", "Construction", "Gestion", "Garage", "Coiffure", "Transport", "Les Entreprises", "Clinique",
    "Services", "Boulangerie", "Ferme", "Dépanneur", "Plomberie", "Électricité", "Pharmacie", "Immeubles",
    "Placements", "Toitures", "Peinture", "Rénovation", "Menuiserie", "Fleuriste", "Centre dentaire", "Esthétique",
    "Paysagement", "Déneigement", "Ébénisterie", "Imprimerie", "Traiteur", "Boutique", "Auberge", "Café",
    "Consultation", "Technologies", "Groupe", "Ateliers", "Distribution", "Aliments", "Équipements", "Mécanique",
    "Soudure", "Usinage", "École", "Garderie", "Studio", "Librairie", "Quincaillerie", "Boucherie", "Fromagerie",
    "Pâtisserie", "Nettoyage", "Sécurité", "Assurances", "Comptabilité",
)  # fmt: skip
ENDINGS = ("inc.", "ltée", "enr.", "S.E.N.C.", "et fils inc.", "du Québec inc.", "de l’Estrie", "et associés", "")
SYLLABLES = (
    "ba", "be", "bi", "bo", "ca", "ce", "co", "da", "de", "di", "do", "fa", "fe", "ga", "gi", "go", "la", "le", "li",
    "lo", "ma", "me", "mi", "mo", "na", "ne", "no", "pa", "pi", "ra", "re", "ri", "ro", "sa", "se", "ta",
)  # fmt: skip
SIZES = ((1, 5), (6, 10), (11, 25), (26, 49), (50, 99), (100, 249), (250, 499), (500, 999), (1000, None))
SIZE_WEIGHTS = (55, 17, 13, 7, 4, 2.4, 1, 0.4, 0.2)
COLUMNS = (
    "key", "source_id", "enterprise", "legal_name", "trade_name", "address", "locality", "postal_code", "fsa",
    "municipality_id", "rcm_id", "region_id", "latitude", "longitude", "precision", "telephone", "size_min",
    "size_max", "size_year", "size_of", "activity", "industry_id", "industry_confidence", "grouping_id", "is_main",
    "withheld", "website", "other_activity", "cae",
)  # fmt: skip


def place(names: list, chance: random.Random):
    """Return one of the names, the first ones far more often."""
    return names[min(int(len(names) * chance.random() ** 3), len(names) - 1)]


def rows(number: int, seed: int = 7) -> Iterator[tuple]:
    """Yield establishments as `COLUMNS` says; the same ones each time."""
    chance = random.Random(seed)
    surnames = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))).capitalize() for _each in range(40_000)]
    places = read("SELECT code, name, rcm_id, region_id FROM regions_municipality ORDER BY population DESC NULLS LAST")
    areas: dict[str, list] = {}
    for fsa, region, latitude, longitude in read(
        "SELECT fsa, region_id, latitude, longitude FROM regions_postalarea WHERE latitude IS NOT NULL ORDER BY fsa"
    ):
        areas.setdefault(region, []).append((fsa, latitude, longitude))
    industries = read("SELECT code, name_fr, grouping_id FROM sectors_industry WHERE length(code) = 6 ORDER BY code")
    chance.shuffle(industries)
    for each in range(number):
        kind, surname = place(KINDS, chance), place(surnames, chance)
        name = (
            f"{chance.randint(9000, 9499)}-{chance.randint(0, 9999):04} Québec inc."
            if chance.random() < 0.2
            else f"{kind} {surname} {chance.choice(ENDINGS)}".strip()
        )
        trade = f"{place(KINDS, chance)} {place(surnames, chance)}" if chance.random() < 0.3 else ""
        municipality, locality, rcm, region = place(places, chance)
        fsa, latitude, longitude = place(areas.get(region) or areas["06"], chance)
        industry, activity, grouping = place(industries, chance)
        low, high = chance.choices(SIZES, SIZE_WEIGHTS)[0]
        yield (
            f"b{each:08}", SOURCE, f"11{each:08}", name, trade, f"{chance.randint(1, 9999)}, rue {surname}",
            locality, f"{fsa} 1A1", fsa, municipality, rcm or None, region, latitude, longitude, "postal-area",
            "418 555-0100", low, high, 2025, "enterprise", activity, industry, "high", grouping,
            True, "", "", "", "",
        )  # fmt: skip


def read(statement: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def copy(made: Iterator[tuple], table: str) -> None:
    """Write rows into the directory, a hundred thousand at a time."""
    with connection.cursor() as cursor:
        while True:
            buffer = io.StringIO()
            writer = csv.writer(buffer)
            written = 0
            for row in made:
                writer.writerow(["\\N" if value is None else value for value in row])
                written += 1
                if written == 100_000:
                    break
            if not written:
                return
            buffer.seek(0)
            cursor.copy_expert(f"COPY {table} ({', '.join(COLUMNS)}) FROM STDIN (FORMAT csv, NULL '\\N')", buffer)
