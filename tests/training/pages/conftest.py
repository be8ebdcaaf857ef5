import pytest

from tests.html import InspectingClient
from tests.training.pages.world import build


@pytest.fixture
def client():
    return InspectingClient()


@pytest.fixture
def world(db):
    build()
