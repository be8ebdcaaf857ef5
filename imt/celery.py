"""The Celery application: worker and beat read their settings from Django's."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "imt.settings")

app = Celery("imt")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_after_configure.connect
def take_schedule(sender, **_signal):
    from catalog import schedule  # here: it reads the settings, which import this package first

    sender.conf.beat_schedule = schedule.entries()
