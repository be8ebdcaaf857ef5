"""Each bad file ends with one message that names file, line and column, in both languages, and changes nothing."""

import io
import zipfile
from dataclasses import replace

import pytest
from django.utils import translation
from pydantic import Field

from catalog.contracts import RowContract
from catalog.models import Release
from catalog.problems import BadFile
from catalog.registry import registry
from occupations.datasets.wages import WageRow
from tests.catalog.wages import HEADER, lines, public_state, text_of
from tests.files import load, write_xlsx

pytestmark = pytest.mark.django_db


def in_both_languages(error: BadFile) -> tuple[str, str]:
    """Return the message in French and in English, with plain spaces."""
    texts = []
    for language in ("fr", "en"):
        with translation.override(language):
            texts.append(str(error.problem).replace("\u00a0", " "))
    return tuple(texts)


def refused(slug, *paths) -> tuple[str, str]:
    """Load bad files twice: nothing public changes, and one failed release tells why, in the same words."""
    before = public_state()
    for _attempt in range(2):
        with pytest.raises(BadFile) as error:
            load(slug, *paths)
    assert public_state() == before
    release = Release.objects.get(state="failed")
    assert in_both_languages(release) == in_both_languages(error.value)
    return in_both_languages(error.value)


def edited(line: int, old: str, new: str) -> str:
    """Return the good file with something replaced on one line, counted from 1."""
    all_lines = text_of(lines()).split("\r\n")
    assert old in all_lines[line - 1]
    all_lines[line - 1] = all_lines[line - 1].replace(old, new)
    return "\r\n".join(all_lines)


def zipped(**files: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as content:
        for name, text in files.items():
            content.writestr(f"{name}.csv", text)
    return archive.getvalue()


GOOD = text_of(lines())
COLUMNS = HEADER.replace(",", ", ")
WHOLE_FILES = {
    "missing column": (
        GOOD.replace(",High_Wage_Salaire_Maximal", ",X"),
        "wages.csv, ligne 1 : colonnes introuvables : High_Wage_Salaire_Maximal. Colonnes du fichier : "
        + COLUMNS.replace("High_Wage_Salaire_Maximal", "X")
        + ".",
        "wages.csv, line 1: columns not found: High_Wage_Salaire_Maximal. Columns of the file: "
        + COLUMNS.replace("High_Wage_Salaire_Maximal", "X")
        + ".",
    ),
    "renamed column": (
        GOOD.replace("High_Wage_Salaire_Maximal", "High_Wage_Salaire_Maximum"),
        "wages.csv, ligne 1 : colonne « High_Wage_Salaire_Maximal » introuvable; aurait-elle été renommée "
        "« High_Wage_Salaire_Maximum »?",
        "wages.csv, line 1: column “High_Wage_Salaire_Maximal” not found; was it renamed to "
        "“High_Wage_Salaire_Maximum”?",
    ),
    "repeated column": (
        GOOD.replace("Wage_Comment_F", "NOC_CNP"),
        "wages.csv, ligne 1 : la colonne « NOC_CNP » figure plus d’une fois.",
        "wages.csv, line 1: column “NOC_CNP” appears more than once.",
    ),
    "columns of something else": (
        "a,b\r\n1,2\r\n",
        "wages.csv, ligne 1 : aucune structure connue de ce jeu de données n’a ces colonnes : a, b.",
        "wages.csv, line 1: no known layout of this dataset has these columns: a, b.",
    ),
    "wrong encoding": (
        GOOD.encode("cp1252"),
        "wages.csv, ligne 2, colonne 31 : le texte n’est pas dans l’encodage attendu (utf-8-sig).",
        "wages.csv, line 2, column 31: the text is not in the expected encoding (utf-8-sig).",
    ),
    "UTF-16": (
        GOOD.encode("utf-16"),
        "wages.csv, ligne 1, colonne 1 : le fichier est en UTF-16 alors que l’encodage attendu est utf-8-sig.",
        "wages.csv, line 1, column 1: the file is in UTF-16 where utf-8-sig was expected.",
    ),
    "UTF-16 without its mark": (
        GOOD.encode("utf-16-be"),
        "wages.csv, ligne 1, colonne 1 : le fichier est en UTF-16 alors que l’encodage attendu est utf-8-sig.",
        "wages.csv, line 1, column 1: the file is in UTF-16 where utf-8-sig was expected.",
    ),
    "truncated": (
        GOOD[: GOOD.index("NOC_31301,ER2440,25") + len("NOC_31301,ER2440,2")],
        "wages.csv, ligne 100, colonne Low_Wage_Salaire_Minium : le fichier s’arrête au milieu d’une ligne.",
        "wages.csv, line 100, column Low_Wage_Salaire_Minium: the file stops in the middle of a line.",
    ),
    "truncated in a line about elsewhere": (
        GOOD + "NOC_31301,ER35",
        "wages.csv, ligne 218, colonne ER_Code_Code_RE : le fichier s’arrête au milieu d’une ligne.",
        "wages.csv, line 218, column ER_Code_Code_RE: the file stops in the middle of a line.",
    ),
    "truncated in a character": (
        GOOD.encode()[: GOOD.encode().index("é".encode()) + 1],
        "wages.csv, ligne 2, colonne 32 : le fichier s’arrête au milieu d’une ligne.",
        "wages.csv, line 2, column 32: the file stops in the middle of a line.",
    ),
    "truncated in a quoted field": (
        text_of([*lines(), 'NOC_31301,ER24,1,2,3,"Comparé'])[:-2],
        "wages.csv, ligne 218, colonne Wage_Comment_F : le fichier s’arrête au milieu d’une ligne.",
        "wages.csv, line 218, column Wage_Comment_F: the file stops in the middle of a line.",
    ),
    "empty": (b"", "wages.csv est vide.", "wages.csv is empty."),
    "a mark and blank lines": (b"\xef\xbb\xbf\r\n\r\n", "wages.csv est vide.", "wages.csv is empty."),
    "only a header": (
        HEADER + "\r\n",
        "wages.csv a un en-tête, mais aucune ligne utilisable.",
        "wages.csv has a header but no usable line.",
    ),
    "only lines about other provinces": (
        GOOD.replace("ER24", "ER35"),
        "wages.csv a un en-tête, mais aucune ligne utilisable.",
        "wages.csv has a header but no usable line.",
    ),
    "web page": (
        "\n<!DOCTYPE html>\n<html><body>Service unavailable</body></html>",
        "wages.csv est une page Web et non un fichier de données : l’éditeur a probablement répondu par une page "
        "d’erreur.",
        "wages.csv is a web page, not a data file: the publisher probably answered with an error page.",
    ),
    "zip of two files": (
        zipped(wages=GOOD, notes=GOOD, wages_MetaData="x"),
        "wages.csv : en plus de ses métadonnées, l’archive devrait contenir un seul fichier CSV; elle contient : "
        "wages.csv, notes.csv, wages_MetaData.csv.",
        "wages.csv: the archive should hold one CSV file, besides its metadata; it holds: "
        "wages.csv, notes.csv, wages_MetaData.csv.",
    ),
    "truncated zip": (
        zipped(wages=GOOD)[:-30],
        "wages.csv : impossible d’ouvrir l’archive zip; elle est tronquée, endommagée ou protégée par un mot de passe.",
        "wages.csv: the zip archive cannot be opened; it is truncated, damaged, or has a password.",
    ),
    "zip of a bad file": (
        zipped(**{"wages-2025": GOOD.replace("ER24", "ER35"), "wages-2025_MetaData": "x"}),
        "wages-2025.csv a un en-tête, mais aucune ligne utilisable.",
        "wages-2025.csv has a header but no usable line.",
    ),
    "null byte": (
        edited(10, "Comparé", "\0"),
        "wages.csv, ligne 10, colonne 27 : octet nul; ce n’est pas un fichier texte, ou il est endommagé.",
        "wages.csv, line 10, column 27: a null byte; this is not a text file, or it is damaged.",
    ),
    "line of 5 MB": (
        edited(10, "Comparé", "x" * 5_000_000),
        "wages.csv, ligne 10, colonne 1000000 : la ligne dépasse 1000000 octets.",
        "wages.csv, line 10, column 1000000: the line is longer than 1000000 bytes.",
    ),
    "open quote": (
        edited(10, "Comparé", '"Comparé'),
        "wages.csv, ligne 10, colonne Wage_Comment_F : un guillemet est ouvert et n’est jamais fermé.",
        "wages.csv, line 10, column Wage_Comment_F: a quotation mark is opened and never closed.",
    ),
    "open quote in the header": (
        GOOD.replace("Low_", '"Low_'),
        "wages.csv, ligne 1, colonne 3 : un guillemet est ouvert et n’est jamais fermé.",
        "wages.csv, line 1, column 3: a quotation mark is opened and never closed.",
    ),
    "stray quote": (
        edited(10, "Comparé", '"Comparé"'),
        "wages.csv, ligne 10, colonne Wage_Comment_F : du texte suit un guillemet fermant.",
        "wages.csv, line 10, column Wage_Comment_F: text follows a closing quotation mark.",
    ),
    "duplicate key": (
        text_of([*lines(), lines()[3]]),
        "wages.csv, ligne 218, colonne NOC_CNP, ER_Code_Code_RE : 11100 03 figure déjà à la ligne 5.",
        "wages.csv, line 218, column NOC_CNP, ER_Code_Code_RE: 11100 03 was already given on line 5.",
    ),
}


@pytest.mark.parametrize("case", WHOLE_FILES)
def test_bad_file(case, live, tmp_path):
    content, french, english = WHOLE_FILES[case]
    path = tmp_path / "wages.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert refused("wages", path) == (french, english)


def test_no_such_file(live, tmp_path):
    assert refused("wages", tmp_path / "wages.csv") == (
        "wages.csv : ce fichier n’existe pas ou ne peut pas être lu.",
        "wages.csv: there is no such file, or it cannot be read.",
    )


# --- Lines --------------------------------------------------------------------------------------------------

ORDERED = "Low_Wage_Salaire_Minium, Median_Wage_Salaire_Median, High_Wage_Salaire_Maximal"
LINES = {  # what one line becomes, and the rejection: code, column, value
    "fewer fields": ("NOC_11100,ER2440,20,25", "field-count", "High_Wage_Salaire_Maximal", "4"),
    "more fields": ("NOC_11100,ER2440,20,25,35,a,b", "field-count", "7", "7"),
    "unknown NOC code": ("NOC_99999,ER2440,20,25,35,", "unknown-code", "NOC_CNP", "99999"),
    "NOC code in another form": ("NOC_111,ER2440,20,25,35,", "code-format", "NOC_CNP", "111"),
    "unknown region": ("NOC_11100,ER2499,20,25,35,", "unknown-code", "ER_Code_Code_RE", "ER2499"),
    "negative wage": ("NOC_11100,ER2440,-20,25,35,", "negative", "Low_Wage_Salaire_Minium", "-20"),
    "inverted wages": ("NOC_11100,ER2440,30,25,35,", "inverted", ORDERED, "30.00 25.00 35.00"),
    "no number": ("NOC_11100,ER2440,20,many,35,", "number", "Median_Wage_Salaire_Median", "many"),
    "not a number": ("NOC_11100,ER2440,20,NaN,35,", "number", "Median_Wage_Salaire_Median", "NaN"),
    "number too large for its column": (
        "NOC_11100,ER2440,20,25,100000000,",
        "number",
        "High_Wage_Salaire_Maximal",
        "100000000",
    ),
    "text too long": ("NOC_11100,ER2440,20,25,35," + 501 * "é", "too-long", "Wage_Comment_F", 200 * "é"),
}


@pytest.mark.parametrize("case", LINES)
def test_a_broken_line_below_the_threshold_is_kept_and_the_rest_published(case, live, tmp_path):
    line, code, column, value = LINES[case]
    path = tmp_path / "wages.csv"
    path.write_text(text_of([*lines(add=1), line]), encoding="utf-8", newline="")
    release = load("wages", path).release

    assert (release.state, release.read, release.loaded, release.rejected) == ("live", 217, 216, 1)
    rejection = release.rejections.get()
    assert (rejection.file, rejection.line) == ("wages.csv", 218)
    assert (rejection.code, rejection.column, rejection.value) == (code, column, value)


REASONS = {
    "fewer fields": (
        "La ligne n’a pas autant de champs que l’en-tête.",
        "The line does not have as many fields as the header.",
    ),
    "unknown NOC code": ("Le code est inconnu.", "The code is not known."),
    "unknown region": ("Le code est inconnu.", "The code is not known."),
    "negative wage": ("Un chiffre ne peut pas être négatif.", "A figure cannot be negative."),
    "inverted wages": (
        "Les valeurs basse, médiane et élevée ne sont pas en ordre.",
        "Low, median and high are not in order.",
    ),
    "number too large for its column": (
        "Un nombre était attendu, dans les limites de ce que la table peut contenir.",
        "A number was expected, within what the table can hold.",
    ),
    "text too long": ("Le texte est trop long.", "The text is too long."),
}


@pytest.mark.parametrize("case", REASONS)
def test_a_tenth_of_broken_lines_is_too_much(case, live, tmp_path):
    (line, _code, column, value), (french, english) = LINES[case], REASONS[case]
    path = tmp_path / "wages.csv"
    path.write_text(
        text_of([*lines(add=1), *(line.replace("99999", f"999{number}") for number in range(99, 75, -1))]),
        encoding="utf-8",
        newline="",
    )
    assert refused("wages", path) == (
        "wages.csv : 24 lignes sur 240 ont été rejetées, soit plus que les 1 % tolérés. "
        f"Première : ligne 218, colonne {column}, « {value} ». {french}",
        "wages.csv: 24 of 240 lines were rejected, more than the accepted 1%. "
        f"First: line 218, column {column}, “{value}”. {english}",
    )
    release = Release.objects.get(state="failed")
    assert (release.read, release.rejected, release.loaded) == (240, 24, 0)
    assert list(release.rejections.values_list("line", flat=True)) == list(range(218, 242))
    assert str(release.rejections.first().problem)


def test_only_the_first_thousand_rejections_are_kept_and_all_are_counted(live, tmp_path):
    path = tmp_path / "wages.csv"
    unknown = [f"NOC_{number},ER24,1,2,3," for number in range(98_000, 99_500)]
    path.write_text(text_of([*lines(), *unknown]), encoding="utf-8", newline="")
    with pytest.raises(BadFile):
        load("wages", path)
    release = Release.objects.get(state="failed")
    assert (release.rejected, release.rejections.count()) == (1500, 1000)
    assert [release.rejections.first().line, release.rejections.last().line] == [218, 1217]


# --- A contract that promises less than its table -------------------------------------------------------------


class LaxWage(WageRow):
    comment_fr: str = ""


class MedianOnly(RowContract):
    unit_group_id: str
    region_id: str
    low: str | None = None
    median: str | None = None
    high: str | None = None
    unit: str = "hour"
    comes_from_fr: str = ""
    comes_from_en: str = ""
    comment_fr: str = Field("", max_length=500)
    comment_en: str = ""
    revised_on: str = ""
    reference_period: str = ""
    average: str | None = None
    quartile_1: str | None = None
    quartile_3: str | None = None


def test_what_the_table_cannot_hold_is_found_again_in_the_file(live, tmp_path, monkeypatch):
    monkeypatch.setitem(registry.definitions, "wages", replace(registry["wages"], contract=LaxWage))
    given = lines(add=1)
    given[3] = given[3].replace("Comparé", '"Comparé\r\n\r\n"').replace('"' + " à", " à").replace("dernier", 'dernier"')
    given[8] += 490 * "x"
    path = tmp_path / "wages.csv"
    path.write_text(text_of(given), encoding="utf-8", newline="")
    value = f"Comparé à l’an dernier{74 * 'x'}..."  # PostgreSQL shows 100 bytes
    assert refused("wages", path) == (
        f"wages.csv, ligne 12, colonne Wage_Comment_F : la base de données a refusé « {value} » : "
        "value too long for type character varying(500)",
        f"wages.csv, line 12, column Wage_Comment_F: the database refused “{value}”: "
        "value too long for type character varying(500)",
    )


def test_what_a_constraint_of_the_table_refuses(live, tmp_path, monkeypatch):
    monkeypatch.setitem(registry.definitions, "wages", replace(registry["wages"], contract=MedianOnly))
    path = tmp_path / "wages.csv"
    path.write_text(edited(5, ",20,", ",-20,"), encoding="utf-8", newline="")
    reason = 'new row for relation "occupations_wage" violates check constraint "wage_positive"'
    assert refused("wages", path) == (
        f"wages.csv : la base de données a refusé les lignes : {reason}",
        f"wages.csv: the database refused the rows: {reason}",
    )


# --- Workbooks ----------------------------------------------------------------------------------------------

OUTLOOK_HEADER = ("NOC_Code", "Outlook", "Employment Trends", "Release Date", "Economic Region Code", "LANG")


@pytest.fixture
def outlooks(world, monkeypatch):
    """The outlooks, of which one workbook with a named sheet is enough."""
    layout = replace(registry["outlooks"].layouts[0], part="", sheet="Outlooks")
    monkeypatch.setitem(registry.definitions, "outlooks", replace(registry["outlooks"], layouts=(layout,)))


def test_workbook_without_the_sheet(outlooks, tmp_path):
    path = write_xlsx(tmp_path / "Notes.xlsx", OUTLOOK_HEADER, [])
    assert refused("outlooks", path) == (
        "Notes.xlsx n’a pas de feuille nommée « Outlooks »; on y trouve : Notes.",
        "Notes.xlsx has no sheet named “Outlooks”; it has: Notes.",
    )


def test_truncated_workbook(outlooks, tmp_path):
    path = write_xlsx(tmp_path / "Outlooks.xlsx", OUTLOOK_HEADER, [])
    path.write_bytes(path.read_bytes()[:-200])
    assert refused("outlooks", path) == (
        "Outlooks.xlsx : impossible d’ouvrir le classeur, qui est probablement tronqué.",
        "Outlooks.xlsx: the workbook cannot be opened; it is probably truncated.",
    )


def test_zip_that_is_no_workbook(outlooks, tmp_path):
    path = tmp_path / "Outlooks.xlsx"
    path.write_bytes(zipped(wages=GOOD))
    assert refused("outlooks", path)[1] == "Outlooks.xlsx: the workbook cannot be opened; it is probably truncated."


def test_workbook_whose_bytes_were_damaged(outlooks, tmp_path):
    many = [[f"NOC_{number}", "Good", "x" * 50, 1, 2400, "EN"] for number in range(10_000, 12_000)]
    path = write_xlsx(tmp_path / "Outlooks.xlsx", OUTLOOK_HEADER, many)
    with zipfile.ZipFile(path) as archive:
        sheet = archive.getinfo("xl/worksheets/sheet1.xml")
    content = bytearray(path.read_bytes())
    middle = sheet.header_offset + sheet.compress_size // 2
    content[middle : middle + 500] = bytes(500)
    path.write_bytes(content)
    assert refused("outlooks", path)[1] == "Outlooks.xlsx: the workbook cannot be opened; it is probably truncated."


def test_text_where_a_workbook_was_due(outlooks, tmp_path):
    path = tmp_path / "Outlooks.xlsx"
    path.write_text(GOOD)
    assert refused("outlooks", path) == (
        "Outlooks.xlsx n’est pas un classeur (.xlsx).",
        "Outlooks.xlsx is not a workbook (.xlsx).",
    )


def test_web_page_where_a_workbook_was_due(outlooks, tmp_path):
    path = tmp_path / "Outlooks.xlsx"
    path.write_text("<html>")
    assert refused("outlooks", path)[1].startswith("Outlooks.xlsx is a web page")


def test_row_of_a_workbook(outlooks, tmp_path):
    rows = [["NOC_11100", "Splendid", None, 45_999, 2400.0, "EN"]]
    path = write_xlsx(tmp_path / "Outlooks.xlsx", OUTLOOK_HEADER, rows)
    assert refused("outlooks", path)[1] == (
        "Outlooks.xlsx: 1 of 1 lines were rejected, more than the accepted 1%. "
        "First: line 2, column Outlook, “Splendid”. The label is not one of those published."
    )
