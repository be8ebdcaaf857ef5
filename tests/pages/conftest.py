import pytest

from tests.html import InspectingClient


@pytest.fixture
def client():
    return InspectingClient(raise_request_exception=False)
