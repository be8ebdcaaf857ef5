from django.core.management.base import BaseCommand, CommandError, no_translations

from catalog import publication
from catalog.models import Release
from catalog.problems import RefreshError
from catalog.registry import registry


class Command(BaseCommand):
    help = "Make an earlier release of a dataset live again: the one before the live one, or the one named."

    def add_arguments(self, parser):
        parser.add_argument("slug")
        parser.add_argument("release", nargs="?", type=int, help="its number; see: manage.py releases SLUG")

    @no_translations
    def handle(self, *, slug, release, **options):
        if slug not in registry:
            raise CommandError(f"There is no dataset “{slug}”. See: manage.py refresh --list")
        chosen = None
        if release is not None:
            chosen = Release.objects.filter(dataset_id=slug, pk=release).first()
            if chosen is None:
                raise CommandError(f"Dataset “{slug}” has no release {release}. See: manage.py releases {slug}")
        try:
            live = publication.publish(chosen) if chosen else publication.rollback(slug)
        except RefreshError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Release {live.pk} ({live}) is live.")
