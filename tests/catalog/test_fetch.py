"""Getting a publisher's file from a real server that stops, changes, refuses, and lies."""

import json

import pytest

from catalog.fetch import fetch
from catalog.problems import BadFile, Unreachable

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

LAST_MODIFIED = "Wed, 19 Nov 2025 12:00:00 GMT"


@pytest.fixture
def directory(tmp_path, monkeypatch):
    monkeypatch.setattr("catalog.fetch.BLOCK", 500)
    return tmp_path / "incoming"


def problem(kind, url, directory, known=None):
    with pytest.raises(kind) as error:
        fetch(url, known or {}, directory)
    return error.value.problem


def interrupt(publisher, directory, at: int) -> None:
    """Let the server close the connection after `at` bytes of its file."""
    publisher.now.stops_at = at
    interrupted = problem(Unreachable, publisher.url, directory)
    assert interrupted.code == "interrupted"
    assert interrupted.details == {"received": at, "expected": len(publisher.now.content)}
    publisher.now.stops_at = None


def names(directory):
    return sorted(path.suffix for path in directory.iterdir())


def test_whole_file(publisher, directory):
    download = fetch(publisher.url, {}, directory)
    assert download.path.read_bytes() == publisher.now.content
    assert (download.name, download.validators) == ("wages 2025.csv", {"etag": '"1"'})
    assert names(directory) == [".part"]
    assert publisher.now.asked[0]["User-Agent"].startswith("imt-portal")


@pytest.mark.parametrize("validators", [{"etag": '"1"'}, {"last_modified": LAST_MODIFIED}])
def test_file_that_did_not_change_is_not_sent_again(publisher, directory, validators):
    publisher.now.last_modified = LAST_MODIFIED
    publisher.now.etag = validators.get("etag", "")
    assert fetch(publisher.url, validators, directory) is None
    assert names(directory) == []


def test_changed_file_is_sent_with_its_new_validators(publisher, directory):
    publisher.now.etag = '"2"'
    assert fetch(publisher.url, {"etag": '"1"'}, directory).validators == {"etag": '"2"'}


@pytest.mark.parametrize("validator", ["etag", "last_modified"])
def test_server_gone_at_half_is_resumed(publisher, directory, validator):
    publisher.now.etag, publisher.now.last_modified = "", ""
    setattr(publisher.now, validator, {"etag": '"1"', "last_modified": LAST_MODIFIED}[validator])
    interrupt(publisher, directory, at=1000)
    interrupt(publisher, directory, at=3000)
    download = fetch(publisher.url, {"etag": '"0"'}, directory)
    assert download.path.read_bytes() == publisher.now.content
    assert list(download.validators) == [validator]
    assert [asked.get("Range") for asked in publisher.now.asked] == [None, "bytes=1000-", "bytes=3000-"]
    assert names(directory) == [".part"]


def test_file_that_changed_in_between_starts_again(publisher, directory):
    interrupt(publisher, directory, at=1000)
    publisher.now.etag, publisher.now.content = '"2"', publisher.now.content.replace(b"Compar", b"COMPAR")
    download = fetch(publisher.url, {}, directory)
    assert download.path.read_bytes() == publisher.now.content
    assert download.validators == {"etag": '"2"'}


def test_file_without_validators_starts_again(publisher, directory):
    publisher.now.etag = ""
    interrupt(publisher, directory, at=1000)
    assert fetch(publisher.url, {}, directory).path.read_bytes() == publisher.now.content
    assert "Range" not in publisher.now.asked[1]


def test_server_that_knows_no_ranges_starts_again(publisher, directory):
    interrupt(publisher, directory, at=1000)
    publisher.now.ranges = False
    assert fetch(publisher.url, {}, directory).path.read_bytes() == publisher.now.content


def test_server_that_sends_another_range_is_asked_for_all_next_time(publisher, directory):
    interrupt(publisher, directory, at=1000)
    publisher.now.wrong_range = True
    assert problem(Unreachable, publisher.url, directory).details == {"status": 206}
    assert fetch(publisher.url, {}, directory).path.read_bytes() == publisher.now.content


def test_killed_between_the_last_byte_and_the_end(publisher, directory):
    part = fetch(publisher.url, {}, directory).path
    part.with_suffix(".json").write_text(json.dumps({"etag": '"1"'}))
    assert problem(Unreachable, publisher.url, directory).details == {"status": 416}
    assert fetch(publisher.url, {}, directory).path.read_bytes() == publisher.now.content


def test_without_content_length_the_end_is_where_the_server_stops(publisher, directory):
    publisher.now.tells_length = False
    assert fetch(publisher.url, {}, directory).path.read_bytes() == publisher.now.content


@pytest.mark.parametrize(
    ("status", "kind"), [(404, BadFile), (403, BadFile), (429, Unreachable), (500, Unreachable), (503, Unreachable)]
)
def test_status_that_is_no_file(publisher, directory, status, kind):
    publisher.now.status = status
    refused = problem(kind, publisher.url, directory)
    assert str(refused) == f"{publisher.url}\u00a0: le serveur de l’éditeur a répondu {status}."
    assert names(directory) == []


@pytest.mark.parametrize("tells_length", [True, False])
def test_file_that_is_too_big(publisher, directory, settings, tells_length):
    settings.FETCH_MAX_BYTES = 2000
    publisher.now.tells_length = tells_length
    refused = problem(BadFile, publisher.url, directory)
    assert (refused.code, refused.details) == ("too-big", {"limit": 2000})
    assert ".part" not in names(directory)


def test_nobody_answers(publisher, directory):
    publisher.shutdown()
    publisher.server_close()
    refused = problem(Unreachable, publisher.url, directory)
    assert (refused.code, refused.file) == ("network", publisher.url)


def test_answer_that_never_comes(publisher, directory, settings, monkeypatch):
    settings.FETCH_TIMEOUT = 0.1
    monkeypatch.setattr("tests.catalog.publisher.Answer.do_GET", lambda answer: answer.rfile.read(1))
    assert problem(Unreachable, publisher.url, directory).details == {"reason": "ReadTimeout"}


def test_address_that_is_none(directory):
    assert problem(Unreachable, "wages.csv", directory).code == "network"


def test_disk_full(publisher, directory):
    directory.mkdir()
    part = fetch(publisher.url, {}, directory).path
    part.unlink()
    part.symlink_to("/dev/full")
    refused = problem(BadFile, publisher.url, directory)
    assert str(refused) == f"{publisher.url}\u00a0: le disque est plein\u00a0; rien n’a été modifié."
    assert not part.is_symlink()
    assert fetch(publisher.url, {}, directory).path.read_bytes() == publisher.now.content
