"""The lines of an official file, one by one. Nothing here holds more than one record in memory.

What makes the rest of the file unreadable (an open quote, a broken workbook) raises `BadFile`, with line and column.
"""

import csv
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TextIO
from xml.etree.ElementTree import ParseError

import openpyxl

from catalog import folders
from catalog.problems import BadFile
from catalog.registry import Layout
from catalog.unpacking import Member

# Longest line in bytes, and longest field in characters: more is not a line of any publisher's file.
LONGEST_LINE = 1_000_000
csv.field_size_limit(LONGEST_LINE)

Record = tuple[int, Sequence[str]]  # the number of the line that it starts on, and its fields


@dataclass(frozen=True)
class Scan:
    """What one pass over the bytes of a file tells. Encoding and lines are those of a CSV file."""

    sha256: str
    size: int
    encoding: str = ""
    lines: int = 0
    ends_with_newline: bool = True


@dataclass(frozen=True)
class OfficialFile:
    """A file whose layout is known. `name` is for people: the file's own name, never a path of this machine."""

    path: Path | Member
    name: str
    layout: Layout
    scan: Scan
    header_line: int = 0
    headers: tuple[str, ...] = ()

    @property
    def whole(self) -> Path:
        """The file or the folder itself, or the archive that the file is in."""
        return self.path.archive if isinstance(self.path, Member) else self.path

    @property
    def suffix(self) -> str:
        if self.layout.folder:
            return ""
        if isinstance(self.path, Member):
            return ".zip"
        return ".csv" if self.layout.sheet is None else ".xlsx"

    @cached_property
    def places(self) -> dict[str, int]:
        """The field of each of the layout's columns, by short name; optional columns that it lacks are left out."""
        found = {header: place for place, header in enumerate(self.headers)}
        return {
            name: found[header]
            for name in self.layout.columns
            for header in reversed(self.layout.headers(name))  # of two that it has, the first
            if header in found
        }

    def header_of(self, *short_names: str) -> str:
        """Return the file's own headers of columns; the short name itself for one that the layout derives."""
        return ", ".join(self.headers[self.places[name]] if name in self.places else name for name in short_names)

    def header_at(self, place: int) -> str:
        return self.headers[place] if place < len(self.headers) else str(place + 1)

    def place(self, line: int) -> dict[str, str | int]:
        """Return where people find a line: the file and the line, or the file of the folder."""
        if self.layout.folder:
            return {"file": folders.files_of(self.path)[line - 1].name, "line": 1}
        return {"file": self.name, "line": line}

    def scope(self) -> tuple[int, str]:
        """Return which field of a record tells whether it matters, and how it then begins ("": every one does)."""
        column, beginning = self.layout.scope or (next(iter(self.places)), "")
        return self.places[column], beginning

    def records(self, pass_over: Callable[[], None] | None = None) -> Iterator[Record]:
        """Return the records after the header; for those that are plainly out of scope, `pass_over` may be called."""
        records = read(self, pass_over)
        for line, _values in records:
            if line >= self.header_line:
                break
        return records


def read(file: OfficialFile, pass_over: Callable[[], None] | None = None) -> Iterator[Record]:
    """Yield each record that is not an empty line, the header included."""
    if file.layout.folder:
        return read_folder(file)
    return read_csv(file, pass_over) if file.layout.sheet is None else read_xlsx(file)


def read_csv(file: OfficialFile, pass_over: Callable[[], None] | None) -> Iterator[Record]:
    with file.path.open(encoding=file.scan.encoding, newline="") as text:
        lines = CsvLines(text, file, pass_over)
        try:
            for values in csv.reader(lines, delimiter=file.layout.delimiter, strict=True):
                if values:
                    yield lines.start, values
                lines.start = 0
        except csv.Error as error:
            raise malformed(file, lines.start, str(error)) from None


class CsvLines:
    """The lines of a text as the csv module asks for them; `start` is the number of the one that its record began on.

    To take records apart is what takes longest in a large file. So a line is passed over where it is plainly a whole
    record out of scope: no quotation mark, as many fields as the header, and nowhere the text that the scope asks for.
    """

    def __init__(self, text: TextIO, file: OfficialFile, pass_over: Callable[[], None] | None):
        self.text, self.file, self.pass_over, self.start = text, file, pass_over, 0

    def __iter__(self) -> Iterator[str]:
        layout, header, delimiters = self.file.layout, self.file.header_line, len(self.file.headers) - 1
        scope = layout.scope[1] if layout.scope and self.pass_over else ""
        for number, line in enumerate(self.text, start=1):
            if not self.start:
                if (
                    scope not in line
                    and '"' not in line
                    and line.count(layout.delimiter) == delimiters
                    and number > header
                ):
                    self.pass_over()
                    continue
                self.start = number
            yield line


def malformed(file: OfficialFile, line: int, reason: str) -> BadFile:
    """Return the problem of the record that starts on `line`, which the csv module cannot finish."""
    with file.path.open(encoding=file.scan.encoding, newline="") as text:
        (first_line,) = islice(text, line - 1, line)
    column = file.header_at(len(next(csv.reader([first_line], delimiter=file.layout.delimiter))) - 1)
    if "expected after" in reason:  # "',' expected after '"'"
        return BadFile("stray-quote", file=file.name, line=line, column=column)
    code = "truncated" if line == file.scan.lines else "open-quote"
    return BadFile(code, file=file.name, line=line, column=column)


def read_folder(file: OfficialFile) -> Iterator[Record]:
    """Yield the keys of the layout, then what each YAML file has under them: "" where it lacks one."""
    keys = [file.layout.headers(name)[0] for name in file.layout.columns]
    yield 0, keys
    for number, path in enumerate(folders.files_of(file.path), start=1):
        content = folders.document(path)
        yield number, [content.get(key, "") for key in keys]


def read_xlsx(file: OfficialFile) -> Iterator[Record]:
    """Yield each row of the layout's sheet ("": the first one) as texts."""
    try:
        # The stream, not the path: openpyxl goes by the suffix, which a download lacks.
        with (
            file.path.open("rb") as stream,
            closing(openpyxl.load_workbook(stream, read_only=True, data_only=True)) as workbook,
        ):
            name = file.layout.sheet or workbook.sheetnames[0]
            if name not in workbook.sheetnames:
                raise BadFile("sheet", file=file.name, expected=name, found=", ".join(workbook.sheetnames))
            sheet = workbook[name]
            sheet.reset_dimensions()  # some programs write wrong ones
            for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                if any(cell is not None for cell in cells):
                    yield line, fitted([cell_text(cell) for cell in cells], len(file.headers))
    except (zipfile.BadZipFile, zlib.error, ParseError, KeyError, ValueError, EOFError, OSError) as error:
        raise BadFile("broken-xlsx", file=file.name) from error


def fitted(values: list[str], width: int) -> list[str]:
    """Return the row as wide as the header: some programs write empty cells at the end of it, some do not."""
    while len(values) > width and not values[-1]:
        values.pop()
    return values + [""] * (width - len(values))


def cell_text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
