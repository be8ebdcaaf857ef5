import pytest
from django.core.cache import cache

from catalog.models import DataVersion
from tests.html import InspectingClient


@pytest.fixture
def client():
    return InspectingClient(raise_request_exception=False)


@pytest.fixture(autouse=True)
def _data_version():
    """Start from an empty cache that knows the data version, as a running portal does."""
    cache.clear()
    cache.set(DataVersion.CACHE_KEY, 1)
