from datetime import date

import pytest

from occupations.models import NocGroup
from tests.html import InspectingClient
from tests.occupations.detail.world import build


@pytest.fixture
def client():
    return InspectingClient()


@pytest.fixture
def world(db):
    return build()


@pytest.fixture
def retired(world):
    """A class that the current edition no longer has."""
    NocGroup.objects.filter(pk="31302").update(retired_on=date(2026, 3, 1))
