from contextlib import ExitStack

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

from imt import embedded


def pytest_configure(config):
    """Keep PostgreSQL and Redis up for the whole run; the workers of pytest-xdist use their controller's."""
    if not hasattr(config, "workerinput"):
        servers = ExitStack()
        servers.enter_context(embedded.running(settings.VAR_DIR, **settings.EMBEDDED, disposable=True))
        config.add_cleanup(servers.close)


@pytest.fixture(autouse=True)
def _default_language():
    """Forget the language of a test's last request: it stays active in the thread."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _empty_cache():
    """Forget what another test's database had."""
    cache.clear()


@pytest.fixture(autouse=True)
def archive(settings, tmp_path):
    """Keep the files that a test loads with the test."""
    settings.ARCHIVE_DIR = tmp_path / "archive"
