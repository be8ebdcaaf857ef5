"""Suggestions while typing, against SQLite's FTS5 with the same titles, in one run.

Both answer the same prefixes in this process, in a random order: `occupations.search.suggest` on PostgreSQL
(typing mistakes, genders, popularity and all) and a bare FTS5 prefix query ranked by bm25. Figures are milliseconds.
"""

import os
import random
import sqlite3
import statistics
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "imt.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from imt import embedded  # noqa: E402
from occupations.models import JobTitle  # noqa: E402
from occupations.search import suggest  # noqa: E402
from occupations.search.words import fold  # noqa: E402

PREFIXES = 300
ROUNDS = 3
LIMIT = 8


def main():
    with embedded.running(settings.VAR_DIR, **settings.EMBEDDED):
        call_command("migrate", verbosity=0)
        call_command("load_embedded")
        measure()


def measure():
    titles = list(JobTitle.objects.current().values_list("unit_group_id", "language", "title"))
    sqlite = fts5(titles)
    typed = prefixes(titles)
    ours, theirs = [], []
    for language, text in typed[:20]:  # warm both
        suggest(text, language)
        search_fts5(sqlite, language, text)
    for _round in range(ROUNDS):
        random.shuffle(typed)
        for language, text in typed:
            ours.append(timed(suggest, text, language, LIMIT))
            theirs.append(timed(search_fts5, sqlite, language, text))
    print(f"{len(titles):,} titles, {PREFIXES} prefixes, {ROUNDS} rounds")
    print("| | p50 ms | p95 ms |\n|---|---|---|")
    for name, times in (("suggest", ours), ("SQLite FTS5", theirs)):
        print(f"| {name} | {percentile(times, 50):.2f} | {percentile(times, 95):.2f} |")
    ratios = " | ".join(f"{percentile(ours, which) / percentile(theirs, which):.2f}" for which in (50, 95))
    print(f"| ratio | {ratios} |")


def fts5(titles):
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE title USING fts5(text, code UNINDEXED, language UNINDEXED, prefix='1 2 3 4')"
    )
    rows = ((fold(title), code, language) for code, language, title in titles)
    connection.executemany("INSERT INTO title VALUES (?, ?, ?)", rows)
    return connection


def search_fts5(connection, language, text):
    query = " ".join(f'"{word}"*' if at == 0 else f'"{word}"' for at, word in enumerate(reversed(fold(text).split())))
    return connection.execute(
        "SELECT code, text FROM title WHERE title MATCH ? AND language = ? ORDER BY rank LIMIT ?",
        [query, language, LIMIT],
    ).fetchall()


def prefixes(titles) -> list[tuple[str, str]]:
    """Return the beginnings of titles as people type them: one to twelve letters, some with two words."""
    chance = random.Random(2021)
    chosen = []
    while len(chosen) < PREFIXES:
        _code, language, title = chance.choice(titles)
        text = title.split("/")[0][: chance.randint(1, 12)].strip(" -(")
        if text and text.replace(" ", "").isalpha():
            chosen.append((language, text))
    return chosen


def timed(function, *arguments) -> float:
    start = time.perf_counter()
    function(*arguments)
    return (time.perf_counter() - start) * 1000


def percentile(times: list[float], which: int) -> float:
    return statistics.quantiles(times, n=100)[which - 1]


if __name__ == "__main__":
    main()
