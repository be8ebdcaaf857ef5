"""The CSV files in a zip archive.

Statistics Canada gives a table as one, with a file of metadata beside the data: it is unpacked. A register comes as
several large ones: they are read where they are.
"""

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from catalog.fetch import refusing_full_disk
from catalog.problems import BadFile

BEGINNING = b"PK\x03\x04"
METADATA = "_metadata.csv"  # how the name of the file of metadata ends, in lower case
BUFFER = 1 << 18  # bytes


@contextmanager
def refusing_damage(name: str) -> Iterator[None]:
    """Turn what goes wrong in a damaged archive into a problem that names it."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:  # RuntimeError: a password is needed
        raise BadFile("broken-zip", file=name) from error


@dataclass(frozen=True)
class Member:
    """A file in an archive, which is opened and read as a `Path` is."""

    archive: Path
    archive_name: str  # for people
    name: str  # in the archive
    size: int
    sha256: str  # of the whole archive

    def is_dir(self) -> bool:
        return False

    @contextmanager
    def open(self, mode: str = "r", encoding: str | None = None, newline: str | None = None) -> Iterator:
        with (
            refusing_damage(self.archive_name),
            zipfile.ZipFile(self.archive) as archive,
            archive.open(self.name) as packed,
            BufferedReader(packed, BUFFER) as stream,
        ):
            yield stream if "b" in mode else TextIOWrapper(stream, encoding, newline=newline)


def members(path: Path, name: str) -> list[Member]:
    """Return the CSV files of an archive, to be read where they are. Raises BadFile when it is damaged."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    with refusing_damage(name), zipfile.ZipFile(path) as archive:
        found = [member for member in archive.infolist() if member.filename.lower().endswith(".csv")]
    return [Member(path, name, member.filename, member.file_size, sha256) for member in found]


def is_zip(path: Path) -> bool:
    """Whether a path is a file that begins as an archive does."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(BEGINNING)) == BEGINNING


def unpack(path: Path, name: str, directory: Path) -> tuple[Path, str]:
    """Write the data of an archive to a new file in `directory`; return where it is and how it is called.

    Raises BadFile when the archive is damaged, when it holds no CSV file or several, and when that file is too large.
    """
    directory.mkdir(parents=True, exist_ok=True)
    with refusing_damage(name), zipfile.ZipFile(path) as archive:
        member = data_of(archive, name)
        draft = directory / f"{uuid4().hex}.unpacked"
        try:
            with refusing_full_disk(name, draft), archive.open(member) as packed, draft.open("wb") as plain:
                shutil.copyfileobj(packed, plain)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    return draft, Path(member.filename).name


def data_of(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """Return the one CSV file of an archive that is not metadata."""
    members = [member for member in archive.infolist() if not member.is_dir()]
    data = [
        member
        for member in members
        if member.filename.lower().endswith(".csv") and not member.filename.lower().endswith(METADATA)
    ]
    if len(data) != 1:
        raise BadFile("zip", file=name, found=", ".join(member.filename for member in members)[:500] or "0")
    if data[0].file_size > settings.FETCH_MAX_BYTES:
        raise BadFile("too-big", file=data[0].filename, limit=settings.FETCH_MAX_BYTES)
    return data[0]
