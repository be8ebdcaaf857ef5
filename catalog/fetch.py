"""Getting a publisher's file: only when it changed, resumed where it stopped, never half a file.

A download is written to `incoming/<address>.part` and renamed when it is whole. Its validators (ETag,
Last-Modified) stand beside it, so that the next attempt resumes only the same edition.
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

BLOCK = 1 << 18
USER_AGENT = "imt-portal (open labour-market information; refreshes weekly or less)"


@dataclass(frozen=True)
class Download:
    """A whole file, and what to send next time to learn whether it changed."""

    path: Path
    name: str
    validators: dict


def fetch(url: str, known: dict, directory: Path) -> Download | None:
    """Return the file at `url`, or None when the publisher says that it is the one we know.

    `known` holds the validators of the last download that was published. Raises Unreachable for what may work
    later (network, server errors, a transfer cut short) and BadFile for what will not.
    """
    directory.mkdir(parents=True, exist_ok=True)
    stem = hashlib.sha256(url.encode()).hexdigest()[:16]
    part, notes, whole = (directory / f"{stem}{suffix}" for suffix in (".part", ".json", ".whole"))
    headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity"} | conditions(known, part, notes)
    name = file_name(url)
    try:
        with requests.get(url, headers=headers, timeout=settings.FETCH_TIMEOUT, stream=True) as response:
            if response.status_code == 304:
                return None
            if response.status_code == 416:  # what we have is not a beginning of what they have now
                part.unlink(missing_ok=True)
                raise Unreachable("http-status", file=url, status=416)
            if response.status_code >= 500 or response.status_code == 429:
                raise Unreachable("http-status", file=url, status=response.status_code)
            if response.status_code not in {200, 206}:
                raise BadFile("http-status", file=url, status=response.status_code)
            save(response, url, part, notes)
            validators = validators_of(response)
    except requests.RequestException as error:
        raise Unreachable("network", file=url, reason=type(error).__name__) from error
    part.replace(whole)
    notes.unlink(missing_ok=True)
    return Download(whole, name, validators)


def conditions(known: dict, part: Path, notes: Path) -> dict:
    """Return the headers that resume a partial download, or ask only for a change."""
    if part.exists() and notes.exists():
        validators = json.loads(notes.read_text())
        if validator := validators.get("etag") or validators.get("last_modified"):
            return {"Range": f"bytes={part.stat().st_size}-", "If-Range": validator}
    names = {"etag": "If-None-Match", "last_modified": "If-Modified-Since"}
    return {names[key]: value for key, value in known.items() if key in names and value}


def validators_of(response) -> dict:
    found = {"etag": response.headers.get("ETag"), "last_modified": response.headers.get("Last-Modified")}
    return {key: value for key, value in found.items() if value}


def save(response, url: str, part: Path, notes: Path) -> None:
    """Append to or write the partial file, within the size limit, and check that all of it came."""
    resumed = response.status_code == 206
    size = part.stat().st_size if resumed else 0
    expected = total_size(response, size)
    limit = settings.FETCH_MAX_BYTES
    if expected and expected > limit:
        raise BadFile("too-big", file=url, limit=limit)
    with refusing_full_disk(url):
        notes.write_text(json.dumps(validators_of(response)))
        with part.open("ab" if resumed else "wb") as file:
            try:
                for block in response.iter_content(BLOCK):
                    size += len(block)
                    if size > limit:
                        part.unlink()
                        raise BadFile("too-big", file=url, limit=limit)
                    file.write(block)
            except requests.RequestException as error:
                raise Unreachable("interrupted", file=url, received=size, expected=expected or "?") from error
    if expected and size < expected:
        raise Unreachable("interrupted", file=url, received=size, expected=expected)


def total_size(response, already: int) -> int | None:
    if match := re.search(r"/(\d+)$", response.headers.get("Content-Range", "")):
        return int(match[1])
    length = response.headers.get("Content-Length", "")
    return already + int(length) if length.isdigit() else None


@contextmanager
def refusing_full_disk(name: str) -> Iterator[None]:
    """Turn "no space left" into a problem that names the file."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise BadFile("disk-full", file=name) from error
        raise


def file_name(url: str) -> str:
    return unquote(urlsplit(url).path.rpartition("/")[2]) or url
