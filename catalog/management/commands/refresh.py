from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, no_translations
from rich.console import Console
from rich.table import Table

from catalog import pipeline
from catalog.models import Dataset
from catalog.problems import RefreshError
from catalog.progress import Watched
from catalog.registry import registry


class Command(BaseCommand):
    help = "Load a new edition of a dataset from its publisher, a file or an address, and publish it."

    def add_arguments(self, parser):
        parser.add_argument("slug", nargs="?", help="the dataset; see --list")
        parser.add_argument("--list", action="store_true", help="list the datasets and their live releases")
        source = parser.add_mutually_exclusive_group()
        source.add_argument("--file", action="append", type=Path, default=[], help="repeat it for each file")
        source.add_argument("--url", action="append", default=[], help="repeat it for each file")
        parser.add_argument("--dry-run", action="store_true", help="show what would change; write nothing")
        parser.add_argument("--force", action="store_true", help="reload a known file; accept a mass change")

    @no_translations
    def handle(self, *, slug, list, file, url, dry_run, force, **options):
        console = Console(file=self.stdout, highlight=False)
        if list:
            show_datasets(console)
            return
        if slug not in registry:
            raise CommandError(f"There is no dataset “{slug}”. See: manage.py refresh --list")
        source = pipeline.Source(files=tuple(file), urls=tuple(url)) if file or url else None
        try:
            outcome = pipeline.refresh(slug, source, dry_run, force, Watched(console))
        except RefreshError as error:
            raise CommandError(str(error)) from error
        show_outcome(console, outcome)


def show_datasets(console: Console) -> None:
    live = {dataset.slug: dataset.live_release for dataset in Dataset.objects.select_related("live_release")}
    table = Table("Dataset", "Live release", "Kind", "Rows", "Retrieved", box=None)
    for definition in registry:
        release = live.get(definition.slug)
        row = (
            [release.label, release.kind, f"{release.loaded:,}", f"{release.retrieved_at:%Y-%m-%d}"] if release else []
        )
        table.add_row(definition.slug, *row)
    console.print(table)


def show_outcome(console: Console, outcome: pipeline.Outcome) -> None:
    if outcome.result == "published":
        release = outcome.release
        console.print(f"Published release {release.pk} ({release}): {release.loaded:,} rows.", markup=False)
    elif outcome.result == "dry-run":
        show_examples(console, outcome)
        console.print("Dry run: nothing was written.")
        if outcome.held:
            console.print(f"It would be held for review: {outcome.held}", markup=False)
    if outcome.rejections:
        console.print(f"Rejected lines: {outcome.counts.rejected:,}. First ones:")
        for problem in outcome.rejections[:10]:
            place = f"{problem.file}, line {problem.line}, column {problem.column}"
            console.print(f"  {place}: {problem} “{problem.value}”", markup=False)


def show_examples(console: Console, outcome: pipeline.Outcome) -> None:
    for change, examples in outcome.examples.items():
        console.print(f"{change.capitalize()}, {getattr(outcome.counts, change):,} in all:")
        for example in examples:
            for side in ("before", "after"):
                if side in example:
                    row = ", ".join(f"{name} {value}" for name, value in example[side].items() if value is not None)
                    console.print(f"  {side:>6}: {row}", markup=False, soft_wrap=True)
