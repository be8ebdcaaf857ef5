"""From an official file to a live release, in one transaction; and back.

    refresh(slug)             fetch → identify → stage → verify → compare → publish
    publish(release)          make a held or superseded release live
    rollback(slug)            make the release before the live one live again

`manage.py refresh`, the Celery task and the admin button all call `refresh`. Nothing is written before the
transaction that verified the load commits, so a process killed at half leaves the database as it was.
"""

import hashlib
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

from django.conf import settings
from django.db import DataError, OperationalError, connection, transaction
from django.utils import timezone
from psycopg2 import errors as pg

from catalog import masschange, readers
from catalog.fetch import fetch, refusing_full_disk
from catalog.models import Dataset, DataVersion, Fact, Rejection, Release
from catalog.problems import BadFile, Busy, Held, Problem, RefreshError, Unreachable
from catalog.progress import Silent
from catalog.readers import OfficialFile
from catalog.registry import DatasetDefinition, Edition, registry
from catalog.staging import STAGE, Counts, Rejections, Stage

logger = logging.getLogger(__name__)

LOCK_SPACE = 0x494D54  # "IMT": the first half of the advisory lock's number; the second is made from the slug


@dataclass(frozen=True)
class Source:
    """Where to take the files from, when it is not the dataset's own addresses."""

    files: tuple[Path, ...] = ()
    urls: tuple[str, ...] = ()
    edition: Edition | None = None  # what the release says of itself, when the file does not
    embedded: bool = False


@dataclass(frozen=True)
class Input:
    """A file on disk and the name that people know it by."""

    path: Path
    name: str


@dataclass
class Outcome:
    """What a refresh did. `result` is one of published, nothing-new, rolled-back, dry-run."""

    result: str
    release: Release | None = None
    counts: Counts = field(default_factory=Counts)
    examples: dict = field(default_factory=dict)
    rejections: list[Problem] = field(default_factory=list)
    held: Problem | None = None  # in a dry run: what would have held the release


def refresh(
    slug: str, source: Source | None = None, dry_run: bool = False, force: bool = False, reporter=None
) -> Outcome:
    """Load a new edition of a dataset and publish it.

    `dry_run` compares and writes nothing; `force` reloads a known file and overrides the mass-change guard. Raises
    Busy, Unreachable (nothing is recorded), BadFile (recorded as a failed release) and Held (recorded, not published).
    """
    definition, reporter = registry[slug], reporter or Silent()
    source = source or Source(urls=definition.urls)
    if not source.files and not source.urls:
        raise BadFile("no-source")
    reporter.start(slug)
    try:
        with locked(slug):
            dataset = dataset_row(slug, dry_run)
            run = Refresh(definition, dataset, source, dry_run, force, reporter)
            try:
                return run.run()
            except (Busy, Unreachable, Held):
                raise
            except RefreshError as error:
                if not dry_run:
                    record_failure(dataset, error.problem, run)
                raise
    finally:
        reporter.finish()


class Refresh:
    """One refresh under way: what it knows so far, for its account of itself."""

    def __init__(self, definition: DatasetDefinition, dataset: Dataset, source: Source, dry_run, force, reporter):
        self.definition, self.dataset, self.source = definition, dataset, source
        self.dry_run, self.force, self.reporter = dry_run, force, reporter
        self.live = dataset.live_release
        self.files: list[OfficialFile] = []
        self.validators: dict = {}
        self.sha256 = ""
        self.counts, self.rejections = Counts(), Rejections()

    def run(self) -> Outcome:
        inputs = self.get_inputs()
        if inputs is None:
            self.reporter.say("The publisher's server says that nothing changed.")
            return Outcome("nothing-new", self.live)
        self.files = [readers.identify(item.path, item.name, self.definition.layouts) for item in inputs]
        self.refuse_missing_parts()
        self.files.sort(key=lambda file: file.layout.part)
        self.sha256 = self.fingerprint()
        for file in self.files:
            self.reporter.say(f"{file.name}: layout {file.layout.name}, {file.scan.size:,} bytes")
        if known := self.known_release():
            return known
        return self.load()

    # --- Files --------------------------------------------------------------------------------------------

    def get_inputs(self) -> list[Input] | None:
        """Return the files to read; None when every publisher's server says that nothing changed."""
        if self.source.files:
            return [Input(path, path.name) for path in self.source.files]
        downloads = {url: fetch(url, self.known_validators(url), incoming()) for url in self.source.urls}
        if not any(downloads.values()):
            return None
        for url, download in downloads.items():
            if download is None:  # unchanged beside a changed one: its last copy is in the archive
                downloads[url] = fetch(url, {}, incoming())
        self.validators = {url: download.validators for url, download in downloads.items()}
        return [Input(download.path, download.name) for download in downloads.values()]

    def known_validators(self, url: str) -> dict:
        return {} if self.force else self.dataset.validators.get(url, {})

    def refuse_missing_parts(self) -> None:
        given = frozenset(file.layout.part for file in self.files)
        if given not in self.definition.parts() or len(given) != len(self.files):
            expected = " | ".join(" + ".join(sorted(parts)) for parts in self.definition.parts() if any(parts))
            raise BadFile(
                "parts",
                expected=expected or "1",
                found=", ".join(f"{file.name} ({file.layout.part or file.layout.name})" for file in self.files),
            )

    def fingerprint(self) -> str:
        """Return the sha256 of one file, or of the list of theirs; an edition given from outside belongs to it."""
        parts = [file.scan.sha256 for file in self.files]
        if self.source.edition:
            parts.append(str(self.source.edition))
        return parts[0] if len(parts) == 1 else hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def known_release(self) -> Outcome | None:
        """Return "nothing new" for the live file, and for a later one that a person has rolled back or must review."""
        if self.force:
            return None
        if self.live and self.live.sha256 == self.sha256:
            self.reporter.say("Nothing new: this is the file of the live release.")
            return Outcome("nothing-new", self.live)
        later = Release.objects.filter(dataset=self.dataset, sha256=self.sha256, created_at__gt=since(self.live))
        if release := later.filter(state__in=[Release.State.SUPERSEDED, Release.State.HELD]).first():
            self.reporter.say(f"Nothing new: this is the file of release {release.pk}, which is {release.state}.")
            return Outcome("rolled-back", release)
        return None

    # --- Loading ------------------------------------------------------------------------------------------

    def load(self) -> Outcome:
        try:
            with refusing_full_disk(self.names()), transaction.atomic():
                outcome = self.load_in_transaction()
                if self.dry_run or outcome.result == "nothing-new":
                    transaction.set_rollback(True)
        except DataError as error:
            raise BadFile("refused", file=self.names(), reason=str(error).splitlines()[0]) from error
        except OperationalError as error:
            if isinstance(error.__cause__, pg.DiskFull):
                raise BadFile("disk-full", file=self.names()) from error
            raise
        if outcome.held and not self.dry_run:
            error = Held(outcome.held.code)
            error.problem = outcome.held
            raise error
        return outcome

    def load_in_transaction(self) -> Outcome:
        with connection.cursor() as cursor:
            stage = Stage(self.definition, cursor, self.reporter)
            self.counts, self.rejections = stage.counts, stage.rejections
            stage.create()
            stage.copy(self.files)
            stage.verify()
            examples = stage.compare(self.live.pk if self.live else None)
            edition = self.edition(cursor)
            outcome = Outcome("published", None, stage.counts, examples, stage.rejections.kept)
            if self.same_as_live(edition):
                self.reporter.say("Nothing new: every row is that of the live release.")
                outcome.result, outcome.release = "nothing-new", self.live
                return outcome
            if self.live and not self.force:
                live_rows = stage.current(self.live.pk)
                outcome.held = masschange.find(self.definition, cursor, live_rows, self.names())
            self.say_counts()
            if self.dry_run:
                outcome.result = "dry-run"
                return outcome
            outcome.release = self.new_release(edition, examples, outcome.held)
            if issubclass(self.definition.model, Fact):
                stage.insert_facts(outcome.release.pk)
            elif not outcome.held:
                stage.merge_reference()
            if not outcome.held:
                if self.definition.after_load:
                    self.definition.after_load(cursor)
                make_live(outcome.release, self.validators)
            archive(self.definition.slug, self.files)
            return outcome

    def edition(self, cursor) -> Edition:
        if self.source.edition:
            return self.source.edition
        if callable(self.definition.edition):
            return self.definition.edition(cursor, STAGE, self.files[0].layout.name)
        return self.definition.edition

    def same_as_live(self, edition: Edition) -> bool:
        counts = self.counts
        if not self.live or counts.added or counts.changed or counts.removed:
            return False
        return all(getattr(self.live, name) == value for name, value in words(edition).items())

    def new_release(self, edition: Edition, examples: dict, held: Problem | None) -> Release:
        account = self.account()
        if edition.retrieved_on:
            account["retrieved_at"] = datetime.combine(edition.retrieved_on, time(12), timezone.get_default_timezone())
        release = Release.objects.create(
            dataset=self.dataset,
            **words(edition),
            **asdict(self.counts),
            **account,
            embedded=self.source.embedded,
            state=Release.State.HELD,
            examples=examples,
            failure=held.as_json() if held else None,
        )
        keep_rejections(release, self.rejections)
        return release

    def account(self) -> dict:
        """Return what every release tells of its making, whether it ended well or not."""
        return {
            "retrieved_at": timezone.now(),
            "files": [
                {
                    "name": file.name,
                    "layout": file.layout.name,
                    "sha256": file.scan.sha256,
                    "bytes": file.scan.size,
                    "suffix": file.suffix,
                }
                for file in self.files
            ],
            "sha256": self.sha256,
            "log": "\n".join(self.reporter.lines),
        }

    def say_counts(self) -> None:
        counts = asdict(self.counts)
        self.reporter.say(", ".join(f"{name.replace('_', ' ')} {value:,}" for name, value in counts.items()))

    def names(self) -> str:
        return ", ".join(file.name for file in self.files)


# --- Moving between releases ------------------------------------------------------------------------------


def publish(release: Release, reporter=None) -> Release:
    """Make a held or superseded release live. A reference is merged again from the archived files."""
    if release.state not in {Release.State.HELD, Release.State.SUPERSEDED}:
        raise RefreshError("not-publishable", value=str(release), state=release.get_state_display())
    definition = registry[release.dataset_id]
    with locked(definition.slug), transaction.atomic():
        if not issubclass(definition.model, Fact):
            merge_again(definition, release, reporter or Silent())
        make_live(release)
    return release


def rollback(slug: str, release: Release | None = None, reporter=None) -> Release:
    """Make `release` live again, or else the one that was loaded before the live one."""
    if release is None:
        live = Dataset.objects.select_related("live_release").get(slug=slug).live_release
        earlier = Release.objects.filter(dataset_id=slug, state=Release.State.SUPERSEDED, created_at__lt=since(live))
        release = earlier.order_by("-created_at", "-pk").first() if live else None
        if release is None:
            raise RefreshError("no-earlier-release")
    return publish(release, reporter)


def merge_again(definition: DatasetDefinition, release: Release, reporter) -> None:
    files = []
    for entry in release.files:
        path = archived(definition.slug, entry["sha256"], entry["suffix"])
        if not path.exists():
            raise RefreshError("archive-gone", value=str(release))
        files.append(readers.identify(path, entry["name"], definition.layouts))
    with connection.cursor() as cursor:
        stage = Stage(definition, cursor, reporter)
        stage.create()
        stage.copy(files)
        stage.verify()
        stage.merge_reference()
        if definition.after_load:
            definition.after_load(cursor)


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
    DataVersion.bump()


def record_failure(dataset: Dataset, problem: Problem, run: Refresh | None = None) -> None:
    """Keep the account of a refresh that failed, once for the same file and problem."""
    fields = {"state": Release.State.FAILED, "failure": problem.as_json(), "sha256": run.sha256 if run else ""}
    last = Release.objects.filter(dataset=dataset).first()
    if last and all(getattr(last, name) == value for name, value in fields.items()):
        return
    account = run.account() | asdict(run.counts) if run else {"retrieved_at": timezone.now()}
    with transaction.atomic():
        release = Release.objects.create(dataset=dataset, kind="official", **(account | fields))
        if run:
            keep_rejections(release, run.rejections)


def keep_rejections(release: Release, rejections: Rejections) -> None:
    Rejection.objects.bulk_create(
        Rejection(
            release=release,
            file=problem.file[:200],
            line=problem.line,
            column=str(problem.column)[:200],
            value=problem.value,
            code=problem.code,
        )
        for problem in rejections.kept
    )


# --- Small things -----------------------------------------------------------------------------------------


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


def dataset_row(slug: str, dry_run: bool) -> Dataset:
    dataset = Dataset.objects.select_related("live_release").filter(slug=slug).first()
    if dataset is None:
        dataset = Dataset(slug=slug)
        if not dry_run:
            dataset.save(force_insert=True)
    return dataset


def since(release: Release | None):
    return release.created_at if release else datetime.min.replace(tzinfo=UTC)


def words(edition: Edition) -> dict:
    """Return what an edition says of itself, as fields of its release."""
    return {name: value for name, value in asdict(edition).items() if name != "retrieved_on"}


def incoming() -> Path:
    return settings.ARCHIVE_DIR / "incoming"


def archived(slug: str, sha256: str, suffix: str) -> Path:
    return settings.ARCHIVE_DIR / slug / f"{sha256}{suffix}"


def archive(slug: str, files: list[OfficialFile]) -> None:
    """Keep the files that a release was made from: moved when they were fetched, copied otherwise."""
    for file in files:
        kept = archived(slug, file.scan.sha256, file.suffix)
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            draft = kept.with_suffix(".draft")
            with refusing_full_disk(file.name):
                shutil.copyfile(file.path, draft)
                draft.replace(kept)
        if file.path.parent == incoming():
            file.path.unlink(missing_ok=True)
