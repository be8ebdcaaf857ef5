"""A refresh from a publisher's server, which sends a file once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from catalog import pipeline
from catalog.models import Dataset, Release
from catalog.pipeline import Source
from catalog.problems import BadFile, Unreachable
from catalog.publication import rollback
from catalog.registry import registry
from tests.catalog.account import archive_of, live_median, text
from tests.catalog.database import every_row
from tests.catalog.wages import lines, public_state, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.allow_hosts(["127.0.0.1"])]


@pytest.fixture(autouse=True)
def address(publisher, monkeypatch):
    monkeypatch.setitem(registry.definitions, "wages", replace(registry["wages"], urls=(publisher.url,)))


def test_published_archived_and_not_asked_for_again(world, publisher, settings):
    release = pipeline.refresh("wages").release
    assert (release.state, release.files[0]["name"]) == ("live", "wages 2025.csv")
    assert Dataset.objects.get(slug="wages").validators == {publisher.url: {"etag": '"1"'}}
    assert archive_of(settings) == [f"{release.sha256}.csv"]

    before = every_row()
    outcome = pipeline.refresh("wages")
    assert (outcome.result, outcome.release) == ("nothing-new", release)
    assert publisher.now.asked[-1]["If-None-Match"] == '"1"'
    assert every_row() == before


def test_force_asks_for_the_whole_file(world, publisher):
    pipeline.refresh("wages")
    pipeline.refresh("wages", force=True)
    assert "If-None-Match" not in publisher.now.asked[-1]


def test_server_gone_at_half_then_back(live, publisher, monkeypatch, settings):
    monkeypatch.setattr("catalog.fetch.BLOCK", 500)
    publisher.now.content = text_of(lines(add=1)).encode()
    publisher.now.stops_at = 5000
    before = every_row()
    with pytest.raises(Unreachable) as error:
        pipeline.refresh("wages")
    size = len(publisher.now.content)
    assert text(error.value, "fr") == (
        f"{publisher.url} : le serveur de l’éditeur s’est arrêté à 5000 octets sur {size}."
    )
    assert text(error.value, "en") == f"{publisher.url}: the publisher's server stopped at 5000 of {size} bytes."
    assert every_row() == before

    publisher.now.stops_at = None
    assert pipeline.refresh("wages").release.state == "live"
    assert publisher.now.asked[-1]["Range"] == "bytes=5000-"
    assert live_median() == Decimal("26.00")
    assert ".part" not in {path[-5:] for path in archive_of(settings)}


def test_missing_file_is_recorded_and_keeps_the_live_release(live, publisher):
    publisher.now.status = 404
    before = public_state()
    with pytest.raises(BadFile):
        pipeline.refresh("wages")
    assert public_state() == before
    assert Release.objects.get(state="failed").problem.code == "http-status"


def test_error_page_with_status_200(live, publisher):
    publisher.now.content = b"<!doctype html><title>Maintenance</title>"
    before = public_state()
    with pytest.raises(BadFile) as error:
        pipeline.refresh("wages")
    assert text(error.value).startswith("wages 2025.csv is a web page, not a data file")
    assert public_state() == before


def test_dry_run_leaves_no_file(live, publisher, settings):
    publisher.now.content = text_of(lines(add=1)).encode()
    before, files = every_row(), archive_of(settings)
    assert pipeline.refresh("wages", dry_run=True).counts.changed == 216
    assert (every_row(), archive_of(settings)) == (before, files)


def test_another_address(world, publisher):
    other = publisher.url.replace("wages", "other")
    assert pipeline.refresh("wages", Source(urls=(other,))).release.files[0]["name"] == "other 2025.csv"


def test_a_release_set_aside_is_not_downloaded_at_each_check(live, publisher):
    publisher.now.content = text_of(lines(add=1)).encode()
    newer = pipeline.refresh("wages").release
    assert rollback("wages") == live
    outcomes = [pipeline.refresh("wages") for _check in range(3)]
    assert [(outcome.result, outcome.release) for outcome in outcomes] == [
        ("nothing-new", newer),
        ("nothing-new", live),
        ("nothing-new", live),
    ]
    assert ["If-None-Match" in asked for asked in publisher.now.asked] == [False, False, True, True]
    assert live_median() == Decimal("25.00")

    publisher.now.content, publisher.now.etag = text_of(lines(add=2)).encode(), '"2"'
    assert pipeline.refresh("wages").result == "published"
