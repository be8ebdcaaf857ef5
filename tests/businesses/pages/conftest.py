import pytest

from tests.businesses.pages.world import build
from tests.html import InspectingClient


@pytest.fixture
def client():
    return InspectingClient()


@pytest.fixture
def world(db):
    build()
