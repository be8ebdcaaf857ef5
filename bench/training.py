"""Looking for programmes near a postal code, with today's institutions and offerings and with ten times as many.

The others are copies, each moved by some kilometres; they are gone when the measurement ends. Figures are milliseconds.
"""

import os
import random
import statistics
import time
from collections.abc import Callable

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "imt.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from imt import embedded  # noqa: E402
from regions.distance import Point  # noqa: E402
from regions.models import PostalArea  # noqa: E402
from regions.postal import point_of  # noqa: E402
from training.models import Institution, Offering  # noqa: E402
from training.offers import offers_from  # noqa: E402

TIMES = 10
PLACES = 40
RADIUS = 50  # km
PROGRAMME = "5333"  # plumbing and heating, which every region gives
FIRST_COPY = 600_000  # no code of an institution is in the thousands after it

COPIES = f"""
    CREATE TEMPORARY TABLE copies ON COMMIT DROP AS
    SELECT code AS original, lpad(({FIRST_COPY} + row_number() OVER (ORDER BY copy, code))::text, 6, '0') AS code,
        random() - 0.5 AS north, random() - 0.5 AS east
    FROM training_institution, generate_series(2, {TIMES}) AS copy
"""
INSTITUTIONS = """
    INSERT INTO training_institution (code, name, kind, teaches, network, language, address, municipality_id, region_id,
        postal_code, latitude, longitude, website, buildings)
    SELECT c.code, name, kind, teaches, network, language, address, municipality_id, region_id,
        postal_code, latitude + north, longitude + east, website, buildings
    FROM copies c JOIN training_institution i ON i.code = c.original
"""
OFFERINGS = """
    INSERT INTO training_offering (release_id, programme_id, institution_id, language)
    SELECT release_id, programme_id, c.code, language
    FROM copies c JOIN training_offering o ON o.institution_id = c.original
"""


def main():
    with embedded.running(settings.VAR_DIR, **settings.EMBEDDED):
        call_command("migrate", verbosity=0)
        call_command("load_embedded")
        areas = PostalArea.objects.exclude(latitude=None).order_by("fsa")
        points = [point_of(area) for area in random.Random(7).sample(list(areas), PLACES)]
        print("| institutions | offerings | what | p50 ms | p95 ms |\n|---:|---:|---|---:|---:|")
        report(points)
        with transaction.atomic():
            multiply()
            report(points)
            transaction.set_rollback(True)


def multiply() -> None:
    with connection.cursor() as cursor:
        for statement in (
            "SELECT setseed(0.7)",
            COPIES,
            INSTITUTIONS,
            OFFERINGS,
            "ANALYZE training_institution, training_offering",
        ):
            cursor.execute(statement)


def report(points: list[Point]) -> None:
    size = f"| {Institution.objects.count():,} | {Offering.objects.live().count():,} |"
    giving = Institution.objects.giving(PROGRAMME)
    for name, search in (
        (f"nearest offer of every programme within {RADIUS} km", lambda point: offers_from(point, RADIUS)),
        ("nearest offer of every programme, at any distance", lambda point: offers_from(point, None)),
        ("institutions that give one programme, by distance", lambda point: list(giving.near(point))),
        (f"institutions within {RADIUS} km", lambda point: list(Institution.objects.within(RADIUS, point))),
    ):
        times = sorted(timed(search, point) for point in points)
        print(f"{size} {name} | {statistics.median(times):.1f} | {times[int(0.95 * len(times))]:.1f} |")


def timed(search: Callable, point: Point) -> float:
    started = time.perf_counter()
    search(point)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
