"""manage.py training_gaps: programmes that lead nowhere, and occupations that no programme leads to."""

from django.core.management.base import BaseCommand

from training.gaps import occupations_without_programme, programmes_tied_to_nothing


class Command(BaseCommand):
    help = "List the programmes tied to no occupation, and the occupations of TEER 1 to 3 that have no programme."

    def handle(self, *args, **options):
        programmes, occupations = programmes_tied_to_nothing(), occupations_without_programme()
        self.stdout.write(f"Programmes tied to no occupation: {len(programmes)}")
        for programme in programmes:
            self.stdout.write(f"  {programme.identifier}  {programme.credential}  {programme.title}")
        self.stdout.write(f"Occupations of TEER 1 to 3 without a programme: {len(occupations)}")
        for occupation in occupations:
            self.stdout.write(f"  {occupation.code}  {occupation.name}")
