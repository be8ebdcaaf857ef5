"""/healthz: what it tells, and which failures are fatal."""

import copy
from datetime import timedelta

import pytest
import redis
from django.db import connection
from django.utils import timezone

from catalog import health
from catalog.models import Dataset, DataVersion, Release

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_redis(settings):
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        client.flushdb()
        yield client
        client.flushdb()


@pytest.fixture
def all_alive():
    health.seen(health.WORKER)
    health.seen(health.BEAT)


@pytest.fixture
def no_redis(settings):
    settings.REDIS_URL = "unix:///nowhere/redis.sock"
    caches = copy.deepcopy(settings.CACHES)
    caches["default"]["LOCATION"] = settings.REDIS_URL
    settings.CACHES = caches


def test_all_is_well(client, all_alive, empty_redis, settings, django_assert_num_queries):
    empty_redis.lpush(settings.CELERY_TASK_DEFAULT_QUEUE, "a task")
    DataVersion.bump()
    with django_assert_num_queries(3):
        response = client.get("/healthz")
    answer = response.json()
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert (answer["status"], answer["missing"]) == ("ok", [])
    assert answer["waiting_tasks"] == 1
    assert answer["data_version"] == 1
    assert answer["code_version"] == settings.CODE_VERSION
    assert all(seconds < 5 for seconds in answer["seconds_since_heartbeat"].values())


def test_age_of_each_dataset_and_its_newest_attempt(client, all_alive):
    wages = Dataset.objects.create(slug="wages")
    words = {"dataset": wages, "kind": "official"}
    ten_days_ago = timezone.now() - timedelta(days=10)
    live = Release.objects.create(state="live", retrieved_at=ten_days_ago, **words)
    Release.objects.create(state="failed", retrieved_at=timezone.now(), **words)
    datasets = client.get("/healthz").json()["datasets"]
    assert datasets["wages"] == {"live": live.pk, "age_in_days": 10.0, "newest_attempt": "failed"}
    assert datasets["noc"] == {"live": None, "age_in_days": None, "newest_attempt": None}


def test_silent_worker_and_beat_are_named(client, settings):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "degraded"
    assert answer.json()["missing"] == ["worker", "beat"]


def test_an_old_heartbeat_is_silence(client, all_alive, monkeypatch):
    monkeypatch.setitem(health.SILENT_AFTER, health.WORKER, -1)
    assert client.get("/healthz").json()["missing"] == ["worker"]


def test_without_redis_the_portal_is_degraded(client, no_redis):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "degraded"
    assert answer.json()["missing"] == ["redis"]
    assert answer.json()["waiting_tasks"] is None


@pytest.mark.django_db(transaction=True)
def test_without_database_it_is_down(client, all_alive, monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["status"] == "down"
    assert answer.json()["missing"] == ["database"]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client, method):
    assert getattr(client, method)("/healthz").status_code == 405
