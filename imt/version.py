"""Which code is running: one short string, part of every cache key and ETag."""

import hashlib
from pathlib import Path

APPS = ("imt", "catalog", "regions", "occupations", "sectors", "training", "businesses")


def code_version(base: Path) -> str:
    """Return 10 hexadecimal digits that change when code, templates, static files or translations change.

    Made from contents, not times, so that every machine of a deployment gives the same answer.
    """
    digest = hashlib.sha256()
    roots = [base / name for name in (*APPS, "templates", "static", "locale")]
    for path in sorted(path for root in roots for path in root.rglob("*") if path.is_file()):
        if path.suffix not in {".pyc", ".mo"}:
            digest.update(str(path.relative_to(base)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]
