"""The files that releases were made from, kept so that any of them can be made live again."""

import shutil
from pathlib import Path

from django.conf import settings

from catalog.fetch import refusing_full_disk
from catalog.readers import OfficialFile


def incoming(slug: str) -> Path:
    """Return the folder of a dataset's downloads under way."""
    return settings.ARCHIVE_DIR / slug / "incoming"


def path_of(slug: str, sha256: str, suffix: str) -> Path:
    return settings.ARCHIVE_DIR / slug / f"{sha256}{suffix}"


def keep(slug: str, file: OfficialFile) -> None:
    """Move a download into the archive, copy a file from elsewhere; what is there already stays."""
    kept = path_of(slug, file.scan.sha256, file.suffix)
    if kept.exists():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    if file.whole.parent == incoming(slug):
        file.whole.replace(kept)
        return
    draft = kept.with_suffix(".draft")
    with refusing_full_disk(file.name, draft):
        if file.layout.folder:
            shutil.copytree(file.whole, draft, dirs_exist_ok=True)
        else:
            shutil.copyfile(file.whole, draft)
    draft.replace(kept)
