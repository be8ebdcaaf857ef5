"""Getting a publisher's file: only when it changed, resumed where it stopped, never half a file.

A download is written to `<address>.part`. While it is not whole, its validators (ETag, Last-Modified) stand beside
it, so that the next attempt resumes only the same edition.
"""

import errno
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import requests
from django.conf import settings

from catalog.problems import BadFile, Unreachable

BLOCK = 1 << 14  # what came of a block is lost when the server stops in the middle of it
HEADERS = {
    "User-Agent": "imt-portal (open labour-market information; refreshes daily or less)",
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True)
class Download:
    """A whole file, and what to send next time to learn whether it changed."""

    path: Path
    url: str
    validators: dict

    @property
    def name(self) -> str:
        return unquote(urlsplit(self.url).path.rpartition("/")[2]) or self.url


def fetch(url: str, known: dict, directory: Path) -> Download | None:
    """Return the file at `url`, or None when the publisher says that it is the one we know.

    `known` holds the validators of the last download that was published or set aside. Raises Unreachable for what may
    work later (network, server errors, a transfer cut short) and BadFile for what will not.
    """
    directory.mkdir(parents=True, exist_ok=True)
    part = directory / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.part"
    notes = part.with_suffix(".json")
    headers = HEADERS | (resuming(part, notes) or unless_same(known))
    try:
        with requests.get(url, headers=headers, timeout=settings.FETCH_TIMEOUT, stream=True) as response:
            if response.status_code == 304 and known:
                return None
            refuse_status(response, url, part)
            validators = save(response, url, part, notes)
    except requests.RequestException as error:
        raise Unreachable("network", file=url, reason=type(error).__name__) from error
    notes.unlink()
    return Download(part, url, validators)


def resuming(part: Path, notes: Path) -> dict:
    """Return the headers that ask for the rest of a partial download, if there is one that can be told apart."""
    if not (part.exists() and notes.exists()):
        return {}
    validators = json.loads(notes.read_text())
    validator = validators.get("etag") or validators.get("last_modified")
    return {"Range": f"bytes={part.stat().st_size}-", "If-Range": validator} if validator else {}


def unless_same(known: dict) -> dict:
    names = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}
    return {names[key]: value for key, value in known.items()}


def refuse_status(response, url: str, part: Path) -> None:
    """Raise unless the answer is the whole file or the rest of ours."""
    status, encoded = response.status_code, response.headers.get("Content-Encoding")
    if status == 200 or (status == 206 and not encoded and begins_at(response) == part.stat().st_size):
        return
    if status in {206, 416}:  # what we have is not a beginning of what they have now
        part.unlink(missing_ok=True)
        raise Unreachable("http-status", file=url, status=status)
    raise (Unreachable if status >= 500 or status == 429 else BadFile)("http-status", file=url, status=status)


def save(response, url: str, part: Path, notes: Path) -> dict:
    """Write or complete the partial file, within the size limit; return its validators once all of it came."""
    rest = response.status_code == 206
    size = begins_at(response) if rest else 0
    length = response.headers.get("Content-Length", "")
    expected = size + int(length) if length.isdigit() else None
    limit = settings.FETCH_MAX_BYTES
    with refusing_full_disk(url, part), part.open("ab" if rest else "wb") as file:
        if not rest:  # after the file was emptied: notes never describe another file's bytes
            notes.write_text(json.dumps(validators_of(response)))
        try:
            for block in response.iter_content(BLOCK):
                size += len(block)
                if max(size, expected or 0) > limit:
                    part.unlink()
                    raise BadFile("too-big", file=url, limit=limit)
                file.write(block)
        except requests.RequestException as error:
            raise Unreachable("interrupted", file=url, received=size, expected=expected or "?") from error
    return json.loads(notes.read_text())


def validators_of(response) -> dict:
    found = {"etag": response.headers.get("ETag"), "last_modified": response.headers.get("Last-Modified")}
    return {key: value for key, value in found.items() if value}


def begins_at(response) -> int | None:
    match = re.match(r"bytes (\d+)-", response.headers.get("Content-Range", ""))
    return int(match[1]) if match else None


@contextmanager
def refusing_full_disk(name: str, draft: Path) -> Iterator[None]:
    """Turn "no space left" into a problem that names the file, and give back the space that its draft took."""
    try:
        yield
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        draft.unlink()
        raise BadFile("disk-full", file=name) from error
