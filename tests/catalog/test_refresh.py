"""A refresh of facts: what it publishes, when it has nothing to do, what it leaves of itself when it fails."""

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog import pipeline
from catalog.models import Dataset, DataVersion, Release
from catalog.pipeline import Source
from catalog.problems import BadFile, Busy
from catalog.registry import Edition, registry
from occupations.models import Wage
from tests.catalog.account import archive_of, live_median, text
from tests.catalog.database import every_row, is_locked, locked_by_another
from tests.catalog.wages import HEADER, lines, public_state, text_of, write
from tests.files import load

pytestmark = pytest.mark.django_db


# --- Publishing ---------------------------------------------------------------------------------------------


def test_first_edition_is_published(world, tmp_path, settings):
    path = write(tmp_path, lines())
    outcome = load("wages", path)

    release = outcome.release
    assert outcome.result == "published"
    assert (release.state, release.read, release.loaded, release.added) == ("live", 216, 216, 216)
    assert (release.changed, release.unchanged, release.removed, release.rejected) == (0, 0, 0, 0)
    assert Dataset.objects.get(slug="wages").live_release == release
    assert live_median() == Decimal("25.00")
    (file,) = release.files
    assert file | {"sha256": ""} == {
        "name": "wages.csv",
        "layout": "job-bank",
        "sha256": "",
        "bytes": path.stat().st_size,
        "suffix": ".csv",
    }
    assert archive_of(settings) == [f"{file['sha256']}.csv"]
    assert (settings.ARCHIVE_DIR / "wages" / f"{file['sha256']}.csv").read_bytes() == path.read_bytes()
    assert release.log.splitlines()[-1] == (
        "read 216, out of scope 0, rejected 0, loaded 216, added 216, changed 0, unchanged 0, removed 0"
    )
    assert not is_locked()


def test_next_edition_says_what_it_changes(live, tmp_path):
    given = lines()
    given[0] = given[0].replace(",25,", ",26,")
    removed, added = given.pop(), "NOC_11100,ER2410,1,2,3,"
    given[1] = added
    outcome = load("wages", write(tmp_path, given))

    counts = outcome.counts
    assert (counts.added, counts.changed, counts.unchanged, counts.removed) == (0, 2, 213, 1)
    before, after = outcome.examples["changed"][0]["before"], outcome.examples["changed"][0]["after"]
    assert {"before": before["median"], "after": after["median"]} == {"before": "25.00", "after": "26.00"}
    (gone,) = outcome.examples["removed"]
    assert list(gone) == ["before"]
    assert (gone["before"]["unit_group_id"], gone["before"]["region_id"]) == ("75110", "10")
    assert removed.startswith("NOC_75110,ER2490")
    assert Release.objects.get(pk=outcome.release.pk).examples == outcome.examples
    live.refresh_from_db()
    assert (live.state, outcome.release.state) == ("superseded", "live")
    assert live_median() == Decimal("26.00")
    assert Wage.objects.filter(release=live).count() == 216


def test_order_of_columns_and_columns_unknown_do_not_matter(world, tmp_path):
    reversed_columns = [",".join([*reversed(line.split(",")), "?"]) for line in [HEADER, *lines()]]
    assert load("wages", write(tmp_path, reversed_columns[1:], header=reversed_columns[0])).counts.loaded == 216


def test_a_file_without_lines_breaks_and_with_blank_ones(world, tmp_path):
    path = tmp_path / "wages.csv"
    path.write_text("\r\n" + "\r\n\r\n".join([HEADER, *lines()]), encoding="utf-8-sig", newline="")
    assert load("wages", path).counts.read == 216


def test_an_encoding_and_a_delimiter_that_the_layout_declares(world, tmp_path, monkeypatch):
    layout = replace(registry["wages"].layouts[0], encodings=("utf-8-sig", "utf-16"), delimiter="\t")
    monkeypatch.setitem(registry.definitions, "wages", replace(registry["wages"], layouts=(layout,)))
    path = tmp_path / "wages.csv"
    path.write_text(text_of([*lines(), "NOC_11100"]).replace(",", "\t"), encoding="utf-16", newline="")
    assert (load("wages", path).counts.loaded, Wage.objects.first().comment_fr) == (216, "Comparé à l’an dernier")


def test_lines_about_elsewhere_are_passed_over_in_whatever_shape(world, tmp_path):
    elsewhere = [
        "NOC_11100,ER3510,20,25,35,",
        'NOC_11100,ER3515,20,25,35,"a, b"',
        'NOC_11100,ER3520,20,25,35,"one\r\na,b,c,d,e,f\r\nER24"',
    ]
    inside = 'NOC_11100,ER2410,20,25,35,"one\r\na,b,c,d,e,f\r\nlast"'
    given = [*elsewhere, *lines(), *elsewhere]
    given[given.index(lines()[1])] = inside
    release = load("wages", write(tmp_path, [*given, "NOC_11100,ER3510"])).release
    assert (release.read, release.out_of_scope, release.loaded, release.rejected) == (223, 6, 216, 1)
    assert Wage.objects.get(unit_group="11100", region="11").comment_fr == "one\r\na,b,c,d,e,f\r\nlast"
    (rejection,) = release.rejections.all()
    assert (rejection.line, rejection.code, rejection.column) == (230, "field-count", "Low_Wage_Salaire_Minium")


def test_short_line_followed_by_others_is_not_the_end_of_the_file(world, tmp_path):
    path = tmp_path / "wages.csv"
    path.write_text("\n".join([HEADER, *lines(), "NOC_11100,ER24", "NOC_11100,ER3510,20,25,35,"]))
    assert load("wages", path).counts.rejected == 1


def test_edition_given_from_outside(world, tmp_path):
    edition = Edition(label="2024", retrieved_on=date(2026, 11, 21), kind="third-party", note_fr="Relayé.")
    path = write(tmp_path, lines())
    release = pipeline.refresh("wages", Source((path,), edition=edition, embedded=True)).release
    assert (release.label, release.kind, release.note_fr, release.embedded) == ("2024", "third-party", "Relayé.", True)
    assert release.retrieved_at.date() == date(2026, 11, 21)

    again = pipeline.refresh("wages", Source((path,), edition=edition, embedded=True))
    assert again.result == "nothing-new"
    by_hand = pipeline.refresh("wages", Source((path,)))  # without the edition, whose words it would lose
    assert (by_hand.result, by_hand.release) == ("nothing-new", release)
    other = pipeline.refresh("wages", Source((path,), edition=replace(edition, label="2025"), embedded=True))
    assert (other.result, other.counts.unchanged) == ("published", 216)


def test_data_version_grows_once_and_the_cache_follows_on_commit(live, tmp_path, django_capture_on_commit_callbacks):
    number = DataVersion.current()
    with django_capture_on_commit_callbacks() as callbacks:
        load("wages", write(tmp_path, lines(add=1)))
    assert DataVersion.objects.get().number == number + 1
    assert DataVersion.current() == number
    for callback in callbacks:
        callback()
    assert DataVersion.current() == number + 1


# --- Nothing new --------------------------------------------------------------------------------------------


def writes(queries: CaptureQueriesContext) -> list[str]:
    return [sql["sql"] for sql in queries if sql["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE", "TRUNCATE"}]


def test_same_file_is_nothing_new_and_writes_nothing(live, tmp_path, settings):
    path, before, files = write(tmp_path, lines()), every_row(), archive_of(settings)
    with CaptureQueriesContext(connection) as queries:
        outcome = load("wages", path)
    assert (outcome.result, outcome.release) == ("nothing-new", live)
    assert writes(queries) == []
    assert (every_row(), archive_of(settings)) == (before, files)


@pytest.mark.parametrize("force", [False, True])
def test_same_rows_in_another_order_and_other_bytes_write_nothing(live, tmp_path, settings, force):
    path = write(tmp_path, [line.replace(",20,", ",20.00,") for line in reversed(lines())])
    before, files = every_row(), archive_of(settings)
    outcome = load("wages", path, force=force)
    assert (outcome.result, outcome.release, outcome.counts.unchanged) == ("nothing-new", live, 216)
    assert (every_row(), archive_of(settings)) == (before, files)


def test_same_rows_of_another_edition_are_published(live, tmp_path):
    given = [f"{line},2025-11-19" for line in lines()]
    outcome = load("wages", write(tmp_path, given, header=f"{HEADER},Revision_Date_Date_revision"))
    assert (outcome.result, outcome.release.label, outcome.counts.unchanged) == ("published", "2025", 216)


# --- Failures -----------------------------------------------------------------------------------------------


def test_failures_are_recorded_once_for_the_same_file_and_problem(live, tmp_path):
    empty, short = write(tmp_path, [], "empty.csv"), write(tmp_path, [*lines()[:3], "x"], "short.csv")
    for path in (empty, empty, short, short, empty):
        with pytest.raises(BadFile):
            load("wages", path)
    failed = Release.objects.filter(state="failed").order_by("pk")
    assert [release.files[0]["name"] for release in failed] == ["empty.csv", "short.csv", "empty.csv"]
    assert {release.kind for release in failed} == {""}  # which nobody could read


def test_disk_full_in_the_archive(live, tmp_path, settings):
    path, before = write(tmp_path, lines(add=1)), public_state()
    draft = settings.ARCHIVE_DIR / "wages" / f"{hashlib.sha256(path.read_bytes()).hexdigest()}.draft"
    draft.symlink_to("/dev/full")
    with pytest.raises(BadFile) as error:
        load("wages", path)
    assert text(error.value) == "wages.csv: the disk is full; nothing was changed."
    assert public_state() == before
    assert not draft.is_symlink()
    assert load("wages", path).result == "published"


def test_disk_full_in_the_database(live, tmp_path, monkeypatch):
    def fill_disk(cursor, stage):
        cursor.execute("DO $$ BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$")

    monkeypatch.setitem(registry.definitions, "wages", replace(registry["wages"], checks=(fill_disk,)))
    before = public_state()
    with pytest.raises(BadFile) as error:
        load("wages", write(tmp_path, lines(add=1)))
    assert text(error.value, "fr") == "wages.csv : le disque est plein ; rien n’a été modifié."
    assert public_state() == before


def test_second_refresh_of_the_same_dataset_is_busy(live, tmp_path):
    path, before = write(tmp_path, lines(add=1)), every_row()
    with locked_by_another("wages"), pytest.raises(Busy) as error:
        load("wages", path)
    assert text(error.value, "fr") == "Une autre mise à jour de ce jeu de données est en cours."
    assert text(error.value, "en") == "Another refresh of this dataset is running."
    assert every_row() == before
    with locked_by_another("regions"):
        assert load("wages", path).result == "published"


def test_dataset_without_an_address(live):
    with pytest.raises(BadFile) as error:
        pipeline.refresh("outlooks")
    assert text(error.value) == "This dataset has no address to fetch: give a file or an address."
