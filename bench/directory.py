"""The directory of businesses at 150,000 and at 1,500,000 establishments, against SQLite's FTS5 and DuckDB.

    python -m bench.directory [establishments …]

on servers and files of its own, which it removes. All three have the same rows in this process and answer the same 200
questions: the first ten rows, by name or from a place by distance, and how many there are up to ten thousand. The peers
get each question in terms already (words corrected, forms of words found), the portal reads it as a visitor wrote it.
Answers must agree. Figures are milliseconds, of rounds in which each question goes to the three engines in a random
order.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from imt import embedded

SIZES = (150_000, 1_500_000)
ROUNDS = 2  # of which the larger size has one
MIX = {"name prefix": 40, "word": 40, "typo": 20, "sector + region": 40, "radius": 30, "deep page": 30}
GEOGRAPHY_AND_SECTORS = (
    "regions",
    "rcms",
    "municipalities",
    "postal-areas",
    "naics",
    "sector-groupings",
    "sector-grouping-codes",
)
AIM = 60  # ms, the 95th percentile


def main() -> None:
    sizes = [int(argument) for argument in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as directory:
        os.environ |= {"VAR_DIR": directory, "DJANGO_SETTINGS_MODULE": "imt.settings"}
        os.environ.pop("DATABASE_URL", None)
        with embedded.running(Path(directory)):
            import django

            django.setup()
            print("| establishments | questions | engine | p50 ms | p95 ms | × the portal's p95 |")
            print("|---:|---|---|---:|---:|---:|")
            slowest = [measure(size, Path(directory)) for size in sizes]
    print(f"\nFrom {sizes[0]:,} to {sizes[-1]:,}: p95 × {slowest[-1] / slowest[0]:.2f}. Aims: {AIM} ms, × 2.")


def measure(size: int, directory: Path) -> float:
    """Print the table of one size; return the portal's p95 of the whole mix."""
    from bench import peers

    load(size)
    started = time.perf_counter()
    asked = list(questions(random.Random(size)))
    engines: dict[str, Callable] = {"portal": ask_the_portal} | peers.engines(directory / str(size))
    for kind, question in asked:  # warms all, and compares
        answers = {name: ask(question) for name, ask in engines.items()}
        different = {name: answer for name, answer in answers.items() if answer != answers["portal"]}
        if different:
            raise AssertionError(f"{kind} {question}: {answers}")
    times = defaultdict(list)
    for _round in range(ROUNDS if size < SIZES[-1] else 1):
        for kind, question in random.sample(asked, len(asked)):
            for name in random.sample(list(engines), len(engines)):
                start = time.perf_counter()
                engines[name](question)
                times[kind, name].append((time.perf_counter() - start) * 1000)
    for kind in MIX:
        for name in engines:
            times["all", name] += times[kind, name]
    for kind in ("all", *MIX):
        ours = percentile(times[kind, "portal"], 95)
        for name in engines:
            p50, p95 = (percentile(times[kind, name], which) for which in (50, 95))
            print(f"| {size:,} | {kind} | {name} | {p50:.1f} | {p95:.1f} | {p95 / ours:.1f} |", flush=True)
    print(f"{size:,}: {time.perf_counter() - started:.0f} s", file=sys.stderr)
    return percentile(times["all", "portal"], 95)


def load(size: int) -> None:
    """Fill an empty directory."""
    from django.core.management import call_command
    from django.db import connection, transaction

    from bench import establishments
    from businesses.listing import COUNTS
    from businesses.models import BusinessCount, Establishment
    from businesses.search import vocabulary
    from catalog import embedded as edition
    from catalog import pipeline
    from catalog.models import Dataset

    start = time.perf_counter()
    call_command("migrate", verbosity=0)
    for slug in GEOGRAPHY_AND_SECTORS:
        pipeline.refresh(slug, edition.sources()[slug])
    Dataset.objects.get_or_create(slug=establishments.SOURCE)
    table = Establishment._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table}")
    establishments.copy(establishments.rows(size), table)
    BusinessCount.objects.all().delete()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(COUNTS)
        vocabulary.rebuild(cursor)
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM ANALYZE {table}")
    print(f"{size:,}: loaded in {time.perf_counter() - start:.0f} s", file=sys.stderr)


def questions(chance: random.Random) -> Iterator[tuple[str, dict]]:
    """Yield (kind, question) of the mix: what the address of the directory would say, with the key before a page."""
    from businesses.models import Establishment
    from regions.models import PostalArea

    keys = list(Establishment.objects.order_by("key").values_list("key", flat=True))
    keys = chance.sample(keys, 2 * max(MIX.values()))
    some = [each for _key, each in sorted(Establishment.objects.in_bulk(keys).items())]
    areas = list(PostalArea.objects.exclude(latitude=None).order_by("fsa").values_list("fsa", flat=True))
    for kind, number in MIX.items():
        for each in chance.sample(some, number):
            words = [word for word in each.legal_name.split() if word.isalpha() and len(word) > 4]
            yield kind, question(kind, each, chance.choice(words or ["Gestion"]), chance.choice(areas), chance)


def question(kind: str, each, word: str, area: str, chance: random.Random) -> dict:
    """Return a question about an establishment: its name, its sector, or what is after it."""
    one = {"q": word}
    industry, region = {"naics": each.industry_id[: chance.randint(2, 6)]}, {"region": each.region_id}
    match kind:
        case "name prefix":
            return {"q": chance.choice([word[:4], f"{each.legal_name.split()[0]} {word[:3]}"])}
        case "word":
            return one
        case "typo":
            return {"q": mistyped(word, chance)}
        case "sector + region":
            return industry | region
        case "radius":
            within = {"postal": area, "within": chance.choice(["10", "25", "50"])}
            return within | chance.choice([{}, one, industry])
        case _:
            return {"after": each.key} | chance.choice([{}, one, region])


def mistyped(word: str, chance: random.Random) -> str:
    """Return a word of which a letter is missing, or two have changed places."""
    at = chance.randint(1, len(word) - 3)
    return word[:at] + chance.choice([word[at + 1 :], word[at + 1] + word[at] + word[at + 2 :]])


def ask_the_portal(question: dict) -> tuple[list[str], int]:
    from django.http import QueryDict

    from businesses.directory import Directory
    from businesses.search.listing import MOST_COUNTED

    query = QueryDict(mutable=True)
    query.update(question)
    directory = Directory(query, {})
    shown = [each.key for each in directory.establishments]
    return shown, min(MOST_COUNTED + 1, directory.total if directory.total is not None else MOST_COUNTED + 1)


def percentile(times: list[float], which: int) -> float:
    return statistics.quantiles(times, n=100)[which - 1]


if __name__ == "__main__":
    main()
