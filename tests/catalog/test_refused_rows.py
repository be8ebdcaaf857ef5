"""Rows that the table refuses where the contract promised less: found again in the file."""

from dataclasses import replace

import pytest
from pydantic import Field

from catalog.contracts import RowContract
from catalog.registry import registry
from occupations.datasets.wages import WageRow
from tests.catalog.refusals import edited, refused
from tests.catalog.wages import lines, text_of

pytestmark = pytest.mark.django_db


class LaxWage(WageRow):
    comment_fr: str = ""


class MedianOnly(RowContract):
    unit_group_id: str
    region_id: str
    low: str | None = None
    median: str | None = None
    high: str | None = None
    unit: str = "hour"
    comes_from_fr: str = ""
    comes_from_en: str = ""
    comment_fr: str = Field("", max_length=500)
    comment_en: str = ""
    revised_on: str = ""
    reference_period: str = ""
    average: str | None = None
    quartile_1: str | None = None
    quartile_3: str | None = None


def test_what_the_table_cannot_hold_is_found_again_in_the_file(live, tmp_path, monkeypatch):
    monkeypatch.setitem(registry.definitions, "wages", replace(registry["wages"], contract=LaxWage))
    given = lines(add=1)
    given[3] = given[3].replace("Comparé", '"Comparé\r\n\r\n"').replace('"' + " à", " à").replace("dernier", 'dernier"')
    given[8] += 490 * "x"
    path = tmp_path / "wages.csv"
    path.write_text(text_of(given), encoding="utf-8", newline="")
    value = f"Comparé à l’an dernier{74 * 'x'}..."  # PostgreSQL shows 100 bytes
    assert refused("wages", path) == (
        f"wages.csv, ligne 12, colonne Wage_Comment_F : la base de données a refusé « {value} » : "
        "value too long for type character varying(500)",
        f"wages.csv, line 12, column Wage_Comment_F: the database refused “{value}”: "
        "value too long for type character varying(500)",
    )


def test_what_a_constraint_of_the_table_refuses(live, tmp_path, monkeypatch):
    monkeypatch.setitem(registry.definitions, "wages", replace(registry["wages"], contract=MedianOnly))
    path = tmp_path / "wages.csv"
    path.write_text(edited(5, ",20,", ",-20,"), encoding="utf-8", newline="")
    reason = 'new row for relation "occupations_wage" violates check constraint "wage_positive"'
    assert refused("wages", path) == (
        f"wages.csv : la base de données a refusé les lignes : {reason}",
        f"wages.csv: the database refused the rows: {reason}",
    )
