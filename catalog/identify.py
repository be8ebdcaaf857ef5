"""Which of the layouts that its dataset declares a file has.

A file that has none of them raises `BadFile`, with its name, line and column. It is read a block at a time.
"""

import codecs
import difflib
import hashlib
from collections.abc import Sequence
from pathlib import Path

from catalog import folders
from catalog.problems import BadFile
from catalog.readers import LONGEST_LINE, OfficialFile, Scan, read
from catalog.registry import Layout
from catalog.unpacking import BEGINNING as ARCHIVE
from catalog.unpacking import Member

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WEB_PAGE = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml")


def identify(path: Path | Member, name: str, layouts: Sequence[Layout]) -> OfficialFile:
    """Return the file with the layout that it has among `layouts`. Of a file in an archive only the beginning is read.

    Raises BadFile when it is empty, a web page, in another encoding, or has other columns.
    """
    if path.is_dir():
        return identify_folder(path, name, layouts)
    layouts = [layout for layout in layouts if not layout.folder]
    head = first_bytes(path, name)
    if not layouts:
        raise BadFile("not-folder", file=name)
    workbooks = [layout for layout in layouts if layout.sheet is not None]
    if workbooks and head.startswith(ARCHIVE):
        layouts, scan = workbooks, scan_workbook(path)
    else:
        refuse_foreign(head, name, only_workbooks=len(workbooks) == len(layouts))
        layouts = [layout for layout in layouts if layout.sheet is None]
        encodings = dict.fromkeys(encoding for layout in layouts for encoding in layout.encodings)
        scan = scan_text(path, name, list(encodings), whole=not isinstance(path, Member))
    files = [with_header(OfficialFile(path, name, layout, scan)) for layout in layouts]
    fitting = [file for file in files if not missing_columns(file)]
    for file in fitting:
        refuse_repeated(file)
        if begins_as_declared(file):
            return file
    raise no_part(fitting) if fitting else no_layout(files)


def identify_folder(path: Path, name: str, layouts: Sequence[Layout]) -> OfficialFile:
    """Return a folder of YAML files with the one layout of its dataset that is a folder's."""
    layout = next((layout for layout in layouts if layout.folder), None)
    if layout is None:
        raise BadFile("folder", file=name)
    sha256, size, files = folders.fingerprint(path, name)
    return with_header(OfficialFile(path, name, layout, Scan(sha256, size, lines=files)))


# --- Bytes --------------------------------------------------------------------------------------------------


def first_bytes(path: Path | Member, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise BadFile("not-found", file=name) from error
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        raise BadFile("empty", file=name)
    return head


def refuse_foreign(head: bytes, name: str, *, only_workbooks: bool) -> None:
    """Raise when the first bytes are those of something else than a text file."""
    if head.removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(WEB_PAGE):
        raise BadFile("html", file=name)
    if only_workbooks:
        raise BadFile("not-xlsx", file=name)


def scan_workbook(path: Path) -> Scan:
    with path.open("rb") as file:
        return Scan(hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)


def scan_text(path: Path | Member, name: str, encodings: list[str], *, whole: bool = True) -> Scan:
    """Read the file once: its sha256, the first encoding that fits all of it, and no line that is too long.

    Or, if not the whole, its beginning only: then the sha256 and the size are those of its archive's directory, and how
    many lines there are is not known.
    """
    digest = hashlib.sha256()
    decoders = {encoding: codecs.getincrementaldecoder(encoding)() for encoding in encodings}
    misfits: dict[str, int] = {}  # where each encoding that does not fit stops
    no_nulls = not any(encoding.startswith("utf-16") for encoding in encodings)
    size = lines = line_start = 0
    block = b""
    with path.open("rb") as file:
        while following := file.read(LONGEST_LINE + 1):
            block = following
            null = block.find(b"\0") if no_nulls else -1
            if no_nulls and size == 0 and (block.startswith(UTF_16) or null in {0, 1}):
                raise BadFile("utf-16", file=name, expected=", ".join(encodings))
            if null >= 0:
                raise BadFile("not-csv", file=name, **place_of(path, size + null))
            digest.update(block)
            for encoding in decoders.keys() - misfits.keys():
                try:
                    decoders[encoding].decode(block)
                except UnicodeDecodeError as error:  # from its end: the decoder kept bytes from before the block
                    misfits[encoding] = size + len(block) - (len(error.object) - error.start)
            first_end = block.find(b"\n")
            if (first_end if first_end >= 0 else len(block)) + size - line_start > LONGEST_LINE:
                raise BadFile("long-line", file=name, line=lines + 1, column=LONGEST_LINE, limit=LONGEST_LINE)
            if first_end >= 0:
                line_start = size + block.rfind(b"\n") + 1
            lines += block.count(b"\n")
            size += len(block)
            if not whole:
                break
    fitting = [encoding for encoding in encodings if encoding not in misfits]
    if not fitting:
        raise BadFile("encoding", file=name, **place_of(path, misfits[encodings[0]]), expected=", ".join(encodings))
    if not whole:
        return Scan(path.sha256, path.size, fitting[0])
    if decoders[fitting[0]].getstate()[0]:  # in the middle of a character
        raise BadFile("truncated", file=name, **place_of(path, size))
    ended = block.rstrip(b"\0").endswith(b"\n")  # of two bytes in UTF-16
    return Scan(digest.hexdigest(), size, fitting[0], lines if ended else lines + 1, ended)


def place_of(path: Path | Member, offset: int) -> dict[str, int]:
    """Return the line and the column (in bytes) of a place in a file, both from 1."""
    line, start, done = 1, 0, 0
    with path.open("rb") as file:
        while done < offset:
            block = file.read(min(LONGEST_LINE, offset - done))
            line += block.count(b"\n")
            if (last := block.rfind(b"\n")) >= 0:
                start = done + last + 1
            done += len(block)
    return {"line": line, "column": offset - start + 1}


# --- Columns ------------------------------------------------------------------------------------------------


def with_header(file: OfficialFile) -> OfficialFile:
    """Return the file with its first line that is not blank."""
    for line, values in read(file):
        if any(value.strip() for value in values):
            headers = tuple(value.strip() for value in values)
            return OfficialFile(file.path, file.name, file.layout, file.scan, line, headers)
    raise BadFile("empty", file=file.name)


def missing_columns(file: OfficialFile) -> list[str]:
    """Return the first header of each column that the layout needs and the file lacks."""
    layout = file.layout
    absent = [name for name in layout.columns if name not in file.places and name not in layout.optional]
    return [layout.headers(name)[0] for name in absent]


def refuse_repeated(file: OfficialFile) -> None:
    for name in file.places:
        if file.headers.count(header := file.header_of(name)) > 1:
            raise BadFile("repeated-column", file=file.name, line=file.header_line, column=header)


def begins_as_declared(file: OfficialFile) -> bool:
    """Whether the first line holds what tells this layout from one with the same headers (a language, say)."""
    if not file.layout.begins:
        return True
    _line, values = next(file.records(), (0, [""] * len(file.headers)))
    return all(
        values[file.places[name]].strip().casefold() == text.casefold() for name, text in file.layout.begins.items()
    )


def no_layout(files: list[OfficialFile]) -> BadFile:
    """Return the problem of the file in the layout that comes nearest."""
    nearest = max(files, key=lambda file: len(file.places))
    place = {"file": nearest.name, "line": nearest.header_line}
    found = ", ".join(nearest.headers)[:500]
    if not nearest.places:
        return BadFile("layout", **place, found=found)
    missing = missing_columns(nearest)
    used = {nearest.headers[at] for at in nearest.places.values()}
    strangers = [header for header in nearest.headers if header not in used]
    if len(missing) == 1 and (similar := difflib.get_close_matches(missing[0], strangers, n=1)):
        return BadFile("renamed-column", **place, column=missing[0], similar=similar[0])
    return BadFile("columns", **place, column=missing[0], missing=", ".join(missing), found=found)


def no_part(files: list[OfficialFile]) -> BadFile:
    """Return the problem of a file that has a layout's headers and begins like none of its parts."""
    column = next(iter(files[0].layout.begins))
    expected = ", ".join(file.layout.begins[column] for file in files)
    line = files[0].header_line + 1
    return BadFile("part", file=files[0].name, line=line, column=files[0].header_of(column), expected=expected)
