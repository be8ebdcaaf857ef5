from pathlib import Path
from textwrap import shorten

from django.core.management.base import BaseCommand, CommandError, no_translations
from rich.console import Console

from catalog import pipeline
from catalog.models import Dataset
from catalog.problems import RefreshError
from catalog.progress import Watched, plain_console
from catalog.registry import registry

SHOWN = 10  # rejected lines
WIDTH = 60  # characters of a value


class Command(BaseCommand):
    help = "Load a new edition of a dataset from its publisher, a file or an address, and publish it."

    def add_arguments(self, parser):
        parser.add_argument("slug", nargs="?", help="the dataset; see --list")
        parser.add_argument("--list", action="store_true", help="list the datasets and their live releases")
        source = parser.add_mutually_exclusive_group()
        source.add_argument("--file", action="append", type=Path, default=[], help="repeat it for each file")
        source.add_argument("--url", action="append", default=[], help="repeat it for each file")
        parser.add_argument("--dry-run", action="store_true", help="show what would change; write nothing")
        parser.add_argument("--force", action="store_true", help="read a known file again; accept a mass change")

    @no_translations
    def handle(self, *, slug, list, file, url, dry_run, force, **options):
        console = plain_console(self.stdout)
        if list:
            show_datasets(console)
            return
        if slug is None:
            raise CommandError("Which dataset? See: manage.py refresh --list")
        if slug not in registry:
            raise CommandError(f"There is no dataset “{slug}”. See: manage.py refresh --list")
        source = pipeline.Source(files=tuple(file), urls=tuple(url)) if file or url else None
        try:
            outcome = pipeline.refresh(slug, source, dry_run, force, Watched(console))
        except RefreshError as error:
            raise CommandError(str(error)) from error
        show_outcome(console, outcome, registry[slug].key)


def show_datasets(console: Console) -> None:
    live = {dataset.slug: dataset.live_release for dataset in Dataset.objects.select_related("live_release")}
    for definition in registry:
        words = "—"
        if release := live.get(definition.slug):
            date = f"{release.retrieved_at:%Y-%m-%d}"
            words = f"{release.label or '—'} ({release.kind}): {release.loaded:,} rows, retrieved {date}"
        console.print(f"{definition.slug:<24}{words}")


def show_outcome(console: Console, outcome: pipeline.Outcome, key: tuple[str, ...]) -> None:
    if outcome.result == "published":
        release = outcome.release
        console.print(f"Published release {release.pk} ({release}): {release.loaded:,} rows.")
    elif outcome.result == "dry-run":
        for change, examples in outcome.examples.items():
            console.print(f"{change.capitalize()}, {getattr(outcome.counts, change):,} in all:")
            for example in examples:
                console.print(f"  {described(example, key)}")
        console.print("Dry run: nothing was written.")
        if outcome.held:
            console.print(f"It would be held for review: {outcome.held}")
    if outcome.rejections:
        console.print(f"Rejected lines: {outcome.counts.rejected:,}. First ones:")
        for problem in outcome.rejections[:SHOWN]:
            place = f"{problem.file}, line {problem.line}, column {problem.column}"
            console.print(f"  {place}: {problem} “{shortened(problem.value)}”")


def described(example: dict, key: tuple[str, ...]) -> str:
    """Word an example: its key, then its values, or those that changed."""
    before, after = example.get("before", {}), example.get("after", {})
    row = before | after
    if before and after:
        values = [
            f"{name} {shortened(before[name])} → {shortened(after[name])}"
            for name in row
            if before[name] != after[name]
        ]
    else:
        values = [f"{name} {shortened(row[name])}" for name in row if name not in key and row[name] not in (None, "")]
    return f"{', '.join(f'{name} {row[name]}' for name in key)}: {', '.join(values)}"


def shortened(value) -> str:
    return "—" if value in (None, "") else shorten(str(value), WIDTH, placeholder="…")
