"""The CSV file in a zip archive: Statistics Canada gives a table as one, with a file of metadata beside the data."""

import shutil
import zipfile
import zlib
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from catalog.fetch import refusing_full_disk
from catalog.problems import BadFile

BEGINNING = b"PK\x03\x04"
METADATA = "_metadata.csv"  # how the name of the file of metadata ends, in lower case


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
    try:
        with zipfile.ZipFile(path) as archive:
            member = data_of(archive, name)
            draft = directory / f"{uuid4().hex}.unpacked"
            try:
                with refusing_full_disk(name, draft), archive.open(member) as packed, draft.open("wb") as plain:
                    shutil.copyfileobj(packed, plain)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:  # RuntimeError: a password is needed
        raise BadFile("broken-zip", file=name) from error
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
