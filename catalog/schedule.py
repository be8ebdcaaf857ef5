"""When beat looks for new editions: `settings.REFRESH_SCHEDULE`, plain data, as Celery understands it."""

from celery.schedules import crontab
from django.conf import settings
from django.core.checks import Error, register

from catalog.registry import registry

# Seconds after which a task that no worker took is dropped: one that was down for days starts with today's tasks.
REFRESH_EXPIRES = 6 * 3600
HEARTBEAT = 60


def entries() -> dict:
    """Return beat's entries, by name."""
    return {"beat is alive": entry("catalog.tasks.beat_is_alive", HEARTBEAT, expires=HEARTBEAT)} | {
        f"refresh {slug}": entry("catalog.tasks.refresh", crontab(**when), slug, expires=REFRESH_EXPIRES)
        for slug, when in settings.REFRESH_SCHEDULE.items()
    }


def entry(task: str, schedule, *arguments: str, expires: int) -> dict:
    return {"task": task, "schedule": schedule, "args": arguments, "options": {"expires": expires}}


@register
def agrees_with_registry(**_options) -> list[Error]:
    """Check that each dataset with an address is looked for, and nothing else."""
    fetched = {definition.slug for definition in registry if definition.urls}
    scheduled = set(settings.REFRESH_SCHEDULE)
    return [
        *(Error(f"REFRESH_SCHEDULE lacks the dataset “{slug}”.", id="catalog.E001") for slug in fetched - scheduled),
        *(
            Error(f"REFRESH_SCHEDULE names “{slug}”, which is no dataset with an address.", id="catalog.E002")
            for slug in scheduled - fetched
        ),
    ]
