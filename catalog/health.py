"""How the portal is doing: its servers, its worker and beat, and how old its figures are.

Only the database is vital: without Redis, worker or beat the pages still answer, and what is missing is named.
"""

import time
from dataclasses import asdict, dataclass, field

import redis
from django.conf import settings
from django.core.cache import cache
from django.db import InterfaceError, OperationalError
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalog.models import DataVersion, Release
from catalog.registry import registry

WORKER, BEAT = "worker", "beat"
# Seconds of silence after which one is missing. A worker shows itself every 2 seconds; beat's task runs each minute,
# but waits while every process of the worker is busy.
SILENT_AFTER = {WORKER: 60, BEAT: 600}


@dataclass
class Freshness:
    """One dataset: its live release, the days since that was retrieved, and how the newest attempt ended."""

    live: int | None = None
    age_in_days: float | None = None
    newest_attempt: str | None = None


@dataclass
class Health:
    """What /healthz tells. `missing` names what does not answer: database, redis, worker, beat."""

    missing: list[str] = field(default_factory=list)
    seconds_since_heartbeat: dict[str, float | None] = field(default_factory=dict)
    waiting_tasks: int | None = None
    data_version: int | None = None
    code_version: str = settings.CODE_VERSION
    datasets: dict[str, Freshness] = field(default_factory=dict)

    @property
    def status(self) -> str:
        if "database" in self.missing:
            return "down"
        return "degraded" if self.missing else "ok"

    @classmethod
    def now(cls) -> "Health":
        health = cls()
        try:
            health.data_version = DataVersion.objects.values_list("number", flat=True).first()
            health.datasets = freshness()
        except (OperationalError, InterfaceError):
            health.missing.append("database")
        health.waiting_tasks = waiting_tasks()
        if health.waiting_tasks is None:
            health.missing.append("redis")
            return health
        for who, limit in SILENT_AFTER.items():
            silence = health.seconds_since_heartbeat[who] = seconds_since_seen(who)
            if silence is None or silence > limit:
                health.missing.append(who)
        return health


@never_cache
@require_safe
def healthz(request):
    """Answer 200 as long as the database does, 503 otherwise."""
    health = Health.now()
    answer = {"status": health.status} | asdict(health)
    return JsonResponse(answer, status=503 if health.status == "down" else 200)


# --- Heartbeats ---------------------------------------------------------------------------------------------


def seen(who: str) -> None:
    """Note that the worker or beat is alive, now."""
    cache.set(f"heartbeat:{who}", time.time(), timeout=None)


def seconds_since_seen(who: str) -> float | None:
    moment = cache.get(f"heartbeat:{who}")
    return None if moment is None else round(time.time() - moment, 1)


# --- Queue and data -----------------------------------------------------------------------------------------


def waiting_tasks() -> int | None:
    """Return how many tasks no worker has taken yet; None when Redis does not answer."""
    try:
        with redis.Redis.from_url(settings.REDIS_URL, **settings.CACHES["default"]["OPTIONS"]) as client:
            return client.llen(settings.CELERY_TASK_DEFAULT_QUEUE)
    except (redis.RedisError, OSError):
        return None


def freshness() -> dict[str, Freshness]:
    """Return every declared dataset's freshness, with two queries."""
    datasets = {definition.slug: Freshness() for definition in registry}
    releases = Release.objects.filter(dataset_id__in=datasets).order_by("dataset_id", "-created_at", "-pk")
    for slug, state in releases.distinct("dataset_id").values_list("dataset_id", "state"):
        datasets[slug].newest_attempt = state
    live = releases.filter(state=Release.State.LIVE)
    for slug, pk, retrieved_at in live.values_list("dataset_id", "pk", "retrieved_at"):
        datasets[slug].live = pk
        datasets[slug].age_in_days = round((timezone.now() - retrieved_at).total_seconds() / 86_400, 1)
    return datasets
