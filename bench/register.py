"""The enterprise register: full load, and an edition of which 1 % differs, against bare COPY and the same indexes.

    python -m bench.register [establishments …]

on servers of its own, set up as the portal's, whose files it removes. Without arguments: 150,000 and 1,500,000
establishments, about ten minutes. The bare side copies the very rows that the load wrote into an empty table of the
same columns (generated ones included), then builds the same indexes. Each refresh runs in a process of its own, whose
peak of memory is told.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from imt import embedded

HOUSE = Path(__file__).resolve().parent.parent
SIZES = (150_000, 1_500_000)
CHANGED = 1  # percent
SLUG = "business-register"
TABLE = "businesses_establishment"


def main() -> None:
    if sys.argv[1:2] == ["refresh"]:
        refresh(Path(sys.argv[2]))
        return
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as directory:
        os.environ |= {"VAR_DIR": directory, "DJANGO_SETTINGS_MODULE": "imt.settings"}
        os.environ.pop("DATABASE_URL", None)
        try:
            with embedded.running(Path(directory)):
                import django

                django.setup()
                measure_all(Path(directory), sizes)
        finally:
            embedded.forget(Path(directory))


def measure_all(directory: Path, sizes: list[int]) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    load_what_it_depends_on()
    print("| establishments | operation | seconds | × bare COPY and indexes | × full load | peak memory MB |")
    print("|---:|---|---:|---:|---:|---:|")
    for size in sizes:
        editions = directory / "edition.zip", directory / "next.zip"
        for path, changed in zip(editions, (0, CHANGED), strict=True):
            call_command("demo_register", path, establishments=size, changed=changed, stdout=io.StringIO())
        load, load_memory = in_a_process(editions[0])
        bare = copy_bare(directory / "rows.csv")
        vacuum()
        next_one, next_memory = in_a_process(editions[1])
        print(f"| {size:,} | bare COPY and indexes | {bare:.1f} | 1.00 | | |")
        print(f"| {size:,} | full load | {load:.1f} | {load / bare:.2f} | 1.00 | {load_memory:.0f} |")
        told = f"{next_one:.1f} | {next_one / bare:.2f} | {next_one / load:.2f} | {next_memory:.0f}"
        print(f"| {size:,} | refresh, {CHANGED} % changed | {told} |", flush=True)
        forget(directory)


def load_what_it_depends_on() -> None:
    """Load the embedded geography, industries and activities."""
    from catalog import embedded as edition
    from catalog import pipeline
    from catalog.registry import registry

    sources, needed = edition.sources(), {SLUG}
    for definition in reversed(list(registry)):
        if definition.slug in needed:
            needed |= set(definition.depends_on)
    for definition in registry:
        if definition.slug in needed - {SLUG}:
            pipeline.refresh(definition.slug, sources[definition.slug])


def in_a_process(path: Path) -> tuple[float, float]:
    """Return the seconds of a refresh, and its peak of memory in MB."""
    checkpoint()
    command = [sys.executable, "-m", "bench.register", "refresh", path]
    done = subprocess.run(command, cwd=HOUSE, check=True, capture_output=True, text=True)
    seconds, memory = done.stdout.split()
    return float(seconds), float(memory)


def refresh(path: Path) -> None:
    import django

    django.setup()
    from catalog import pipeline

    start = time.perf_counter()
    pipeline.refresh(SLUG, pipeline.Source(files=(path,)))
    seconds = time.perf_counter() - start
    # Not `resource.getrusage`: what it tells begins with the memory of the process that started this one.
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1]
    print(seconds, int(peak) / 1000)


def copy_bare(path: Path) -> float:
    """Return the seconds of copying the rows at hand to an empty table, and of building the same indexes on it."""
    from django.db import connection

    from businesses.models import Establishment

    columns = ", ".join(field.column for field in Establishment._meta.concrete_fields if not field.generated)
    with connection.cursor() as cursor:
        with path.open("wb") as file:
            cursor.copy_expert(f"COPY {TABLE} ({columns}) TO STDOUT (FORMAT csv)", file)
        cursor.execute(f"CREATE TABLE bare (LIKE {TABLE} INCLUDING GENERATED INCLUDING CONSTRAINTS)")
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = %s", [TABLE])
        indexes = [re.sub(r"INDEX \S+ ON \S+", "INDEX ON bare", definition) for (definition,) in cursor.fetchall()]
        checkpoint()
        start = time.perf_counter()
        with path.open("rb") as file:
            cursor.copy_expert(f"COPY bare ({columns}) FROM STDIN (FORMAT csv)", file)
        for definition in indexes:
            cursor.execute(definition)
        seconds = time.perf_counter() - start
        cursor.execute("DROP TABLE bare")
    path.unlink()
    return seconds


def vacuum() -> None:
    """Do what autovacuum has done by the time the next edition comes, a week later."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {TABLE}")


def checkpoint() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")


def forget(directory: Path) -> None:
    """Empty the directory, and delete the archives."""
    from django.db import connection

    from catalog.models import Dataset, Release

    Dataset.objects.filter(slug=SLUG).update(live_release=None)
    Release.objects.filter(dataset=SLUG).delete()
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {TABLE}")
    for path in [*directory.glob("*.zip"), *(directory / "archive" / SLUG).glob("*.zip")]:
        path.unlink()


if __name__ == "__main__":
    main()
