from datetime import date

import pytest
from django.core.cache import cache

from catalog.models import DataVersion
from occupations.models import NocGroup
from tests.html import InspectingClient
from tests.occupations.detail.world import build


@pytest.fixture
def client():
    return InspectingClient()


@pytest.fixture(autouse=True)
def _data_version():
    cache.clear()
    cache.set(DataVersion.CACHE_KEY, 1)


@pytest.fixture
def world(db):
    return build()


@pytest.fixture
def retired(world):
    """A class that the current edition no longer has."""
    NocGroup.objects.filter(pk="31302").update(retired_on=date(2026, 3, 1))
