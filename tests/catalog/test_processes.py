"""Real processes: one killed at half, two at once, and how much memory a large file takes."""

import csv
import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection

from bench import official_files
from catalog.models import Dataset, Release
from catalog.problems import Busy
from occupations.models import NocGroup, Wage
from regions.codes import ECONOMIC_REGIONS
from regions.models import Region
from tests.catalog.database import environment, is_locked
from tests.files import load

pytestmark = pytest.mark.django_db(transaction=True)

SOON = 30  # seconds that a loaded machine may take for what takes one


@pytest.fixture
def world(db):
    """All unit groups, and nine times as many that exist nowhere."""
    codes = [group["code"] for group in official_files.unit_groups(times=10)]
    NocGroup.objects.bulk_create(NocGroup(code=code, name_fr=code, name_en=code) for code in codes)
    Region.objects.bulk_create(
        Region(code=code, name_fr=code, name_en=code, economic_region=economic)
        for economic, code in ECONOMIC_REGIONS.items()
    )


@pytest.fixture
def path(tmp_path):
    """A wages file of the real size: 44,376 lines, 9,288 of them about Québec."""
    official_files.write_wages(tmp_path / "wages.csv")
    return tmp_path / "wages.csv"


@pytest.fixture
def refreshing(world, path, tmp_path):
    """`manage.py refresh` stopped in the middle of its COPY."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "refresh", "wages", "--file", path],
        cwd=settings.BASE_DIR,
        env=environment(tmp_path / "var"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    wait_until(copying)
    process.send_signal(signal.SIGSTOP)
    assert copying()
    yield process
    process.kill()
    process.communicate()


def wait_until(condition) -> None:
    deadline = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.002)


def copying() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_progress_copy WHERE tuples_processed > 0 AND datname = current_database()"
        )
        return bool(cursor.fetchone()[0])


def test_process_killed_at_half_changes_nothing_and_the_same_refresh_then_works(refreshing, path):
    os.kill(refreshing.pid, signal.SIGKILL)
    wait_until(lambda: not is_locked())
    assert not Release.objects.exists()
    assert not Wage.objects.exists()
    assert Dataset.objects.get().live_release is None

    release = load("wages", path).release
    assert (release.state, release.loaded) == ("live", 9288)


def test_of_two_refreshes_at_once_one_is_busy(refreshing, path):
    with pytest.raises(Busy):
        load("wages", path)
    refreshing.send_signal(signal.SIGCONT)
    printed, _nothing = refreshing.communicate(timeout=SOON)
    release = Release.objects.get()
    assert refreshing.returncode == 0
    assert printed.splitlines()[-1] == f"Published release {release.pk} (wages 2025): 9,288 rows."
    assert load("wages", path).result == "nothing-new"


def test_memory_does_not_grow_with_the_file(world, tmp_path):
    paths = [tmp_path / "once.csv", tmp_path / "ten_times.csv"]
    for path, times in zip(paths, (1, 10), strict=True):
        with path.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["noc", "region", "low", "median", "high"])
            writer.writerows(
                [group["code"], region, 20, 30, 40]
                for group in official_files.unit_groups(times)
                for region in ECONOMIC_REGIONS.values()
            )
    done = subprocess.run(
        [sys.executable, "-m", "bench.memory", *paths],
        cwd=settings.BASE_DIR,
        env=environment(tmp_path / "var"),
        capture_output=True,
        text=True,
        check=True,
    )
    (rows, once), (ten_times_rows, ten_times) = [map(int, line.split()) for line in done.stdout.splitlines()]
    assert (rows, ten_times_rows) == (9288, 92_880)
    assert ten_times - once < 20_000
