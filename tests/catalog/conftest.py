from collections.abc import Iterator
from threading import Thread

import pytest

from catalog.models import Release
from tests.catalog import wages
from tests.catalog.publisher import Publisher
from tests.files import load


@pytest.fixture
def world(db):
    """Twelve occupations and all regions."""
    wages.make_world()


@pytest.fixture
def live(world, tmp_path) -> Release:
    """The live release of the wages of that world."""
    directory = tmp_path / "first"
    directory.mkdir()
    return load("wages", wages.write(directory, wages.lines())).release


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A publisher's server that gives the wages of that world."""
    with Publisher(wages.text_of(wages.lines()).encode()) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        yield server
        server.shutdown()
