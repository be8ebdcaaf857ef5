from django.core.management.base import BaseCommand, CommandError, no_translations
from rich.console import Console
from rich.table import Table

from catalog.models import Release
from catalog.registry import registry


class Command(BaseCommand):
    help = "List the releases of a dataset, newest first."

    def add_arguments(self, parser):
        parser.add_argument("slug")

    @no_translations
    def handle(self, *, slug, **options):
        if slug not in registry:
            raise CommandError(f"There is no dataset “{slug}”. See: manage.py refresh --list")
        table = Table("Release", "Edition", "State", "Kind", "Loaded", "Changes", "Rejected", "Made", "Problem")
        for release in Release.objects.filter(dataset_id=slug):
            table.add_row(
                str(release.pk),
                release.label,
                release.state,
                release.kind,
                f"{release.loaded:,}",
                f"+{release.added:,} ~{release.changed:,} −{release.removed:,}",
                f"{release.rejected:,}",
                f"{release.created_at:%Y-%m-%d %H:%M}",
                str(release.problem or ""),
            )
        Console(file=self.stdout, highlight=False).print(table)
