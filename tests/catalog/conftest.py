import pytest

from catalog.models import Release
from tests.catalog import wages
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
