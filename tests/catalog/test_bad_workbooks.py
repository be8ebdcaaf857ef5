"""Each bad workbook ends with one message that names file, line and column, in both languages."""

import zipfile
from dataclasses import replace

import pytest

from catalog.registry import registry
from tests.catalog.refusals import GOOD, refused, zipped
from tests.files import write_xlsx

pytestmark = pytest.mark.django_db


OUTLOOK_HEADER = ("NOC_Code", "Outlook", "Employment Trends", "Release Date", "Economic Region Code", "LANG")


@pytest.fixture
def outlooks(world, monkeypatch):
    """The outlooks, of which one workbook with a named sheet is enough."""
    layout = replace(registry["outlooks"].layouts[0], part="", sheet="Outlooks")
    monkeypatch.setitem(registry.definitions, "outlooks", replace(registry["outlooks"], layouts=(layout,)))


def test_workbook_without_the_sheet(outlooks, tmp_path):
    path = write_xlsx(tmp_path / "Notes.xlsx", OUTLOOK_HEADER, [])
    assert refused("outlooks", path) == (
        "Notes.xlsx n’a pas de feuille nommée « Outlooks » ; on y trouve : Notes.",
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
