"""The portal's tables of occupations in a SQLite file, as Datasette would be given them."""

import sqlite3
from decimal import Decimal
from pathlib import Path

from django.db.models import Model

from occupations.models import (
    Characteristic,
    FormerCode,
    InDemand,
    JobTitle,
    NocGroup,
    OccupationField,
    Outlook,
    Projection,
    Regulation,
    SimilarOccupation,
    Wage,
    Workforce,
)

# What the page of an occupation shows, by table; each is found by the code of the unit group.
SHOWN = (
    Wage,
    Outlook,
    InDemand,
    JobTitle,
    Characteristic,
    SimilarOccupation,
    Workforce,
    Projection,
    Regulation,
    OccupationField,
    FormerCode,
)


def write(path: Path) -> None:
    """Write the tables with their keys and an index on each foreign key, and the job titles for full text."""
    database = sqlite3.connect(path)
    for model in (NocGroup, *SHOWN):
        copy(database, model)
    titles = name(JobTitle)
    database.execute(f"CREATE VIRTUAL TABLE {titles}_fts USING fts5(title, content={titles})")
    database.execute(f"INSERT INTO {titles}_fts (rowid, title) SELECT rowid, title FROM {titles}")
    database.commit()
    database.close()


def copy(database: sqlite3.Connection, model: type[Model]) -> None:
    fields = model._meta.concrete_fields
    columns = [f'"{field.column}"{definition(field)}' for field in fields]
    database.execute(f"CREATE TABLE {name(model)} ({', '.join(columns)})")
    rows = model._base_manager.values_list(*(field.attname for field in fields))
    marks = ", ".join("?" * len(fields))
    database.executemany(f"INSERT INTO {name(model)} VALUES ({marks})", (list(map(plain, row)) for row in rows))
    for field in fields:
        if field.is_relation:
            database.execute(f"CREATE INDEX {name(model)}_{field.column} ON {name(model)} ({field.column})")


def definition(field) -> str:
    if field.primary_key:
        return " PRIMARY KEY"
    if field.is_relation and field.related_model in (NocGroup, *SHOWN):
        return f' REFERENCES {name(field.related_model)} ("{field.target_field.column}")'
    return ""


def plain(value):
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, int | float | str | None) else str(value)


def name(model: type[Model]) -> str:
    return model._meta.model_name


def page_of(code: str) -> str:
    """Return the address of a unit group's row page: its own columns, and links with counts to the other tables."""
    return f"/portal/{name(NocGroup)}/{code}"


def pages_with_the_rows_of(code: str) -> list[str]:
    """Return the addresses that together show the rows which the portal's page of a unit group shows."""
    tables = [f"/portal/{name(model)}?unit_group_id={code}&_size=max" for model in SHOWN]
    return [page_of(code), *tables]


def page_of_search(word: str) -> str:
    return f"/portal/{name(JobTitle)}?_search={word}"
