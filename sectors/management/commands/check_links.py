"""manage.py check_links: the websites of bodies, committees and associations that do not answer."""

from django.core.management.base import BaseCommand, CommandError

from sectors.links import links, problems


class Command(BaseCommand):
    help = "Visit the websites of regulatory bodies, committees and associations, and list those that do not answer."

    def handle(self, *args, **options):
        visited, silent = links(), 0
        for link, reason in problems(visited):
            silent += 1
            self.stdout.write(f"{link.url}  {reason}  {link.name}")
        if silent:
            raise CommandError(f"Sites that do not answer: {silent} of {len(visited)}.")
        self.stdout.write(f"Sites that answer: all {len(visited)}.")
