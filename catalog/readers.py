"""Opening an official file: which declared layout it has, and its lines one by one.

A file that is not what its dataset declares raises `BadFile`, with the file's name, line and column. Nothing here
holds more than one line and one block of the file in memory.
"""

import codecs
import csv
import difflib
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import openpyxl

from catalog.problems import BadFile
from catalog.registry import Layout

# Longest line, and block in which a file is scanned: a longer line is not a line of any publisher's file.
LONGEST_LINE = 1_000_000
csv.field_size_limit(LONGEST_LINE)

ZIP = b"PK\x03\x04"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Scan:
    """What one pass over the bytes of a file tells."""

    sha256: str
    size: int
    encoding: str
    lines: int
    ends_with_newline: bool


@dataclass(frozen=True)
class OfficialFile:
    """A file whose layout is known. Iterating `lines()` gives `(line number, {short name: text})`."""

    path: Path
    name: str  # for people: the file's own name or address, never a path of this machine
    layout: Layout
    scan: Scan
    header_line: int
    headers: tuple[str, ...]

    @property
    def width(self) -> int:
        return len(self.headers)

    @property
    def suffix(self) -> str:
        return ".csv" if self.layout.sheet is None else ".xlsx"

    def header_of(self, short_name: str) -> str:
        """Return the file's own header of a column, or the name itself for one that the layout derives."""
        if short_name in self.layout.columns:
            return next((h for h in self.layout.headers(short_name) if h in self.headers), short_name)
        return short_name

    def indexes(self) -> dict[str, int | None]:
        """Return where each of the layout's columns is; None for an optional one that the file lacks."""
        places = {header: index for index, header in enumerate(self.headers)}
        return {
            name: next((places[header] for header in self.layout.headers(name) if header in places), None)
            for name in self.layout.columns
        }

    def scope(self) -> tuple[int, str]:
        """Return which field of a line tells whether it matters, and how it then begins ("": every line does)."""
        column, beginning = self.layout.scope or (next(iter(self.layout.columns)), "")
        return self.indexes()[column] or 0, beginning

    def begins_as_declared(self) -> bool:
        """Whether the first line holds what tells this layout from one with the same headers (a language, say)."""
        if not self.layout.begins:
            return True
        indexes, (_line, values) = self.indexes(), next(self.rows(), (0, []))
        values = [*values, *[""] * self.width]  # an empty or a short line begins like nothing
        return all(
            values[indexes[name]].strip().casefold() == text.casefold() for name, text in self.layout.begins.items()
        )

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield the line number and the raw fields of each line after the header."""
        read = read_csv if self.layout.sheet is None else read_xlsx
        rows = read(self)
        for line, _values in rows:
            if line >= self.header_line:
                break
        yield from rows


def identify(path: Path, name: str, layouts: Sequence[Layout]) -> OfficialFile:
    """Return the file with the layout that it has among `layouts`.

    Raises BadFile when it is empty, a web page, an archive, in another encoding, or has other columns.
    """
    head = first_bytes(path, name)
    if any(layout.sheet is not None for layout in layouts) and head.startswith(ZIP):
        layouts = [layout for layout in layouts if layout.sheet is not None]
        scan = scan_bytes(path, name, encodings=(), limit_lines=False)
    else:
        refuse_foreign(head, name, layouts)
        layouts = [layout for layout in layouts if layout.sheet is None]
        encodings = tuple(dict.fromkeys(encoding for layout in layouts for encoding in layout.encodings))
        scan = scan_bytes(path, name, encodings)
    candidates, other_parts = [], []
    for layout in layouts:
        header_line, headers = first_line(path, name, layout, scan)
        found = OfficialFile(path, name, layout, scan, header_line, headers)
        missing = [column for column, at in found.indexes().items() if at is None and column not in layout.optional]
        if not missing:
            refuse_repeated(found)
            if found.begins_as_declared():
                return found
            other_parts.append(found)
        candidates.append((len(layout.columns) - len(missing), missing, found))
    raise no_part(other_parts) if other_parts else no_layout(candidates)


def first_bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(1024)
    except FileNotFoundError:
        raise BadFile("not-found", file=name) from None
    if not head.strip(b"\xef\xbb\xbf\r\n\t "):
        raise BadFile("empty", file=name)
    return head


def refuse_foreign(head: bytes, name: str, layouts: Sequence[Layout]) -> None:
    """Raise when the first bytes are not those of a text file in a declared encoding."""
    text_start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    declared = {encoding for layout in layouts for encoding in layout.encodings}
    if text_start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")):
        raise BadFile("html", file=name)
    if all(layout.sheet is not None for layout in layouts):
        raise BadFile("not-xlsx", file=name)
    if head.startswith(ZIP):
        raise BadFile("zip", file=name)
    if not any(encoding.startswith("utf-16") for encoding in declared):
        if head.startswith(UTF_16) or head[1:20:2] == b"\0" * 10 or head[0:20:2] == b"\0" * 10:
            raise BadFile("utf-16", file=name, expected=", ".join(sorted(declared)))
        if b"\0" in head:
            raise BadFile("not-csv", file=name)


def scan_bytes(path: Path, name: str, encodings: Sequence[str], *, limit_lines: bool = True) -> Scan:
    """Read the file once: its sha256, the first encoding that fits all of it, and no line that is too long."""
    digest = sha256()
    decoders = {encoding: codecs.getincrementaldecoder(encoding)() for encoding in encodings}
    misfits: dict[str, int] = {}
    size = unfinished = line = 0
    block = b""
    with path.open("rb") as file:
        while chunk := file.read(LONGEST_LINE):
            block = chunk
            digest.update(block)
            for encoding in [e for e in encodings if e not in misfits]:
                try:
                    decoders[encoding].decode(block)
                except UnicodeDecodeError as error:
                    misfits[encoding] = max(0, size + error.start)
            if limit_lines:
                first = block.find(b"\n")
                if unfinished + (first if first >= 0 else len(block)) > LONGEST_LINE:
                    raise BadFile("long-line", file=name, line=line + 1, column=LONGEST_LINE, limit=LONGEST_LINE)
                unfinished = unfinished + len(block) if first < 0 else len(block) - block.rfind(b"\n") - 1
                if b"\0" in block and not any(encoding.startswith("utf-16") for encoding in encodings):
                    raise BadFile("not-csv", file=name)
                line += block.count(b"\n")
            size += len(block)
    for encoding in [e for e in encodings if e not in misfits]:
        try:
            decoders[encoding].decode(b"", final=True)
        except UnicodeDecodeError:  # the file stops in the middle of a character
            misfits[encoding] = size
    fitting = [encoding for encoding in encodings if encoding not in misfits]
    if encodings and not fitting:
        row, column = place_of(path, misfits[encodings[0]])
        raise BadFile("encoding", file=name, line=row, column=column, expected=", ".join(encodings))
    whole = block.endswith(b"\n")
    return Scan(digest.hexdigest(), size, fitting[0] if fitting else "", line if whole else line + 1, whole)


def place_of(path: Path, offset: int) -> tuple[int, int]:
    """Return the line and the column (in bytes) of a place in a file, both from 1."""
    line, start, done = 1, 0, 0
    with path.open("rb") as file:
        while done < offset and (block := file.read(min(LONGEST_LINE, offset - done))):
            line += block.count(b"\n")
            if (last := block.rfind(b"\n")) >= 0:
                start = done + last + 1
            done += len(block)
    return line, offset - start + 1


def first_line(path: Path, name: str, layout: Layout, scan: Scan) -> tuple[int, tuple[str, ...]]:
    """Return the number and the trimmed names of the first line that is not blank."""
    probe = OfficialFile(path, name, layout, scan, 0, ())
    read = read_csv if layout.sheet is None else read_xlsx
    for line, values in read(probe):
        if any(value.strip() for value in values):
            return line, tuple(value.strip() for value in values)
    raise BadFile("empty", file=name)


def refuse_repeated(file: OfficialFile) -> None:
    used = {header for name in file.layout.columns for header in file.layout.headers(name)}
    for header in used:
        if file.headers.count(header) > 1:
            raise BadFile("repeated-column", file=file.name, line=file.header_line, column=header)


def no_layout(candidates) -> BadFile:
    """Return the problem of the layout that came nearest."""
    shared, missing, nearest = max(candidates, key=lambda candidate: candidate[0])
    place = {"file": nearest.name, "line": nearest.header_line}
    found = ", ".join(nearest.headers)[:500]
    if shared == 0:
        return BadFile("layout", **place, found=found)
    expected = [nearest.layout.headers(name)[0] for name in missing]
    known = {header for name in nearest.layout.columns for header in nearest.layout.headers(name)}
    strangers = [header for header in nearest.headers if header and header not in known]
    if len(expected) == 1 and (similar := difflib.get_close_matches(expected[0], strangers, n=1)):
        return BadFile("renamed-column", **place, column=expected[0], similar=similar[0])
    return BadFile("columns", **place, column=expected[0], missing=", ".join(expected), found=found)


def no_part(files: list[OfficialFile]) -> BadFile:
    """Return the problem of a file that has a layout's headers and begins like none of its parts."""
    column = next(iter(files[0].layout.begins))
    expected = ", ".join(file.layout.begins[column] for file in files)
    line = files[0].header_line + 1
    return BadFile("part", file=files[0].name, line=line, column=files[0].header_of(column), expected=expected)


def read_csv(file: OfficialFile) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the number of the line it starts on."""
    with file.path.open(encoding=file.scan.encoding, newline="") as text:
        reader = csv.reader(text, delimiter=file.layout.delimiter, strict=True)
        start = 1
        while True:
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                code = "open-quote" if "unexpected end" in str(error) or "field larger" in str(error) else "truncated"
                raise BadFile(code, file=file.name, line=start, column=1) from None
            if values:
                yield start, values
            start = reader.line_num + 1


def read_xlsx(file: OfficialFile) -> Iterator[tuple[int, list[str]]]:
    """Yield each row of the layout's sheet ("": the first one) as texts, with its number."""
    try:
        workbook = openpyxl.load_workbook(file.path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError) as error:
        raise BadFile("broken-xlsx", file=file.name) from error
    try:
        name = file.layout.sheet or workbook.sheetnames[0]
        if name not in workbook.sheetnames:
            raise BadFile("sheet", file=file.name, expected=name, found=", ".join(workbook.sheetnames))
        for line, values in enumerate(workbook[name].iter_rows(values_only=True), start=1):
            if any(value is not None for value in values):
                yield line, [cell_text(value) for value in values]
    except (zipfile.BadZipFile, EOFError) as error:
        raise BadFile("broken-xlsx", file=file.name) from error
    finally:
        workbook.close()


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
