"""From an official file to a live release, in one transaction.

    fetch → identify → stage → verify → compare → publish

`manage.py refresh`, the Celery task and the admin button all call `refresh`. Nothing is written before the
transaction that verified the load commits, so a process killed at half leaves the database as it was.
"""

import hashlib
from dataclasses import asdict, dataclass, field
from datetime import datetime, time
from pathlib import Path

from django.db import DataError, IntegrityError, OperationalError, connection, transaction
from django.utils import timezone
from psycopg2 import errors as pg

from catalog import archive
from catalog.compare import compare, mass_change
from catalog.copying import fill
from catalog.fetch import Download, fetch
from catalog.identify import identify
from catalog.merge import insert_facts, merge_reference
from catalog.models import Dataset, Fact, Rejection, Release
from catalog.problems import BadFile, Held, Problem
from catalog.progress import Silent
from catalog.publication import locked, make_live
from catalog.readers import OfficialFile
from catalog.registry import DatasetDefinition, Edition, registry
from catalog.staging import STAGE, Counts, Rejections, Stage
from catalog.unpacking import Member, is_zip, members, unpack
from catalog.verify import verify


@dataclass(frozen=True)
class Source:
    """Where to take the files from, when it is not the dataset's own addresses."""

    files: tuple[Path, ...] = ()
    urls: tuple[str, ...] = ()
    edition: Edition | None = None  # what the release says of itself, when the file does not
    embedded: bool = False


@dataclass
class Outcome:
    """What a refresh did. `result` is one of published, nothing-new, dry-run."""

    result: str
    release: Release | None = None  # the one published, or the one that the file is already known as
    counts: Counts = field(default_factory=Counts)
    examples: dict = field(default_factory=dict)
    rejections: list[Problem] = field(default_factory=list)
    held: Held | None = None  # in a dry run: what would have held the release


def refresh(
    slug: str, source: Source | None = None, dry_run: bool = False, force: bool = False, reporter=None
) -> Outcome:
    """Load a new edition of a dataset and publish it.

    `dry_run` compares and writes nothing; `force` reads a known file again and overrides the mass-change guard.
    Raises Busy, Unreachable (nothing is recorded), BadFile (recorded as a failed release) and Held (recorded, not
    published).
    """
    definition, reporter = registry[slug], reporter or Silent()
    source = source or Source(urls=definition.urls)
    if not source.files and not source.urls:
        raise BadFile("no-source")
    reporter.start(slug)
    try:
        with locked(slug):
            run = Refresh(definition, dataset_row(slug, dry_run), source, dry_run, force, reporter)
            try:
                return run.run()
            except BadFile as error:
                if not dry_run:
                    record_failure(run.dataset, error.problem, run)
                raise
            finally:
                for path in [*(download.path for download in run.downloads), *run.unpacked]:
                    path.unlink(missing_ok=True)
    finally:
        reporter.finish()


class Refresh:
    """One refresh under way: what it knows so far, for its account of itself."""

    def __init__(self, definition: DatasetDefinition, dataset: Dataset, source: Source, dry_run, force, reporter):
        self.definition, self.dataset, self.source = definition, dataset, source
        self.dry_run, self.force, self.reporter = dry_run, force, reporter
        self.live = dataset.live_release
        self.downloads: list[Download] = []
        self.unpacked: list[Path] = []
        self.files: list[OfficialFile] = []
        self.sha256 = ""
        self.counts, self.rejections = Counts(), Rejections()

    def run(self) -> Outcome:
        if self.source.urls and not self.download():
            self.reporter.say("Nothing new: the publisher's server says that nothing changed.")
            return Outcome("nothing-new", self.live)
        given = [(path, path.name) for path in self.source.files]
        given += [(download.path, download.name) for download in self.downloads]
        plain = [file for path, name in given for file in self.plain_files(path, name)]
        self.files = [identify(path, name, self.definition.layouts) for path, name in plain]
        self.refuse_missing_parts()
        self.files.sort(key=lambda file: file.layout.part)
        self.sha256 = self.fingerprint()
        for file in self.files:
            self.reporter.say(f"{file.name}: layout {file.layout.name}, {file.scan.size:,} bytes")
        if known := self.known_release():
            self.reporter.say(f"Nothing new: this is the file of release {known.pk} ({known.get_state_display()}).")
            outcome = Outcome("nothing-new", known)
        else:
            outcome = self.load()
        if outcome.result == "nothing-new" and self.downloads and not self.dry_run:
            Dataset.objects.filter(pk=self.dataset.pk).update(validators=self.validators)
        return outcome

    # --- Files --------------------------------------------------------------------------------------------

    def download(self) -> bool:
        """Fetch the files; return False when every publisher's server says that nothing changed."""
        directory = archive.incoming(self.definition.slug)
        unchanged = []
        for url in self.source.urls:
            known = {} if self.force else self.dataset.validators.get(url, {})
            if download := fetch(url, known, directory):
                self.downloads.append(download)
            else:
                unchanged.append(url)
        if self.downloads:  # the parts of an edition come together
            self.downloads += [fetch(url, {}, directory) for url in unchanged]
        return bool(self.downloads)

    @property
    def validators(self) -> dict:
        """Return what to send next time, so that the same files need not come again."""
        return {download.url: download.validators for download in self.downloads}

    def plain_files(self, path: Path, name: str) -> list[tuple[Path | Member, str]]:
        """Return the file itself, or what a zip archive holds; a workbook is an archive too, and stays whole."""
        workbooks = any(layout.sheet is not None for layout in self.definition.layouts)
        if workbooks or not is_zip(path):
            return [(path, name)]
        if self.definition.join:
            return [(member, member.name) for member in members(path, name)]
        inner, inner_name = unpack(path, name, archive.incoming(self.definition.slug))
        self.unpacked.append(inner)
        self.reporter.say(f"{name}: {inner_name}, unpacked")
        return [(inner, inner_name)]

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

    def known_release(self) -> Release | None:
        """Return the live release if this is its file, or a later one that a person rolled back or has to review."""
        if self.force:
            return None
        if self.live and (self.live.sha256 == self.sha256 or self.has_live_files()):
            return self.live
        set_aside = Release.objects.filter(
            dataset=self.dataset, sha256=self.sha256, state__in=[Release.State.SUPERSEDED, Release.State.HELD]
        )
        return set_aside.filter(created_at__gt=self.live.created_at).first() if self.live else None

    def has_live_files(self) -> bool:
        """Tell whether these are the live release's files, given again without the words that came with its edition."""
        files = [file.scan.sha256 for file in self.files]
        return not self.source.edition and files == [file["sha256"] for file in self.live.files]

    # --- Loading ------------------------------------------------------------------------------------------

    def load(self) -> Outcome:
        try:
            with transaction.atomic():
                outcome = self.load_in_transaction()
                if outcome.result != "published":
                    transaction.set_rollback(True)
        except (DataError, IntegrityError) as error:
            reason = error.__cause__.diag.message_primary
            raise BadFile("refused-rows", file=self.names(), reason=reason) from error
        except OperationalError as error:
            if isinstance(error.__cause__, pg.DiskFull):
                raise BadFile("disk-full", file=self.names()) from error
            raise
        if outcome.held and not self.dry_run:
            raise outcome.held
        return outcome

    def load_in_transaction(self) -> Outcome:
        with connection.cursor() as cursor:
            stage = Stage(self.definition, cursor, self.files, self.reporter)
            self.counts, self.rejections = stage.counts, stage.rejections
            stage.create()
            fill(stage)
            verify(stage)
            live_rows = stage.live_rows(self.live.pk if self.live else None)
            outcome = Outcome("published", self.live, stage.counts, compare(stage, live_rows), stage.rejections.kept)
            edition = self.edition(cursor)
            if self.same_as_live(edition):
                self.reporter.say("Nothing new: every row is that of the live release.")
                outcome.result = "nothing-new"
                return outcome
            if self.live and not self.force:
                outcome.held = mass_change(stage, live_rows)
            counts = asdict(self.counts).items()
            self.reporter.say(", ".join(f"{name.replace('_', ' ')} {value:,}" for name, value in counts))
            if self.dry_run:
                outcome.result = "dry-run"
            else:
                outcome.release = self.write(stage, edition, outcome)
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

    def write(self, stage: Stage, edition: Edition, outcome: Outcome) -> Release:
        """Write the release and its rows, and make it live unless it is held."""
        account = self.account()
        if edition.retrieved_on:
            account["retrieved_at"] = datetime.combine(edition.retrieved_on, time(12), timezone.get_default_timezone())
        release = Release.objects.create(
            dataset=self.dataset,
            **words(edition),
            **account,
            embedded=self.source.embedded,
            state=Release.State.HELD,
            examples=outcome.examples,
            failure=outcome.held and outcome.held.problem.as_json(),
        )
        keep_rejections(release, self.rejections)
        if issubclass(self.definition.model, Fact):
            insert_facts(stage, release.pk)
        elif not outcome.held:
            merge_reference(stage)
        if not outcome.held:
            make_live(release, self.validators)
        for file in self.files:
            archive.keep(self.definition.slug, file)
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
            **asdict(self.counts),
        }

    def names(self) -> str:
        return ", ".join(file.name for file in self.files)


def dataset_row(slug: str, dry_run: bool = False) -> Dataset:
    dataset = Dataset.objects.select_related("live_release").filter(slug=slug).first() or Dataset(slug=slug)
    if dataset._state.adding and not dry_run:
        dataset.save()
    return dataset


def words(edition: Edition) -> dict:
    """Return what an edition says of itself, as fields of its release."""
    return {name: value for name, value in asdict(edition).items() if name != "retrieved_on"}


def record_failure(dataset: Dataset, problem: Problem, run: Refresh | None = None) -> None:
    """Keep the account of a refresh that failed, once for the same file and problem."""
    failure = {"state": Release.State.FAILED, "failure": problem.as_json(), "sha256": run.sha256 if run else ""}
    last = Release.objects.filter(dataset=dataset).first()
    if last and all(getattr(last, name) == value for name, value in failure.items()):
        return
    account = run.account() if run else {"retrieved_at": timezone.now()}
    with transaction.atomic():
        release = Release.objects.create(dataset=dataset, **(account | failure))
        if run:
            keep_rejections(release, run.rejections)


def keep_rejections(release: Release, rejections: Rejections) -> None:
    Rejection.objects.bulk_create(
        Rejection(
            release=release,
            file=problem.file[:200],
            line=problem.line,
            column=problem.column[:200],
            value=problem.value,
            code=problem.code,
        )
        for problem in rejections.kept
    )
