"""What modeltranslation does with each way of writing and reading a translated field.

Loaders write `name_fr`, `name_en` and the base column themselves (`catalog.merge`): these traps are why. Observed with
modeltranslation 0.20; when one of them is gone, this module says so.
"""

import pytest
from django.db import connection
from django.db.models.functions import Lower
from django.utils import translation

from regions.models import Region

pytestmark = pytest.mark.django_db


def new(**fields) -> Region:
    return Region(code="06", economic_region="2440", **fields)


def columns() -> tuple:
    """Return the base column, then those of the languages, as the table has them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, name_fr, name_en FROM regions_region WHERE code = '06'")
        return cursor.fetchone()


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def montreal():
    with translation.override("fr"):
        new(name_fr="Montréal", name_en="Montreal").save()
    assert columns() == ("Montréal", "Montréal", "Montreal")


def save() -> None:
    new(name_fr="Montréal", name_en="Montreal").save()


def bulk_create() -> None:
    Region.objects.bulk_create([new(name_fr="Montréal", name_en="Montreal")])


@pytest.mark.parametrize("write", [save, bulk_create])
def test_base_column_gets_the_active_language(write):
    write()
    assert columns() == ("Montreal", "Montréal", "Montreal")


def test_bulk_create_with_the_bare_field_fills_only_the_active_language():
    Region.objects.bulk_create([new(name="Montreal")])
    assert columns()[1:] == (None, "Montreal")


@pytest.mark.parametrize(
    "write",
    [
        lambda: Region.objects.filter(pk="06").update(name_fr="Mourial"),
        lambda: Region.objects.update_or_create(pk="06", defaults={"name_fr": "Mourial"}),
        lambda: save_only_french(),
        lambda: Region.objects.bulk_update([changed()], ["name_fr"]),
        lambda: Region.objects.bulk_create(
            [changed()], update_conflicts=True, unique_fields=["code"], update_fields=["name_fr"]
        ),
    ],
    ids=["update", "update_or_create", "save(update_fields)", "bulk_update", "upsert"],
)
def test_base_column_goes_stale(montreal, write):
    write()
    assert columns() == ("Montréal", "Mourial", "Montreal")


def changed() -> Region:
    region = Region.objects.get(pk="06")
    region.name_fr = "Mourial"
    return region


def save_only_french():
    changed().save(update_fields=["name_fr"])


def test_expressions_read_the_base_column(montreal):
    assert Region.objects.values_list("name", flat=True).get() == "Montreal"
    assert Region.objects.annotate(lower=Lower("name")).get().lower == "montréal"
    assert Region.objects.annotate(lower=Lower("name_en")).get().lower == "montreal"


def test_absent_english_falls_back_to_french_and_absent_french_to_english():
    new(name_fr="Montréal").save()
    assert Region.objects.get().name == "Montréal"
    Region.objects.filter(pk="06").update(name_fr="", name_en="Montreal")
    with translation.override("fr"):
        assert Region.objects.get().name == "Montreal"
