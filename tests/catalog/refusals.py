"""How a test makes a file that must be refused, and loads it."""

import io
import zipfile

import pytest

from catalog.models import Release
from catalog.problems import BadFile
from tests.catalog.account import in_both_languages
from tests.catalog.wages import lines, public_state, text_of
from tests.files import load

GOOD = text_of(lines())


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
