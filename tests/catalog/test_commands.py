"""What a person at a terminal reads: one message, in plain words, and no traceback."""

import io
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from rich.console import Console

from catalog import embedded
from catalog.models import Dataset, Release
from catalog.problems import BadFile
from catalog.progress import Watched
from regions.models import Region
from tests.catalog.database import locked_by_another
from tests.catalog.wages import lines, write
from tests.files import load

pytestmark = pytest.mark.django_db


def run(*arguments) -> list[str]:
    """Run a command as if its output were not a terminal; return the lines it prints."""
    output = io.StringIO()
    call_command(*[str(argument) for argument in arguments], stdout=output)
    return output.getvalue().splitlines()


def message(*arguments) -> str:
    with pytest.raises(CommandError) as error:
        run(*arguments)
    return str(error.value)


def test_refresh_says_what_it_read_and_published(live, tmp_path):
    path = write(tmp_path, [*lines(add=1), "NOC_99999,ER24,1,2,3,"])
    printed = run("refresh", "wages", "--file", path)
    release = Dataset.objects.get(slug="wages").live_release
    assert printed == [
        f"wages.csv: layout job-bank, {path.stat().st_size:,} bytes",
        "read 217, out of scope 0, rejected 1, loaded 216, added 0, changed 216, unchanged 0, removed 0",
        f"Published release {release.pk} (wages): 216 rows.",
        "Rejected lines: 1. First ones:",
        "  wages.csv, line 218, column NOC_CNP: The code is not known. “99999”",
    ]
    assert release.log.splitlines() == printed[:2]

    assert (
        run("refresh", "wages", "--file", path)[-1] == f"Nothing new: this is the file of release {release.pk} (Live)."
    )


def test_on_a_terminal_a_bar_shows_the_lines_go_by(live, tmp_path):
    screen = io.StringIO()
    load("wages", write(tmp_path, lines(add=1)), reporter=Watched(Console(file=screen, force_terminal=True)))
    last_frame = screen.getvalue().rpartition("wages ")[2]
    assert "216 lines" in last_frame
    assert "╸" not in last_frame  # the end of a bar that is not full


def test_dry_run_shows_rows_before_and_after(live, tmp_path):
    given = [line.replace("NOC_11100,ER24,20,25,", "NOC_11100,ER24,20,26,") for line in lines()]
    printed = run("refresh", "wages", "--file", write(tmp_path, given), "--dry-run")
    assert printed[2:] == [
        "Changed, 1 in all:",
        "  unit_group_id 11100, region_id 00: median 25.00 → 26.00",
        "Dry run: nothing was written.",
    ]
    printed = run("refresh", "wages", "--file", write(tmp_path, lines()[:-1]), "--dry-run")
    assert printed[2] == "Removed, 1 in all:"
    assert printed[3].startswith("  unit_group_id 75110, region_id 10: unit hour, low 31.00, median 36.00, high 46.00")
    assert Release.objects.count() == 1


def test_dry_run_says_what_would_be_held(live, tmp_path):
    printed = run("refresh", "wages", "--file", write(tmp_path, lines(add=20)), "--dry-run")
    assert printed[-1].startswith(
        "It would be held for review: wages.csv, column Median_Wage_Salaire_Median: the median"
    )


def test_held_release_is_said_so(live, tmp_path):
    path = write(tmp_path, lines(add=20))
    assert "Check the file, then publish or force it." in message("refresh", "wages", "--file", path)
    assert run("refresh", "wages", "--file", path, "--force")[-1].startswith("Published release")


def test_refresh_of_several_files(db, tmp_path):
    english, french = tmp_path / "en.csv", tmp_path / "fr.csv"
    english.write_text("Level,Code - NOC 2021 V1.0,Class title,Class definition\n1,3,Health,About\n")
    french.write_text("Niveau,Code dela CNP 2021 v1.0,Titres de classes,Définitions de la classe\n1,3,Santé,Sur\n")
    assert run("refresh", "noc", "--file", french, "--file", english)[-1].endswith(": 1 rows.")


def test_list(live):
    printed = run("refresh", "--list")
    assert "noc                     —" in printed
    assert f"wages                   — (official): 216 rows, retrieved {live.retrieved_at:%Y-%m-%d}" in printed


def test_releases_of_a_dataset(live, tmp_path):
    load("wages", write(tmp_path, lines(add=1)))
    with pytest.raises(BadFile):
        load("wages", write(tmp_path, []))
    printed = run("releases", "wages")
    numbers = [str(pk) for pk in Release.objects.values_list("pk", flat=True)]
    assert [line.split()[:2] for line in printed if line.split()[0] in numbers] == [
        [numbers[0], "failed"],
        [numbers[1], "live"],
        [numbers[2], "superseded"],
    ]
    assert printed[1] == "        wages.csv has a header but no usable line."


def test_rollback(live, tmp_path):
    second = load("wages", write(tmp_path, lines(add=1))).release
    assert run("rollback", "wages") == [f"Release {live.pk} (wages) is live."]
    assert run("rollback", "wages", second.pk) == [f"Release {second.pk} (wages) is live."]


def test_messages(live, tmp_path):
    unknown = "There is no dataset “salaries”. See: manage.py refresh --list"
    assert message("refresh", "salaries") == unknown
    assert message("releases", "salaries") == unknown
    assert message("rollback", "salaries") == unknown
    assert message("refresh") == "Which dataset? See: manage.py refresh --list"
    assert message("rollback", "wages") == "There is no earlier release to go back to."
    assert message("rollback", "wages", 0) == "Dataset “wages” has no release 0. See: manage.py releases wages"
    assert message("rollback", "wages", live.pk) == "Release wages cannot be published. Its state: Live."
    assert message("refresh", "outlooks") == "This dataset has no address to fetch: give a file or an address."
    missing = tmp_path / "missing.csv"
    assert message("refresh", "wages", "--file", missing) == "missing.csv: there is no such file, or it cannot be read."
    with locked_by_another("wages"):
        assert message("refresh", "wages", "--file", missing) == "Another refresh of this dataset is running."


def test_a_message_is_all_that_a_person_sees(tmp_path):
    """The only test here that starts a process: the exit code, and no traceback."""
    done = subprocess.run(
        [sys.executable, "manage.py", "refresh", "salaries"],
        cwd=settings.BASE_DIR,
        env={"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "CommandError: There is no dataset “salaries”. See: manage.py refresh --list\n"


class TestEmbeddedEdition:
    """`load_embedded` loads what nobody else loaded."""

    @pytest.fixture(autouse=True)
    def _only_regions(self, monkeypatch):
        """Of the edition, the regions only."""
        sources = embedded.sources()
        monkeypatch.setattr(embedded, "sources", lambda: {"regions": sources["regions"]})

    def test_loaded_once(self, db):
        assert run("load_embedded") == ["regions: 21 rows"]
        assert Dataset.objects.get(slug="regions").live_release.embedded
        assert run("load_embedded") == []

    def test_release_of_an_operator_stays(self, db, tmp_path):
        path = tmp_path / "regions.csv"
        path.write_text("code,name_fr,name_en,economic_region,population\n06,Montréal,Montréal,2440,1\n")
        load("regions", path)
        assert run("load_embedded") == []
        assert Region.objects.count() == 1

    def test_another_refresh_is_running(self, db):
        with locked_by_another("regions"):
            assert run("load_embedded") == ["regions: another refresh is running; left to it."]

    def test_bad_edition(self, db, settings, tmp_path, monkeypatch):
        path = tmp_path / "regions.csv"
        path.write_text("")
        source = embedded.Source(files=(path,), embedded=True)
        monkeypatch.setattr(embedded, "sources", lambda: {"regions": source})
        assert message("load_embedded") == "regions: regions.csv is empty."
