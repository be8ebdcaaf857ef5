"""A folder of YAML files, one thing a file: read like a file whose lines are the folder's files, in order of names."""

import hashlib
from pathlib import Path

import yaml

from catalog.problems import BadFile


def files_of(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def fingerprint(folder: Path, name: str) -> tuple[str, int, int]:
    """Return the sha256 of all names and contents, the bytes of the contents, and how many files there are.

    Raises BadFile when there is none.
    """
    digest, size, files = hashlib.sha256(), 0, files_of(folder)
    if not files:
        raise BadFile("empty", file=name)
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.name} {len(content)}\n".encode() + content)
        size += len(content)
    return digest.hexdigest(), size, len(files)


def document(file: Path) -> dict:
    """Return what a file says, each scalar as text: codes keep their zeros. Raises BadFile where it is not YAML."""
    try:
        content = yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        place = {"line": error.problem_mark.line + 1, "column": error.problem_mark.column + 1}
        raise BadFile("not-yaml", file=file.name, **place, reason=error.problem) from error
    except yaml.YAMLError as error:  # a character that YAML does not have
        raise BadFile("not-yaml", file=file.name, line=1, column=1, reason=str(error).splitlines()[0]) from error
    if not isinstance(content, dict):
        raise BadFile("not-yaml", file=file.name, line=1, column=1, reason="keys and values expected")
    return content
