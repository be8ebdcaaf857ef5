from django.core.management.base import BaseCommand, CommandError, no_translations

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
        for release in Release.objects.filter(dataset_id=slug):
            self.stdout.write(described(release))


def described(release: Release) -> str:
    """Word a release in one line, and its problem, if it has one, in a second."""
    made = f"{release.created_at:%Y-%m-%d %H:%M}"
    changes = f"+{release.added:,} ~{release.changed:,} −{release.removed:,}"
    words = (
        f"{release.pk:>6}  {release.state:<10}  {made}  {release.label or '—'} ({release.kind}):"
        f" {release.loaded:,} rows, {changes}, {release.rejected:,} rejected"
    )
    return f"{words}\n        {release.problem}" if release.problem else words
