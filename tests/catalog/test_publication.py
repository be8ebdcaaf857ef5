"""Going back and forth between the releases of facts."""

import pytest
from django.utils import translation

from catalog import pipeline
from catalog.models import Dataset, DataVersion, Release
from catalog.problems import BadFile, Busy, RefreshError
from catalog.publication import publish, rollback
from occupations.models import Wage
from tests.catalog.database import every_row, is_locked, locked_by_another
from tests.catalog.wages import lines, write
from tests.files import load

pytestmark = pytest.mark.django_db


@pytest.fixture
def releases(live, tmp_path) -> list[Release]:
    """Three releases, the last one live; the medians of the first occupation are 25, 26 and 27."""
    return [live] + [load("wages", write(tmp_path, lines(add=number))).release for number in (1, 2)]


def live_median() -> int:
    return Wage.objects.live().get(unit_group="11100", region="00").median


def states() -> list[str]:
    return list(Release.objects.order_by("pk").values_list("state", flat=True))


def test_rollback_restores_the_earlier_figures_at_once(releases):
    number = DataVersion.objects.get().number
    assert rollback("wages") == releases[1]
    assert live_median() == 26
    assert states() == ["superseded", "live", "superseded"]
    assert Dataset.objects.get(slug="wages").live_release == releases[1]
    assert DataVersion.objects.get().number == number + 1
    assert not is_locked()

    assert rollback("wages") == releases[0]
    assert live_median() == 25


def test_no_earlier_release(live, world):
    with pytest.raises(RefreshError) as error:
        rollback("wages")
    assert error.value.problem.code == "no-earlier-release"
    with pytest.raises(RefreshError):
        rollback("outlooks")


def test_rollback_skips_a_release_that_was_already_rolled_back(releases, tmp_path):
    rollback("wages")
    load("wages", write(tmp_path, lines(add=3)))
    assert live_median() == 28
    assert rollback("wages") == releases[1]


def test_forth_again(releases):
    rollback("wages")
    publish(releases[2])
    assert live_median() == 27
    assert rollback("wages") == releases[1]


def test_a_file_that_was_rolled_back_is_not_published_again(releases, tmp_path):
    rollback("wages")
    before = every_row()
    outcome = load("wages", write(tmp_path, lines(add=2)))
    assert (outcome.result, outcome.release) == ("nothing-new", releases[2])
    assert every_row() == before
    assert load("wages", write(tmp_path, lines(add=2)), force=True).result == "published"
    assert live_median() == 27


def test_an_older_file_that_comes_back_later_is_published(releases, tmp_path):
    assert load("wages", write(tmp_path, lines(add=1))).result == "published"
    assert live_median() == 26


def test_only_held_and_superseded_releases_can_be_published(releases, tmp_path):
    with pytest.raises(BadFile):
        load("wages", write(tmp_path, []))
    for release in (releases[2], Release.objects.get(state="failed")):
        with pytest.raises(RefreshError) as error:
            publish(release)
        assert error.value.problem.code == "not-publishable"
    with translation.override("en"):
        assert str(error.value) == "Release wages cannot be published. Its state: Failed."


def test_publishing_what_another_person_just_published(releases):
    stale = Release.objects.get(pk=releases[1].pk)
    publish(releases[1])
    before = every_row()
    with pytest.raises(RefreshError):
        publish(stale)
    assert every_row() == before


def test_publishing_while_a_refresh_runs_is_busy(releases):
    with locked_by_another("wages"), pytest.raises(Busy):
        rollback("wages")
    assert live_median() == 27


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_after_a_rollback_the_publisher_is_asked_for_the_file_and_it_stays_rolled_back(live, publisher):
    source = pipeline.Source(urls=(publisher.url,))
    publisher.now.content = publisher.now.content.replace(b",25,", b",26,")
    assert pipeline.refresh("wages", source).result == "published"
    rollback("wages")
    outcome = pipeline.refresh("wages", source)
    assert "If-None-Match" not in publisher.now.asked[-1]
    assert outcome.result == "nothing-new"
    assert live_median() == 25
