"""What the worker does in the background: look for a new edition of one dataset, and show that it is alive.

A task takes a slug and gives nothing back: the Release is the result.
"""

import logging

from celery import shared_task
from celery.signals import beat_init, heartbeat_sent

from catalog import health, pipeline
from catalog.problems import Busy, RefreshError, Unreachable
from catalog.schedule import HEARTBEAT, REFRESH_EXPIRES

logger = logging.getLogger(__name__)

# A publisher that cannot be reached is asked again after 1, 2, 4 … 32 minutes: about an hour in all, well before the
# task expires and before the queue believes that its worker is lost (the visibility timeout).
RETRIES = 6
FIRST_RETRY = 60  # seconds


@shared_task(bind=True, max_retries=RETRIES, expires=REFRESH_EXPIRES)
def refresh(self, slug: str) -> None:
    """Look for a new edition of a dataset. Only the network is worth another try; what else fails is recorded."""
    try:
        outcome = pipeline.refresh(slug)
    except Busy:
        logger.info("%s: another refresh is running", slug)
    except Unreachable as error:
        if self.request.retries < self.max_retries:
            raise self.retry(countdown=FIRST_RETRY * 2**self.request.retries, exc=error) from error
        pipeline.record_failure(pipeline.dataset_row(slug, dry_run=False), error.problem)
        logger.warning("%s: gave up: %s", slug, error)
    except RefreshError as error:
        logger.warning("%s: %s", slug, error)
    else:
        logger.info("%s: %s", slug, outcome.result)


@shared_task
def beat_is_alive() -> None:
    """Run each minute: shows that beat sends, that the queue carries and that a worker runs what it gets."""
    health.seen(health.BEAT)


@beat_init.connect
def beat_has_started(**_signal) -> None:
    """Do not wait a minute for the first one."""
    beat_is_alive.apply_async(expires=HEARTBEAT)


@heartbeat_sent.connect
def worker_is_alive(**_signal) -> None:
    """Run every two seconds by each worker, whatever its tasks do."""
    health.seen(health.WORKER)
