"""A dry run: it says what a refresh would do, and writes nothing."""

import pytest

from catalog.problems import BadFile
from tests.catalog.account import archive_of
from tests.catalog.database import every_row, is_locked
from tests.catalog.wages import lines, write
from tests.files import load

pytestmark = pytest.mark.django_db


def test_dry_run_writes_nothing_and_shows_what_would_change(live, tmp_path, settings):
    path = write(tmp_path, lines(add=1)[:-1])
    before, files = every_row(), archive_of(settings)
    outcome = load("wages", path, dry_run=True)
    assert (outcome.result, outcome.held) == ("dry-run", None)
    assert (outcome.counts.changed, outcome.counts.removed) == (215, 1)
    assert len(outcome.examples["changed"]) == 5
    assert (every_row(), archive_of(settings)) == (before, files)
    assert not is_locked()


def test_dry_run_of_a_dataset_that_was_never_loaded(world, tmp_path, settings):
    before = every_row()
    outcome = load("wages", write(tmp_path, lines()), dry_run=True)
    assert (outcome.result, outcome.counts.added) == ("dry-run", 216)
    assert (every_row(), archive_of(settings)) == (before, [])


def test_dry_run_of_a_bad_file_is_not_recorded(live, tmp_path):
    before = every_row()
    with pytest.raises(BadFile):
        load("wages", write(tmp_path, []), dry_run=True)
    assert every_row() == before


def test_dry_run_says_what_would_be_held(live, tmp_path):
    before = every_row()
    outcome = load("wages", write(tmp_path, lines(add=20)), dry_run=True)
    assert outcome.held.problem.code == "level-moved"
    assert every_row() == before
