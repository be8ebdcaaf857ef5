"""Refreshes in the background: a real Redis, a real worker, a publisher on this machine."""

import json
import os
import signal
import subprocess
import sys
import time
from base64 import b64decode
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import redis
import time_machine
from celery.beat import Scheduler
from celery.exceptions import Retry
from django.conf import settings
from django.db import connection, transaction

from catalog import health, pipeline, schedule, tasks
from catalog.models import DataVersion, Release
from catalog.problems import BadFile, Busy
from catalog.registry import registry
from imt.celery import app
from regions.models import Region
from tests.catalog import database

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.allow_hosts(["127.0.0.1"])]

SOON = 60  # seconds that a loaded machine may take for what takes two
REGIONS = b"""code,name_fr,name_en,economic_region,population
00,Ensemble du Qu\xc3\xa9bec,Whole of Qu\xc3\xa9bec,24,9056044
01,Bas-Saint-Laurent,Bas-Saint-Laurent,2415,204405
"""


@pytest.fixture
def publisher(publisher):
    publisher.now.content = REGIONS
    return publisher


@pytest.fixture
def queue():
    """The broker, empty before and after."""
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        client.flushdb()
        yield client
        client.flushdb()


@pytest.fixture
def log(tmp_path):
    """What the processes say; pytest shows it when the test fails."""
    path = tmp_path / "celery.log"
    path.touch()
    yield path
    print(path.read_text())


@pytest.fixture
def start(publisher, tmp_path, log):
    """Start a process of Celery on the tests' database: `with start("worker …"): …`."""
    environment = os.environ | {
        "DATABASE_URL": database.environment(tmp_path)["DATABASE_URL"],
        "TEST_ARCHIVE": str(tmp_path / "archive"),
        "TEST_PUBLISHER": publisher.url,
        "PYTHONWARNINGS": "ignore:You're running the worker",
    }

    @contextmanager
    def start(arguments: str):
        command = [sys.executable, "-m", "celery", "--app=imt", "--quiet", *arguments.split(), "--loglevel=INFO"]
        with log.open("a") as output:
            process = subprocess.Popen(command, env=environment, stdout=output, stderr=output, process_group=0)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(SOON)

    return start


@pytest.fixture
def worker(start):
    return partial(start, "worker --include=tests.catalog.worker --concurrency=2")


def wait_until(condition):
    deadline = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def is_empty(queue) -> bool:
    """Whether no task waits and none is being run."""
    return not queue.llen(settings.CELERY_TASK_DEFAULT_QUEUE) and not queue.hlen("unacked")


def messages(queue) -> list[tuple[dict, list]]:
    """Return the headers and the arguments of each waiting task."""
    waiting = [json.loads(raw) for raw in queue.lrange(settings.CELERY_TASK_DEFAULT_QUEUE, 0, -1)]
    return [(message["headers"], json.loads(b64decode(message["body"]))[0]) for message in waiting]


@contextmanager
def writing_refused(table: str):
    """Make whoever writes to a table wait until the block ends."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN SHARE MODE")
        yield


def waits_for_lock(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = %s::regclass", [table])
        return bool(cursor.fetchone()[0])


# --- With a worker ------------------------------------------------------------------------------------------


def test_refresh_through_the_queue_publishes(queue, worker):
    tasks.refresh.delay("regions")
    with worker():
        wait_until(lambda: Release.objects.filter(state="live").exists())
        wait_until(lambda: is_empty(queue))
        assert health.seconds_since_seen(health.WORKER) < SOON
    assert Region.objects.get(code="01").name_fr == "Bas-Saint-Laurent"
    assert DataVersion.current() == 1


def test_killed_worker_changes_nothing_and_its_task_comes_again(queue, worker):
    tasks.refresh.delay("regions")
    with worker() as first, writing_refused("regions_region"):
        wait_until(lambda: waits_for_lock("regions_region"))  # in its transaction, the release already inserted
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    wait_until(lambda: not database.is_locked())
    assert not Release.objects.exists()
    assert not Region.objects.exists()
    assert queue.hlen("unacked") == 1
    time.sleep(1)  # the visibility timeout
    with worker():
        wait_until(lambda: Release.objects.filter(state="live").exists())
        wait_until(lambda: is_empty(queue))
    assert Region.objects.count() == 2


def test_of_two_refreshes_of_a_dataset_one_runs(queue, worker, publisher, log):
    tasks.refresh.delay("regions")
    tasks.refresh.delay("regions")
    with worker():
        with writing_refused("regions_region"):
            wait_until(lambda: "regions: another refresh is running" in log.read_text())
            wait_until(lambda: queue.hlen("unacked") == 1)
        wait_until(lambda: is_empty(queue))
    assert len(publisher.now.asked) == 1
    assert [release.state for release in Release.objects.all()] == ["live"]
    assert "Traceback" not in log.read_text()


# --- Errors -------------------------------------------------------------------------------------------------


@pytest.fixture
def nobody_answers(monkeypatch):
    lost = replace(registry["regions"], urls=("http://127.0.0.1:9/regions.csv",))
    monkeypatch.setitem(registry.definitions, "regions", lost)


def test_unreachable_publisher_is_asked_again_later(queue, nobody_answers):
    tasks.refresh.push_request(id="x", retries=2, args=["regions"], kwargs={}, called_directly=False)
    try:
        with pytest.raises(Retry) as retry:
            tasks.refresh.run("regions")
    finally:
        tasks.refresh.pop_request()
    assert retry.value.when == 4 * 60
    ((headers, arguments),) = messages(queue)
    assert headers["retries"] == 3
    assert arguments == ["regions"]
    assert not Release.objects.exists()


def test_publisher_that_stays_unreachable_is_recorded_once(nobody_answers):
    tasks.refresh.apply(["regions"], retries=tasks.RETRIES).get()
    tasks.refresh.apply(["regions"], retries=tasks.RETRIES).get()
    release = Release.objects.get()
    assert release.state == "failed"
    assert release.problem.code == "network"


@pytest.mark.parametrize("problem", [Busy("busy"), BadFile("empty", file="a.csv"), BadFile("no-source")])
def test_other_problems_are_not_retried(queue, monkeypatch, problem):
    def fail(slug):
        raise problem

    monkeypatch.setattr(pipeline, "refresh", fail)
    assert tasks.refresh.apply(["regions"]).state == "SUCCESS"
    assert is_empty(queue)


def test_all_retries_end_before_the_task_expires_and_before_the_queue_gives_it_to_another():
    longest_wait = tasks.FIRST_RETRY * 2 ** (tasks.RETRIES - 1)
    all_waits = tasks.FIRST_RETRY * (2**tasks.RETRIES - 1)
    visibility = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]
    assert all_waits < schedule.REFRESH_EXPIRES
    assert longest_wait < visibility
    assert settings.CELERY_TASK_TIME_LIMIT < visibility < schedule.REFRESH_EXPIRES


# --- Schedule -----------------------------------------------------------------------------------------------


def test_schedule_agrees_with_registry():
    assert schedule.agrees_with_registry() == []


def test_check_names_what_the_schedule_lacks_and_what_it_has_too_much(settings):
    settings.REFRESH_SCHEDULE = {"regions": {}} | {
        slug: when for slug, when in settings.REFRESH_SCHEDULE.items() if slug != "wages"
    }
    lacks, too_much = schedule.agrees_with_registry()
    assert lacks.id == "catalog.E001"
    assert "wages" in lacks.msg
    assert too_much.id == "catalog.E002"
    assert "regions" in too_much.msg


def test_beat_sends_what_the_schedule_says(queue):
    beat = Scheduler(app=app)
    for entry in beat.schedule.values():
        beat.apply_entry(entry)
    sent = [(headers["task"], *arguments) for headers, arguments in messages(queue)]
    assert sorted(sent) == sorted(
        [("catalog.tasks.beat_is_alive",)] + [("catalog.tasks.refresh", slug) for slug in settings.REFRESH_SCHEDULE]
    )
    assert all(headers["expires"] for headers, _arguments in messages(queue))


def test_beat_looks_for_wages_at_twenty_to_five_in_quebec():
    entry = Scheduler(app=app).schedule["refresh wages"]
    yesterday = datetime(2026, 11, 21, 9, 40, tzinfo=UTC)
    for minute, due in ((39, False), (41, True)):
        with time_machine.travel(yesterday + timedelta(days=1, minutes=minute - 40), tick=False):
            assert entry.schedule.is_due(yesterday).is_due is due


def test_beat_is_seen_as_soon_as_it_starts(queue, worker, start, tmp_path):
    with worker(), start(f"beat --pidfile= --schedule={tmp_path / 'schedule'}"):
        wait_until(lambda: health.seconds_since_seen(health.BEAT) is not None)
