"""Refresh of a wages file in Job Bank's layout, against a bare COPY of the same file into an unindexed table.

    python -m bench.refresh

on servers of its own, set up as the portal's. For a file of the real size (44,376 lines, 9,288 of them about Québec)
and one of ten times as many, each round runs all operations in a random order and divides their times by that of the
bare COPY of the same round; the table gives medians.
"""

import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import official_files
from imt import embedded

HOUSE = Path(__file__).resolve().parent.parent
ROUNDS = {1: 9, 10: 3}


def main() -> None:
    with tempfile.TemporaryDirectory() as directory:
        os.environ |= {"VAR_DIR": directory, "DJANGO_SETTINGS_MODULE": "imt.settings"}
        os.environ.pop("DATABASE_URL", None)
        with embedded.running(Path(directory)):
            import django

            django.setup()
            measure_all(Path(directory))


def measure_all(directory: Path) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print("| lines | operation | median ms | × bare COPY | rows written |\n|---:|---|---:|---:|---:|")
    peaks = {}
    for times, rounds in ROUNDS.items():
        make_classification(directory, times)
        files = make_files(directory, times)
        measure(files, rounds)
        peaks[times] = peak_memory(files["first"])
    print(f"\nPeak memory of the process: {peaks[1]:.0f} MB, and {peaks[10]:.0f} MB for ten times the lines.")


def make_classification(directory: Path, times: int) -> None:
    """Load the codes that the wages refer to."""
    from catalog import embedded as edition
    from catalog import pipeline

    path = directory / "classes.csv"
    official_files.write_classes(path, times)
    pipeline.refresh("noc", pipeline.Source(files=(path,)))
    pipeline.refresh("regions", edition.sources()["regions"])


def make_files(directory: Path, times: int) -> dict[str, Path]:
    """Write an edition, the same one in another order, and the next one, of which every figure is another."""
    paths = {name: directory / f"{name}_{times}.csv" for name in ("first", "shuffled", "next")}
    official_files.write_wages(paths["first"], times)
    with paths["next"].open("w", encoding="utf-8-sig", newline="") as file:
        file.write(f"{official_files.HEADER}\r\n")
        csv.writer(file).writerows(map(raised, official_files.wages(times)))
    header, *lines = paths["first"].read_bytes().splitlines(keepends=True)
    random.Random(1).shuffle(lines)
    paths["shuffled"].write_bytes(header + b"".join(lines))
    return paths


def raised(line: list) -> list:
    """Return a line whose wages are three in a hundred higher."""
    return [round(1.03 * field, 2) if isinstance(field, float) else field for field in line]


def measure(files: dict[str, Path], rounds: int) -> None:
    operations = {
        "bare COPY": lambda: copy(files["first"]),
        "first edition": lambda: refresh(files["first"], live=None),
        "next edition": lambda: refresh(files["next"], live=files["first"]),
        "same file": lambda: refresh(files["first"], live=files["first"]),
        "same rows, another order": lambda: refresh(files["shuffled"], live=files["first"]),
    }
    figures = {name: [] for name in operations}
    written = {}
    for _round in range(rounds + 1):
        for name in random.sample(list(operations), len(operations)):
            seconds, written[name] = operations[name]()
            figures[name].append(seconds)
    lines = files["first"].read_bytes().count(b"\n") - 1
    for name, all_seconds in figures.items():
        seconds = all_seconds[1:]  # the first round warms
        ratio = statistics.median(a / b for a, b in zip(seconds, figures["bare COPY"][1:], strict=True))
        print(f"| {lines:,} | {name} | {1000 * statistics.median(seconds):,.0f} | {ratio:.2f} | {written[name]:,} |")


def copy(path: Path) -> tuple[float, int]:
    from django.db import connection

    columns = ", ".join(f"column_{number} text" for number in range(len(official_files.HEADER.split(","))))
    with connection.cursor() as cursor, path.open("rb") as file:
        cursor.execute(f"DROP TABLE IF EXISTS bare; CREATE TABLE bare ({columns}); CHECKPOINT")
        start = time.perf_counter()
        cursor.copy_expert("COPY bare FROM STDIN (FORMAT csv, HEADER)", file)
        return time.perf_counter() - start, cursor.rowcount


def refresh(path: Path, live: Path | None) -> tuple[float, int]:
    """Return the seconds of a refresh and the rows that it wrote, when `live` is the file of the live release."""
    from django.db import connection

    from catalog import pipeline

    forget_releases()
    if live:
        pipeline.refresh("wages", pipeline.Source(files=(live,)))
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
    before = rows_written()
    start = time.perf_counter()
    pipeline.refresh("wages", pipeline.Source(files=(path,)))
    return time.perf_counter() - start, rows_written() - before


def forget_releases() -> None:
    from django.db import connection

    from catalog.models import Dataset, Release

    Dataset.objects.filter(slug="wages").update(live_release=None)
    Release.objects.filter(dataset="wages").update(state=Release.State.FAILED, sha256="")
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE occupations_wage")


def rows_written() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute(
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint FROM pg_stat_user_tables WHERE schemaname = 'public'"
        )
        return cursor.fetchone()[0]


def peak_memory(path: Path) -> float:
    """Return the peak of memory, in MB, of a process that loads a file and does nothing else."""
    forget_releases()
    command = [sys.executable, "-m", "bench.memory", path]
    done = subprocess.run(command, cwd=HOUSE, check=True, capture_output=True, text=True)
    return int(done.stdout.split()[1]) / 1000


if __name__ == "__main__":
    main()
