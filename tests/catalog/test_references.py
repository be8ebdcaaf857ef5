"""Merging references in place: nothing is written that did not change, nothing is deleted, all can be undone."""

import pytest

from catalog.models import DataVersion, Release
from catalog.problems import BadFile, Held, RefreshError
from catalog.publication import publish, rollback
from occupations.models import NocGroup, OutlookLevel
from regions.models import Municipality, Rcm, Region
from tests.catalog.database import every_row
from tests.files import load, write_csv, write_xlsx

pytestmark = pytest.mark.django_db

MONTREAL = ["06", "Montréal", "Montréal (English)", "2440", "2000000"]
QUEBEC = ["00", "Ensemble du Québec", "Whole of Québec", "24", "9000000"]
LAVAL = ["13", "Laval", "Laval", "2445", "450000"]


def write_regions(tmp_path, *rows):
    return write_csv(tmp_path / "regions.csv", "code,name_fr,name_en,economic_region,population", rows)


@pytest.fixture
def regions(db, tmp_path) -> Release:
    return load("regions", write_regions(tmp_path, QUEBEC, MONTREAL, LAVAL)).release


def place(code) -> tuple:
    """Return where the row of a region is and who wrote or locked it last."""
    return Region.objects.extra(select={"place": "(ctid, xmin, xmax)::text"}).values_list("place").get(pk=code)


def name(code):
    """Return the base column of a translated field, then those of its languages."""
    return Region.objects.rewrite(False).values_list("name", "name_fr", "name_en").get(pk=code)


def test_first_load(regions):
    assert (regions.added, regions.loaded) == (3, 3)
    assert Region.objects.current().count() == 3


def test_only_what_differs_is_written(regions, tmp_path):
    before = {code: place(code) for code in ("00", "06", "13")}
    changed = [*LAVAL[:4], "460000"]
    release = load("regions", write_regions(tmp_path, changed, QUEBEC, MONTREAL)).release
    assert (release.changed, release.unchanged) == (1, 2)
    assert Region.objects.get(pk="13").population == 460_000
    assert {code: place(code) == before[code] for code in before} == {"00": True, "06": True, "13": False}


def test_what_is_gone_is_retired_and_what_returns_is_brought_back(regions, tmp_path):
    before = place("06")
    release = load("regions", write_regions(tmp_path, QUEBEC, MONTREAL)).release
    assert (release.removed, release.unchanged) == (1, 2)
    assert Region.objects.get(pk="13").retired_on is not None
    assert set(Region.objects.current().values_list("pk", flat=True)) == {"00", "06"}

    release = load("regions", write_regions(tmp_path, QUEBEC, MONTREAL, LAVAL), force=True).release
    assert (release.added, release.unchanged) == (1, 2)
    assert Region.objects.get(pk="13").retired_on is None
    assert place("06") == before


def test_a_retired_row_is_retired_once(regions, tmp_path):
    load("regions", write_regions(tmp_path, QUEBEC, MONTREAL))
    Region.objects.filter(pk="13").update(retired_on="2020-01-01")
    load("regions", write_regions(tmp_path, QUEBEC, [*MONTREAL[:4], "1"]))
    assert str(Region.objects.get(pk="13").retired_on) == "2020-01-01"


def test_same_rows_write_nothing(regions, tmp_path):
    before = every_row()
    assert load("regions", write_regions(tmp_path, LAVAL, MONTREAL, QUEBEC)).result == "nothing-new"
    assert every_row() == before


def test_base_columns_follow_french(regions, tmp_path):
    assert name("06") == ("Montréal", "Montréal", "Montréal (English)")
    load("regions", write_regions(tmp_path, QUEBEC, ["06", "Mourial", "Hochelaga", "2440", "1"], LAVAL))
    assert name("06") == ("Mourial", "Mourial", "Hochelaga")


def test_a_stale_base_column_is_mended_by_the_next_merge(regions, tmp_path):
    Region.objects.filter(pk="06").rewrite(False).update(name="stale")
    assert name("06")[0] == "stale"
    load("regions", write_regions(tmp_path, QUEBEC, MONTREAL, [*LAVAL[:4], "1"]))
    assert name("06")[0] == "Montréal"


def test_rollback_merges_the_archived_file_again(regions, tmp_path):
    load("regions", write_regions(tmp_path, QUEBEC, ["06", "Mourial", "Hochelaga", "2440", "1"]))
    before, number = place("00"), DataVersion.objects.get().number

    assert rollback("regions") == regions
    assert name("06") == ("Montréal", "Montréal", "Montréal (English)")
    assert set(Region.objects.current().values_list("pk", flat=True)) == {"00", "06", "13"}
    assert place("00") == before
    assert DataVersion.objects.get().number == number + 1


def test_rollback_without_its_archive(regions, tmp_path, settings):
    load("regions", write_regions(tmp_path, QUEBEC, MONTREAL))
    (settings.ARCHIVE_DIR / "regions" / f"{regions.sha256}.csv").unlink()
    before = every_row()
    with pytest.raises(RefreshError) as error:
        rollback("regions")
    assert error.value.problem.code == "archive-gone"
    assert every_row() == before


def test_held_reference_is_merged_when_a_person_publishes_it(db, tmp_path):
    def areas(count):
        return [[f"G{number}A", "", "00", "", "", "", ""] for number in range(count)]

    def write(count):
        header = "fsa,place,region,latitude,longitude,method,other_regions"
        return write_csv(tmp_path / "postal_areas.csv", header, areas(count))

    load("regions", write_regions(tmp_path, QUEBEC))
    load("postal-areas", write(10))
    with pytest.raises(Held):
        load("postal-areas", write(4))
    held = Release.objects.get(state="staged")
    assert held.loaded == 4
    model = held.definition.model
    assert model.objects.current().count() == 10
    publish(held)
    assert model.objects.current().count() == 4


def test_codes_of_another_dataset_must_be_known(regions, tmp_path):
    header = "code,name_fr,region,population"
    rows = [[f"{number:03}", "MRC", "06", ""] for number in range(200)]
    release = load("rcms", write_csv(tmp_path / "rcms.csv", header, [*rows, ["999", "MRC", "02", ""]])).release
    assert [(r.line, r.column, r.value) for r in release.rejections.all()] == [(202, "region", "02")]
    assert Rcm.objects.count() == 200


def test_an_optional_code_may_be_absent(regions, tmp_path):
    header = "code,name,designation,region,rcm,population,postal_code,website"
    load(
        "municipalities", write_csv(tmp_path / "m.csv", header, [["66023", "Montréal", "Ville", "06", "", "", "", ""]])
    )
    assert Municipality.objects.get().rcm is None


# --- Two files that describe the same rows ------------------------------------------------------------------

ENGLISH = "Level,Code - NOC 2021 V1.0,Class title,Class definition"
FRENCH = "Niveau,Code dela CNP 2021 v1.0,Titres de classes,Définitions de la classe"
HEALTH = ("3", "Health", "Santé")
SCIENCE = ("2", "Science", "Sciences")


def english(tmp_path, *classes, file="en.csv"):
    return write_csv(tmp_path / file, ENGLISH, ([len(code), code, name, f"About {name}"] for code, name, _ in classes))


def french(tmp_path, *classes, file="fr.csv"):
    return write_csv(tmp_path / file, FRENCH, ([len(code), code, name, f"Sur {name}"] for code, _, name in classes))


def test_two_parts_make_one_release(tmp_path):
    release = load("noc", french(tmp_path, SCIENCE, HEALTH), english(tmp_path, HEALTH, SCIENCE)).release
    assert (release.read, release.loaded, release.rejected) == (4, 2, 0)
    assert [file["layout"] for file in release.files] == ["statcan-en", "statcan-fr"]
    health = NocGroup.objects.get(pk="3")
    assert (health.name_fr, health.name_en) == ("Santé", "Health")
    assert (health.definition_fr, health.definition_en) == ("Sur Santé", "About Health")
    assert NocGroup.objects.rewrite(False).values_list("name", "definition").get(pk="3") == ("Santé", "Sur Santé")


def test_the_order_in_which_parts_are_given_does_not_matter(tmp_path):
    parts = french(tmp_path, HEALTH), english(tmp_path, HEALTH)
    load("noc", *parts)
    assert load("noc", *reversed(parts)).result == "nothing-new"


def test_rollback_of_a_release_of_two_parts(tmp_path):
    load("noc", french(tmp_path, HEALTH), english(tmp_path, HEALTH))
    load("noc", french(tmp_path, ("3", "", "Soins")), english(tmp_path, HEALTH))
    assert NocGroup.objects.get().name_fr == "Soins"
    rollback("noc")
    assert NocGroup.objects.rewrite(False).values_list("name_fr", "name").get() == ("Santé", "Santé")


def refusal(*paths) -> str:
    with pytest.raises(BadFile) as error:
        load("noc", *paths)
    return str(error.value).replace("\u00a0", " ")


def test_part_missing(tmp_path):
    assert refusal(english(tmp_path, HEALTH)) == (
        "Ce jeu de données nécessite l’ensemble de ces fichiers : en + fr. Fichiers fournis : en.csv (en)."
    )


def test_both_parts_in_the_same_language(tmp_path):
    assert refusal(english(tmp_path, HEALTH), english(tmp_path, HEALTH, file="en2.csv")) == (
        "Ce jeu de données nécessite l’ensemble de ces fichiers : en + fr. "
        "Fichiers fournis : en.csv (en), en2.csv (en)."
    )


def test_row_in_one_part_only(tmp_path):
    many = [(f"{number:05}", "a", "b") for number in range(200)]
    release = load("noc", english(tmp_path, *many, HEALTH), french(tmp_path, *many)).release
    assert (release.loaded, release.rejected) == (200, 1)
    rejection = release.rejections.get()
    assert (rejection.file, rejection.line, rejection.code) == ("en.csv", 202, "missing-part")
    assert (rejection.column, rejection.value) == ("Code - NOC 2021 V1.0", "3")
    assert not NocGroup.objects.filter(pk="3").exists()

    assert refusal(english(tmp_path, HEALTH, SCIENCE), french(tmp_path, SCIENCE)).endswith(
        "Première : ligne 2, colonne Code - NOC 2021 V1.0, « 3 ». La ligne figure dans un fichier et non dans l’autre."
    )


def test_parts_that_disagree(world, tmp_path):
    def workbook(language, *levels):
        header = ["NOC_Code", "Outlook", "Employment Trends", "Release Date", "Economic Region Code", "LANG"]
        rows = [
            ["NOC_11100", level, "", 45_999, 2400 + area, language] for area, level in zip((0, 10), levels, strict=True)
        ]
        return write_xlsx(tmp_path / f"{language}.xlsx", header, rows)

    for rank, level in enumerate(("good", "moderate", "limited")):
        OutlookLevel.objects.create(code=f"job-bank-2024:{level}", scale="job-bank-2024", rank=rank)
    with pytest.raises(BadFile) as error:
        load("outlooks", workbook("FR", "Bonnes", "Modérées"), workbook("EN", "Good", "Limited"))
    assert str(error.value).replace("\u00a0", " ") == (
        "FR.xlsx, ligne 3, colonne Outlook : les fichiers ne concordent pas au sujet de 11100 11."
    )
