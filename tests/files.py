"""Small files in the publishers' layouts, and loading them through the pipeline as `manage.py refresh` does."""

import csv
from collections.abc import Iterable
from pathlib import Path

import openpyxl
from django.conf import settings

from catalog import embedded, pipeline
from catalog.pipeline import Outcome, Source


def write_csv(path: Path, header: str, rows: Iterable[Iterable], encoding: str = "utf-8-sig") -> Path:
    """Write a header as it stands, then the rows, with the publishers' usual CRLF."""
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(header + "\r\n")
        csv.writer(file).writerows(rows)
    return path


def write_xlsx(path: Path, header: Iterable[str], rows: Iterable[Iterable]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.active.title = path.stem[:31]
    for row in (header, *rows):
        workbook.active.append(list(row))
    workbook.save(path)
    return path


def load(slug: str, *files: Path, **options) -> Outcome:
    return pipeline.refresh(slug, Source(files=files), **options)


def load_embedded(slug: str) -> Outcome:
    return pipeline.refresh(slug, embedded.sources()[slug])


def read_embedded(name: str) -> list[dict]:
    with (settings.EMBEDDED_EDITION / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
