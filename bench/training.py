"""Looking for programmes near a postal code, with today's institutions and offerings and with ten times as many.

The others are copies, each moved by some kilometres; they are gone when the measurement ends. Figures are milliseconds.
Pages are asked for the first time, of Django's test client: what a server would add is not in them.
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
from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from imt import embedded  # noqa: E402
from regions.models import PostalArea  # noqa: E402
from regions.postal import point_of  # noqa: E402
from training.models import Institution, Offering  # noqa: E402
from training.offers import offers_from  # noqa: E402

TIMES = 10
PLACES, PAGES_OF_EACH = 40, 12  # postal areas: for each search, for each page
RADIUS = 50  # km
PROGRAMME = "5333"  # plumbing and heating, which every region gives
PAGES = {
    "page of results, within 50 km, nearest first": "/fr/formations/?postal={fsa}&within=50&sort=distance&region=",
    "page of results, words and three criteria":
        "/fr/formations/?q=soins&postal={fsa}&level=college&language=fr&offered_in=06&region=",
    "page of a programme": "/fr/formations/programmes/5333/plomberie-et-chauffage/?postal={fsa}",
    "its PDF sheet": "/fr/formations/programmes/5333/plomberie-et-chauffage/fiche.pdf?postal={fsa}",
}  # fmt: skip
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
        known = PostalArea.objects.exclude(latitude=None).order_by("fsa")
        areas = random.Random(7).sample(list(known), PLACES)
        try:
            today = sizes(), measured(areas)
            with transaction.atomic():
                multiply()
                many = sizes(), measured(areas)
                transaction.set_rollback(True)
        finally:
            cache.clear()  # nobody else may see what is known of the copies
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE training_institution, training_offering")  # of the rows taken back
        report(*today, *many)


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


def sizes() -> str:
    return f"{Institution.objects.count():,} institutions, {Offering.objects.live().count():,} offerings"


def measured(areas: list[PostalArea]) -> dict[str, list[float]]:
    """Return the times of each search and of each page, one for each postal area, the shortest first."""
    giving = Institution.objects.giving(PROGRAMME)
    points = [point_of(area) for area in areas]
    searches = {
        f"nearest offer of every programme within {RADIUS} km": lambda point: offers_from(point, RADIUS),
        "nearest offer of every programme, at any distance": lambda point: offers_from(point, None),
        "institutions that give one programme, by distance": lambda point: list(giving.near(point)),
        f"institutions within {RADIUS} km": lambda point: list(Institution.objects.within(RADIUS, point)),
    }
    times = {name: sorted(timed(search, point) for point in points) for name, search in searches.items()}
    cache.clear()
    first = "page of results, the first one since a publication"
    times[first] = sorted(timed(first_page, area) for area in areas[:PAGES_OF_EACH])
    for name, address in PAGES.items():
        times[name] = sorted(timed(page, address.format(fsa=area.fsa)) for area in areas[:PAGES_OF_EACH])
    return times


def first_page(area: PostalArea) -> None:
    cache.clear()
    page(f"/fr/formations/?postal={area.fsa}&region=")


def page(address: str) -> None:
    answer = Client(SERVER_NAME="localhost").get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")


def timed(search: Callable, place: object) -> float:
    started = time.perf_counter()
    search(place)
    return 1000 * (time.perf_counter() - started)


def report(today: str, now: dict[str, list[float]], many: str, then: dict[str, list[float]]) -> None:
    print(f"Today: {today}. Ten times: {many}.\n")
    print("| what | today, p50 | p95 | ten times, p50 | p95 | × p50 |\n|---|---:|---:|---:|---:|---:|")
    for name, times in now.items():
        cells = [each for of in (times, then[name]) for each in (statistics.median(of), p95(of))]
        growth = statistics.median(then[name]) / statistics.median(times)
        print(f"| {name} | {' | '.join(f'{cell:.1f}' for cell in cells)} | {growth:.1f} |")


def p95(times: list[float]) -> float:
    return times[int(0.95 * len(times))]


if __name__ == "__main__":
    main()
