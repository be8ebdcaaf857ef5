"""Archives of the enterprise register that are refused: what people read, and a directory that is as it was."""

import os
import signal
import subprocess
import sys
import zipfile

import pytest
from django.conf import settings
from django.db import connection
from django.utils import translation

from businesses.models import Establishment
from catalog.models import Release
from catalog.problems import BadFile
from tests.businesses.register import enterprise, establishment, name, text_of, texts, write
from tests.catalog.database import environment, is_locked
from tests.catalog.test_processes import wait_until
from tests.files import load

REGISTER = "business-register"
MANY = 120


def good() -> dict[str, str]:
    places = [establishment(suffix=str(number)) for number in range(1, MANY + 1)]
    return texts(establishments=places)


def replaced(file: str, old: str, new: str) -> dict[str, str | bytes]:
    files = good()
    assert old in files[file]
    return files | {file: files[file].replace(old, new, 1)}


def as_bytes(file: str, old: str, new: bytes) -> dict[str, str | bytes]:
    files = replaced(file, old, "@@")
    return files | {file: files[file].encode("utf-8-sig").replace(b"@@", new)}


def without(file: str) -> dict[str, str]:
    return {other: text for other, text in good().items() if other != file}


PLACE_50 = ',50,O,,,O,"1, rue A"'
SIX = (
    "ContinuationsTransformations.csv + DomaineValeur.csv + Entreprise.csv + Etablissements.csv + FusionScissions.csv"
    " + Nom.csv"
)
BAD = {
    "a file is missing": (
        lambda: without("Nom.csv"),
        (
            f"Ce jeu de données nécessite l’ensemble de ces fichiers : {SIX}.",
            f"This dataset needs these files together: {SIX}. Given: ",
        ),
    ),
    "a column is renamed": (
        lambda: replaced("Etablissements.csv", "NOM_ETAB", "NOM_ETABL"),
        (
            "Etablissements.csv, ligne 1 : colonne « NOM_ETAB » introuvable ; aurait-elle été renommée « NOM_ETABL » ?",
            "Etablissements.csv, line 1: column “NOM_ETAB” not found; was it renamed to “NOM_ETABL”?",
        ),
    ),
    "a quotation mark is left open": (
        lambda: replaced("Etablissements.csv", PLACE_50, ',50,O,,,O,"1, rue A'),
        (
            "Etablissements.csv, ligne 51, colonne LIGN1_ADR : du texte suit un guillemet fermant.",
            "Etablissements.csv, line 51, column LIGN1_ADR: text follows a closing quotation mark.",
        ),
    ),
    "a quotation mark is left open to the end": (
        lambda: replaced("Nom.csv", "Essai inc.", '"Essai inc.'),
        (
            "Nom.csv, ligne 2, colonne NOM_ASSUJ : le fichier s’arrête au milieu d’une ligne.",
            "Nom.csv, line 2, column NOM_ASSUJ: the file stops in the middle of a line.",
        ),
    ),
    "a quotation mark is left open over millions of bytes": (
        lambda: (
            good()
            | {
                "Nom.csv": text_of("Nom.csv", [name()]).replace("Essai", '"Essai')
                + text_of("Nom.csv", [name("1100000009", "Un nom sans guillemets")] * 20_000)
            }
        ),
        (
            "Nom.csv, ligne 2, colonne NOM_ASSUJ : un guillemet est ouvert et n’est jamais fermé.",
            "Nom.csv, line 2, column NOM_ASSUJ: a quotation mark is opened and never closed.",
        ),
    ),
    "a text of many megabytes": (
        lambda: replaced("Etablissements.csv", PLACE_50, f',50,O,,,O,"{"1" * 8_000_000}"'),
        (
            "Etablissements.csv, ligne 51, colonne 1000000 : la ligne dépasse 1000000 octets.",
            "Etablissements.csv, line 51, column 1000000: the line is longer than 1000000 bytes.",
        ),
    ),
    "a header of many megabytes": (
        lambda: good() | {"Nom.csv": "x" * 8_000_000},
        (
            "Nom.csv, ligne 1, colonne 1000000 : la ligne dépasse 1000000 octets.",
            "Nom.csv, line 1, column 1000000: the line is longer than 1000000 bytes.",
        ),
    ),
    "another encoding": (
        lambda: as_bytes("Etablissements.csv", "Montréal (Québec)", "Montréal".encode("cp1252")),
        (
            "Etablissements.csv, ligne 2, colonne 36 : le texte n’est pas dans l’encodage attendu (utf-8-sig).",
            "Etablissements.csv, line 2, column 36: the text is not in the expected encoding (utf-8-sig).",
        ),
    ),
    "a null byte": (
        lambda: as_bytes("Etablissements.csv", PLACE_50, b",50,O,\0"),
        (
            "Etablissements.csv, ligne 51, colonne 17 : octet nul ; ce n’est pas un fichier texte, ou il est "
            "endommagé.",
            "Etablissements.csv, line 51, column 17: a null byte; this is not a text file, or it is damaged.",
        ),
    ),
    "an empty file": (lambda: good() | {"Nom.csv": ""}, ("Nom.csv est vide.", "Nom.csv is empty.")),
    "many establishments without a name": (
        lambda: good() | {"Nom.csv": text_of("Nom.csv", [])},
        (
            f"Etablissements.csv : {MANY} lignes sur {MANY + 17} ont été rejetées, soit plus que les 1 % tolérés. "
            "Première : ligne 2, colonne NEQ, « 1100000001 ». Aucun nom n’est en vigueur.",
            f"Etablissements.csv: {MANY} of {MANY + 17} lines were rejected, more than the accepted 1%. "
            "First: line 2, column NEQ, “1100000001”. No name is in force.",
        ),
    ),
}


def refused(path) -> tuple[str, str]:
    """Return what people read of the refusal, in French and in English, with plain spaces."""
    with pytest.raises(BadFile) as error:
        load(REGISTER, path)
    words = []
    for language in ("fr", "en"):
        with translation.override(language):
            words.append(str(error.value).replace("\xa0", " "))
    return tuple(words)


@pytest.fixture
def directory(world, tmp_path) -> list:
    """What the directory has, of an edition that was loaded before."""
    load(REGISTER, write(tmp_path / "before.zip"))
    return everything()


def everything() -> list:
    return list(Establishment.objects.order_by("key").extra(select={"at": "(ctid, xmin, xmax)::text"}).values())


@pytest.mark.django_db
@pytest.mark.parametrize("case", BAD)
def test_refused(case, directory, tmp_path):
    files, (french, english) = BAD[case]
    said = refused(write(tmp_path / "register.zip", files()))
    assert (said[0][: len(french)], said[1][: len(english)]) == (french, english)
    assert everything() == directory
    assert Release.objects.get(state=Release.State.FAILED).problem.code


def damaged(path) -> None:
    """Change a byte in the middle of the compressed establishments."""
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo("Etablissements.csv")
        place = member.header_offset + 60 + member.compress_size // 2
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    path.write_bytes(content)


def truncated(path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


@pytest.mark.django_db
@pytest.mark.parametrize("harm", [damaged, truncated])
def test_a_broken_archive(harm, directory, tmp_path):
    places = [establishment(suffix=str(number), LIGN1_ADR=f"{number * 7919 % 10_007}, rue A") for number in range(900)]
    path = write(tmp_path / "register.zip", establishments=places)
    harm(path)
    assert refused(path) == (
        "register.zip : impossible d’ouvrir l’archive zip ; elle est tronquée, endommagée ou protégée par un mot de "
        "passe.",
        "register.zip: the zip archive cannot be opened; it is truncated, damaged, or has a password.",
    )
    assert everything() == directory


@pytest.mark.django_db
def test_lines_that_do_not_fit_are_kept_with_their_place_and_the_others_loaded(world, tmp_path):
    places = [establishment(suffix=str(number)) for number in range(1, MANY + 1)]
    places[10]["DESC_ACT_ECON_ETAB"] = "Cuisine,\r\nmets à emporter"
    files = texts(establishments=places)
    files["Etablissements.csv"] = files["Etablissements.csv"].replace(PLACE_50, ",50,O,O")
    release = load(REGISTER, write(tmp_path / "register.zip", files)).release
    rejection = release.rejections.get()
    assert (rejection.code, rejection.file, rejection.line) == ("field-count", "Etablissements.csv", 52)
    assert (release.loaded, release.rejected) == (MANY - 1, 1)
    assert Establishment.objects.get(pk="1100000001-11").activity == "Cuisine,\r\nmets à emporter"


@pytest.mark.django_db
def test_a_line_after_a_text_of_several_lines_is_told_where_it_is(world, tmp_path):
    places = [establishment(suffix=str(number)) for number in range(1, MANY + 1)]
    places[10]["DESC_ACT_ECON_ETAB"] = "Cuisine,\r\nmets à\r\nemporter"
    places[49]["NO_SUF_ETAB"] = "X"
    release = load(REGISTER, write(tmp_path / "register.zip", establishments=places)).release
    rejection = release.rejections.get()
    assert (rejection.code, rejection.line, rejection.value) == ("code-format", 53, "1100000001")


@pytest.mark.django_db(transaction=True)
def test_a_load_killed_at_half_leaves_the_directory_as_it_was(directory, tmp_path):
    count = 20_000
    path = write(
        tmp_path / "register.zip",
        enterprises=[enterprise(f"11{number:08d}") for number in range(count)],
        names=[name(f"11{number:08d}") for number in range(count)],
        establishments=[establishment(f"11{number:08d}") for number in range(count)],
    )
    process = subprocess.Popen(
        [sys.executable, "manage.py", "refresh", REGISTER, "--file", path],
        cwd=settings.BASE_DIR,
        env=environment(tmp_path / "var"),
        stdout=subprocess.DEVNULL,
    )
    wait_until(is_locked)
    wait_until(merging)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    wait_until(lambda: not is_locked())
    assert everything() == directory
    assert Release.objects.count() == 1

    assert load(REGISTER, path).release.loaded == count


def merging() -> bool:
    """Whether another session is writing establishments."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND datname = current_database()"
            " AND query LIKE 'INSERT INTO %businesses_establishment%' AND pid <> pg_backend_pid()"
        )
        return bool(cursor.fetchone()[0])
