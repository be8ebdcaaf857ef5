"""Small archives in the exact layout of the enterprise register's open data."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from businesses.demonstration.register import LAYOUTS, SIZES

VALUES = (
    *(("INTVAL_EMPLO_QUE", code, label) for code, label in SIZES.items()),
    ("INTVAL_EMPLO_QUE", "N", "Non disponible"),
    ("ACT_ECON", "9211", "Restaurants"),
    ("ACT_ECON", "6351", "Ateliers de réparation"),
)


def line(file: str, **values) -> dict:
    """Return a line of a file, empty but for some columns."""
    columns = LAYOUTS[file].split(",")
    assert values.keys() <= set(columns)
    return dict.fromkeys(columns, "") | values


def enterprise(number: str = "1100000001", **values) -> dict:
    about = {"COD_STAT_IMMAT": "IM", "COD_FORME_JURI": "SPA", "DAT_IMMAT": "2011-05-31", "AN_DECL": "2025"}
    size = {"COD_INTVAL_EMPLO_QUE": "B", "DAT_DEPO_DECLR": "2026-03-01"}
    return line("Entreprise.csv", NEQ=number, **about | size | values)


def name(number: str = "1100000001", text: str = "Essai inc.", **values) -> dict:
    return line("Nom.csv", NEQ=number, NOM_ASSUJ=text, **{"STAT_NOM": "V", "TYP_NOM_ASSUJ": "N"} | values)


def establishment(number: str = "1100000001", suffix: str = "1", **values) -> dict:
    about = {"IND_ETAB_PRINC": "O", "IND_DISP": "O", "COD_ACT_ECON": "9211"}
    address = {"LIGN1_ADR": "1, rue A", "LIGN2_ADR": "Montréal (Québec)", "LIGN4_ADR": "H2X1Y4"}
    return line("Etablissements.csv", NEQ=number, NO_SUF_ETAB=suffix, **about | address | values)


def text_of(file: str, lines: Sequence[Mapping]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, LAYOUTS[file].split(","), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue()


def texts(
    enterprises: Sequence[Mapping] = (enterprise(),),
    names: Sequence[Mapping] = (name(),),
    establishments: Sequence[Mapping] = (establishment(),),
    values: Sequence[Sequence] = VALUES,
) -> dict[str, str]:
    """Return the texts of the six files."""
    lines = {"Entreprise.csv": enterprises, "Nom.csv": names, "Etablissements.csv": establishments}
    lines["DomaineValeur.csv"] = [
        dict(zip(("TYP_DOM_VAL", "COD_DOM_VAL", "VAL_DOM_FRAN"), value, strict=True)) for value in values
    ]
    return {file: text_of(file, lines.get(file, ())) for file in LAYOUTS}


def write(path: Path, files: Mapping[str, str | bytes] | None = None, **lines) -> Path:
    """Write an archive: of the files given, or of those that hold some lines."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, text in (files or texts(**lines)).items():
            archive.writestr(file, text if isinstance(text, bytes) else text.encode("utf-8-sig"))
    return path
