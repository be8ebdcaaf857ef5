"""What the worker that tests start imports first: the tests' publisher and archive, and a short memory."""

import os
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from catalog.registry import registry
from imt.celery import app

settings.ARCHIVE_DIR = Path(os.environ["TEST_ARCHIVE"])
for slug, definition in registry.definitions.items():
    urls = (os.environ["TEST_PUBLISHER"],) if slug == "regions" else ()  # nothing from the network
    registry.definitions[slug] = replace(definition, urls=urls)
app.conf.broker_transport_options = {"visibility_timeout": 1}
