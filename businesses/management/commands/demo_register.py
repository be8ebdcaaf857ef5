"""manage.py demo_register: an archive in the layout of the enterprise register's open data, in which nothing exists."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from businesses.demonstration import register
from businesses.demonstration.establishments import towns_of
from regions.codes import MERGED_REGIONS
from regions.models import Municipality, PostalArea

PEOPLE = 2_000  # for whom a town is counted once more


class Command(BaseCommand):
    help = "Write an archive of made-up enterprises in the layout of the enterprise register, to try loads with."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the zip archive to write")
        parser.add_argument("--establishments", type=int, default=15_000)
        parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same edition")
        parser.add_argument("--changed", type=float, default=0, help="percent that differ: the edition after")

    def handle(self, *, file, establishments, seed, changed, **options):
        towns = towns_at_hand()
        if not towns:
            raise CommandError("Load the municipalities and the postal areas first: manage.py load_embedded")
        register.write(file, establishments, towns, seed, changed / 100)
        self.stdout.write(f"{file}: {establishments:,} establishments, {file.stat().st_size:,} bytes")


def towns_at_hand() -> list[register.Town]:
    """Return the towns of Québec with their postal areas, those with more people more often."""
    municipalities = [
        {"name": town.name, "region": town.region_id, "population": town.population, "postal_code": town.postal_code}
        for town in Municipality.objects.current()
    ]
    areas = [{"fsa": area.fsa, "region": area.region_id, "place": area.place} for area in PostalArea.objects.current()]
    towns = towns_of(municipalities, areas)
    return [
        register.Town(town.name, area)
        for region in sorted(towns.keys() - MERGED_REGIONS.keys())
        for town in towns[region]
        for area in town.areas
        for _ in range(1 + town.population // len(town.areas) // PEOPLE)
    ]
