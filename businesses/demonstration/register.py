"""Files in the exact layout of the enterprise register's open data, of any size, to try and measure loads with.

Nothing in them exists, and they say so: names hold "Démo", and a domain of values that the real ones lack marks the
whole (`datasets.register`). The same seed gives the same edition. In proportion to establishments, there are as many
names (three each) and enterprises that were struck off as in the register (November 2026).
"""

import csv
import io
import random
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

LAYOUTS = {
    "Entreprise.csv": (
        "NEQ,IND_FAIL,DAT_IMMAT,COD_REGIM_JURI,COD_INTVAL_EMPLO_QUE,DAT_CESS_PREVU,COD_STAT_IMMAT,COD_FORME_JURI,"
        "DAT_STAT_IMMAT,COD_REGIM_JURI_CONSTI,DAT_DEPO_DECLR,AN_DECL,AN_PROD,DAT_LIMIT_PROD,AN_PROD_PRE,"
        "DAT_LIMIT_PROD_PRE,DAT_MAJ_INDEX_NOM,COD_ACT_ECON_CAE,NO_ACT_ECON_ASSUJ,DESC_ACT_ECON_ASSUJ,COD_ACT_ECON_CAE2,"
        "NO_ACT_ECON_ASSUJ2,DESC_ACT_ECON_ASSUJ2,NOM_LOCLT_CONSTI,DAT_CONSTI,IND_CONVEN_UNMN_ACTNR,"
        "IND_RET_TOUT_POUVR,IND_LIMIT_RESP,DAT_DEB_RESP,DAT_FIN_RESP,OBJET_SOC,NO_MTR_VOLONT,ADR_DOMCL_ADR_DISP,"
        "ADR_DOMCL_LIGN1_ADR,ADR_DOMCL_LIGN2_ADR,ADR_DOMCL_LIGN3_ADR,ADR_DOMCL_LIGN4_ADR"
    ),
    "Nom.csv": "NEQ,NOM_ASSUJ,NOM_ASSUJ_LANG_ETRNG,STAT_NOM,TYP_NOM_ASSUJ,DAT_INIT_NOM_ASSUJ,DAT_FIN_NOM_ASSUJ",
    "Etablissements.csv": (
        "NEQ,NO_SUF_ETAB,IND_ETAB_PRINC,IND_SALON_BRONZ,IND_VENTE_TABAC_DETL,IND_DISP,LIGN1_ADR,LIGN2_ADR,LIGN3_ADR,"
        "LIGN4_ADR,COD_ACT_ECON,DESC_ACT_ECON_ETAB,NO_ACT_ECON_ETAB,COD_ACT_ECON2,DESC_ACT_ECON_ETAB2,"
        "NO_ACT_ECON_ETAB2,NOM_ETAB"
    ),
    "FusionScissions.csv": (
        "NEQ,NEQ_ASSUJ_REL,DENOMN_SOC,COD_RELA_ASSUJ,DAT_EFCTVT,IND_DISP,LIGN1_ADR,LIGN2_ADR,LIGN3_ADR,LIGN4_ADR"
    ),
    "ContinuationsTransformations.csv": "NEQ,COD_TYP_CHANG,COD_REGIM_JURI,AUTR_REGIM_JURI,NOM_LOCLT,DAT_EFCTVT",
    "DomaineValeur.csv": "TYP_DOM_VAL,COD_DOM_VAL,VAL_DOM_FRAN",
}
SIZES = {
    "O": "Aucun",
    "A": "De 1 à 5 employés",
    "B": "De 6 à 10 employés",
    "C": "De 11 à 25 employés",
    "D": "De 26 à 49 employés",
    "E": "De 50 à 99 employés",
    "F": "De 100 à 249 employés",
    "G": "De 250 à 499 employés",
    "H": "De 500 à 749 employés",
    "I": "De 750 à 999 employés",
    "J": "De 1 000 à 2 499 employés",
    "K": "De 2 500 à 4 999 employés",
    "L": "Plus de 5 000 employés",
}
SIZE_WEIGHTS = (150, 480, 140, 110, 50, 35, 20, 7, 2, 1, 2, 1, 1)
ESTABLISHMENTS_OF_THREE = (1, 1, 2)  # how many each of three enterprises has: 3 enterprises, 4 establishments
WORDS = 40_000  # of names, most of them rare
INDIVIDUALS = 0.25  # the share of enterprises that are natural persons
SYLLABLES = tuple(consonant + vowel for consonant in "bcdfgjklmnprstvz" for vowel in "aeio")


class Activity(NamedTuple):
    cae: str
    noun: str


ACTIVITIES = tuple(
    Activity(*line.split(" ", 1))
    for line in (
        "0111 Ferme laitière",
        "0151 Ferme fruitière",
        "0411 Exploitation forestière",
        "1072 Boulangerie industrielle",
        "2542 Portes et fenêtres",
        "2811 Imprimerie",
        "3081 Atelier d’usinage",
        "4011 Construction résidentielle",
        "4241 Plomberie",
        "4261 Électricité",
        "4275 Peinture",
        "4561 Transport",
        "4842 Messagerie",
        "5219 Alimentation en gros",
        "6011 Épicerie",
        "6031 Pharmacie",
        "6131 Boutique de vêtements",
        "6311 Concession automobile",
        "6351 Garage",
        "6531 Quincaillerie",
        "7511 Immeubles",
        "7721 Solutions informatiques",
        "7731 Services comptables",
        "7752 Génie-conseil",
        "7761 Cabinet juridique",
        "7771 Conseils en gestion",
        "8641 Garderie",
        "8653 Clinique dentaire",
        "9111 Hôtel",
        "9211 Restaurant",
        "9651 Centre sportif",
        "9711 Salon de coiffure",
        "9951 Entretien ménager",
        "9990 Services divers",
    )
)


class Town(NamedTuple):
    name: str
    fsa: str


class Enterprise(NamedTuple):
    number: str  # NEQ
    is_active: bool
    activity: Activity
    name: str
    places: int


def write(path: Path, establishments: int, towns: Sequence[Town], seed: int, changed: float = 0) -> None:
    """Write an archive of six files; `changed` is the share of establishments that differ in the edition after.

    Of these, half have moved, a quarter are gone and a quarter are new.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        count = establishments + round(establishments * changed / 4)
        for name, lines in (
            ("Entreprise.csv", enterprise_lines(count, towns, seed)),
            ("Nom.csv", (line for item in enterprises(count, seed) for line in name_lines(item))),
            ("Etablissements.csv", establishment_lines(establishments, count, towns, seed, changed)),
            ("FusionScissions.csv", ()),
            ("ContinuationsTransformations.csv", ()),
            ("DomaineValeur.csv", value_lines()),
        ):
            write_member(archive, name, iter(lines))


def write_member(archive: zipfile.ZipFile, name: str, lines: Iterator[Sequence]) -> None:
    """Write one file as the register does: UTF-8 with BOM, quoted where there is a comma."""
    with archive.open(name, "w", force_zip64=True) as binary, io.TextIOWrapper(binary, "utf-8-sig", newline="") as text:
        text.write(LAYOUTS[name] + "\r\n")
        writer = csv.writer(text)
        writer.writerows(lines)


def enterprises(establishments: int, seed: int) -> Iterator[Enterprise]:
    """Yield enterprises until they have so many establishments; after each three, one that was struck off."""
    draw = random.Random(seed)
    number = placed = 0
    while placed < establishments:
        for places in (*ESTABLISHMENTS_OF_THREE, 0):
            number += 1
            places = min(places, establishments - placed)
            is_person = draw.random() < INDIVIDUALS
            activity = draw.choice(ACTIVITIES)
            word = word_at(int(WORDS * draw.random() ** 3))
            ending = "" if is_person else " inc."
            name = f"{activity.noun} {word} Démo {number}{ending}"
            placed += places
            yield Enterprise(f"{'22' if is_person else '11'}{number:08d}", places > 0, activity, name, places)


def word_at(number: int) -> str:
    """Return a word that no language has; small numbers are common."""
    base = len(SYLLABLES)
    return "".join(SYLLABLES[number // place % base] for place in (base**2, base, 1)).capitalize()


def enterprise_lines(count: int, towns: Sequence[Town], seed: int) -> Iterator[Sequence]:
    draw = random.Random(seed + 3)
    for item in enterprises(count, seed):
        size = draw.choices(tuple(SIZES), SIZE_WEIGHTS)[0]
        town = draw.choice(towns)
        since = f"{draw.randint(1994, 2024)}-0{draw.randint(1, 9)}-1{draw.randint(0, 9)}"
        year, house = draw.randint(2023, 2026), draw.randint(1, 9999)
        status, form = "IM" if item.is_active else "RD", "IND" if item.number.startswith("22") else "SPA"
        declared = f"{year}-01-01"
        activity = (item.activity.cae, 1, item.activity.noun, "", "", "")
        address = ("O", f"{house}, rue du Modèle", f"{town.name} (Québec)", "", f"{town.fsa}9Z9")
        yield (
            *(item.number, "N", since, "RQ", size, "", status, form, since, "RQ", declared, year, year, "", "", "", ""),
            *(*activity, "", since, "N", "N", "N", "", "", "", "", *address),
        )


def name_lines(item: Enterprise) -> Iterator[Sequence]:
    """Yield the legal name, then those that it had, and for some another one that is in force."""
    yield (item.number, item.name, "", "V", "N", "2015-01-01", "")
    yield (item.number, f"Ancien {item.name}", "", "A", "N", "2005-01-01", "2015-01-01")
    if item.is_active:
        yield (item.number, f"Premier {item.name}", "", "A", "A", "2000-01-01", "2010-01-01")
        if int(item.number) % 2:
            yield (item.number, f"Chez {item.name.removesuffix(' inc.')}", "", "V", "A", "2015-01-01", "")


def establishment_lines(
    establishments: int, count: int, towns: Sequence[Town], seed: int, changed: float
) -> Iterator[Sequence]:
    draw, gone = random.Random(seed + 1), random.Random(seed + 2)
    place = 0
    for item in enterprises(count, seed):
        for suffix in range(1, item.places + 1):
            place += 1
            house, town, street = draw.randint(1, 9999), draw.choice(towns), draw.choice(SYLLABLES)
            chance = gone.random() if changed and place <= establishments else 1
            if chance < changed / 4:
                continue
            if chance < changed * 3 / 4:
                house += 10_000
            yield (
                *(item.number, suffix, "O" if suffix == 1 else "N", "N", "N", "N" if house % 97 == 0 else "O"),
                *(f"{house}, rue {street.capitalize()}", f"{town.name} (Québec)", "", f"{town.fsa}9Z9"),
                *(item.activity.cae, item.activity.noun, 1, "", "", "", f"{item.name} {suffix}" if suffix > 1 else ""),
            )


def value_lines() -> Iterator[Sequence]:
    yield from (("INTVAL_EMPLO_QUE", code, label) for code, label in SIZES.items())
    yield from (("ACT_ECON", activity.cae, activity.noun) for activity in ACTIVITIES)
    yield ("STAT_IMMAT", "IM", "Immatriculée")
    yield ("DEMONSTRATION", "O", "Aucune de ces entreprises n’existe")
