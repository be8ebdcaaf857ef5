"""Each bad file ends with one message that names file, line and column, in both languages, and changes nothing."""

import pytest

from catalog.models import Release
from catalog.problems import BadFile
from tests.catalog.refusals import GOOD, edited, refused, zipped
from tests.catalog.wages import HEADER, lines, text_of
from tests.files import load

pytestmark = pytest.mark.django_db


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
        "wages.csv, ligne 1 : colonne « High_Wage_Salaire_Maximal » introuvable ; aurait-elle été renommée "
        "« High_Wage_Salaire_Maximum » ?",
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
        "wages.csv : en plus de ses métadonnées, l’archive devrait contenir un seul fichier CSV ; elle contient : "
        "wages.csv, notes.csv, wages_MetaData.csv.",
        "wages.csv: the archive should hold one CSV file, besides its metadata; it holds: "
        "wages.csv, notes.csv, wages_MetaData.csv.",
    ),
    "truncated zip": (
        zipped(wages=GOOD)[:-30],
        "wages.csv : impossible d’ouvrir l’archive zip ; elle est tronquée, endommagée ou protégée par un mot de "
        "passe.",
        "wages.csv: the zip archive cannot be opened; it is truncated, damaged, or has a password.",
    ),
    "zip of a bad file": (
        zipped(**{"wages-2025": GOOD.replace("ER24", "ER35"), "wages-2025_MetaData": "x"}),
        "wages-2025.csv a un en-tête, mais aucune ligne utilisable.",
        "wages-2025.csv has a header but no usable line.",
    ),
    "null byte": (
        edited(10, "Comparé", "\0"),
        "wages.csv, ligne 10, colonne 27 : octet nul ; ce n’est pas un fichier texte, ou il est endommagé.",
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
