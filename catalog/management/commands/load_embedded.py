from django.core.management.base import BaseCommand, CommandError, no_translations
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from catalog import embedded, pipeline
from catalog.problems import Busy, RefreshError
from catalog.progress import plain_console


class Command(BaseCommand):
    help = "Load the embedded edition of each dataset that has no release from an operator."

    @no_translations
    def handle(self, **options):
        console = plain_console(self.stdout)
        sources = embedded.sources()
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
            task = bar.add_task("Embedded edition", total=len(sources))
            for slug, source in sources.items():
                bar.update(task, description=slug)
                if line := load(slug, source):
                    console.print(line)
                bar.advance(task)
            bar.update(task, description="Embedded edition")


def load(slug: str, source: pipeline.Source) -> str:
    """Load one dataset; return a line to show, empty when there was nothing to do."""
    if not embedded.is_wanted(slug):
        return ""
    try:
        outcome = pipeline.refresh(slug, source)
    except Busy:
        return f"{slug}: another refresh is running; left to it."
    except RefreshError as error:
        raise CommandError(f"{slug}: {error}") from error
    return f"{slug}: {outcome.release.loaded:,} rows" if outcome.result == "published" else ""
