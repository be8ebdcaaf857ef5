"""Moving a dataset's live pointer: `publish` a held or superseded release, `rollback` to the one before."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.utils import timezone

from catalog import archive
from catalog.compare import compare
from catalog.copying import fill
from catalog.identify import identify
from catalog.merge import merge_reference
from catalog.models import Dataset, DataVersion, Fact, Release
from catalog.problems import Busy, RefreshError
from catalog.staging import Stage
from catalog.unpacking import members
from catalog.verify import verify

LOCK_SPACE = 0x494D54  # "IMT": the first half of the advisory lock's number; the second is made from the slug


@contextmanager
def locked(slug: str) -> Iterator[None]:
    """Hold the dataset's advisory lock; it goes by itself with the connection of a killed process."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", [LOCK_SPACE, slug])
        if not cursor.fetchone()[0]:
            raise Busy("busy")
        try:
            yield
        finally:
            if connection.is_usable():
                cursor.execute("SELECT pg_advisory_unlock(%s, hashtext(%s))", [LOCK_SPACE, slug])


def publish(release: Release, reporter=None) -> Release:
    """Make a held or superseded release live. A reference is merged again from the archived files."""
    with locked(release.dataset_id), transaction.atomic():
        release.refresh_from_db()
        if release.state not in {Release.State.HELD, Release.State.SUPERSEDED}:
            raise RefreshError("not-publishable", value=str(release), state=Release.State(release.state).label)
        if not issubclass(release.definition.model, Fact):
            merge_again(release, reporter)
        make_live(release)
    return release


def rollback(slug: str, reporter=None) -> Release:
    """Make live again the release that was live before the one that is.

    That is the one published last among those loaded before it: not one that was already rolled back.
    """
    live = Release.objects.filter(dataset_id=slug, state=Release.State.LIVE).first()
    superseded = Release.objects.filter(dataset_id=slug, state=Release.State.SUPERSEDED)
    earlier = live and superseded.filter(created_at__lt=live.created_at).order_by("-published_at").first()
    if not earlier:
        raise RefreshError("no-earlier-release")
    return publish(earlier, reporter)


def merge_again(release: Release, reporter) -> None:
    definition, files = release.definition, []
    for entry in release.files:
        path = archive.path_of(definition.slug, entry["sha256"], entry["suffix"])
        if not path.exists():
            raise RefreshError("archive-gone", value=str(release))
        packed = members(path, path.name) if definition.join and entry["suffix"] == ".zip" else []
        within = next((member for member in packed if member.name == entry["name"]), path)
        files.append(identify(within, entry["name"], definition.layouts))
    with connection.cursor() as cursor:
        stage = Stage(definition, cursor, files, reporter)
        stage.create()
        fill(stage)
        verify(stage)
        compare(stage, stage.live_rows(None))
        merge_reference(stage)


def make_live(release: Release, validators: dict | None = None) -> None:
    """Move the live pointer, within the caller's transaction."""
    dataset = Dataset.objects.select_for_update().get(pk=release.dataset_id)
    Release.objects.filter(dataset=dataset, state=Release.State.LIVE).update(state=Release.State.SUPERSEDED)
    release.state = Release.State.LIVE
    release.published_at = timezone.now()
    release.save(update_fields=["state", "published_at"])
    dataset.live_release = release
    dataset.validators = validators or {}
    dataset.save(update_fields=["live_release", "validators"])
    if release.definition.when_live:
        with connection.cursor() as cursor:
            release.definition.when_live(cursor)
    DataVersion.bump()
