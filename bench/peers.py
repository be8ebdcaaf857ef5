"""SQLite's FTS5 and DuckDB with the rows of the directory, each with the indexes that serve its questions best."""

import csv
import sqlite3
from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

COLUMNS = {
    "key": "TEXT PRIMARY KEY",
    "folded_name": "TEXT",
    "words": "TEXT",
    "region": "TEXT",
    "industry": "TEXT",
    "latitude": "DOUBLE",
    "longitude": "DOUBLE",
    "name": "TEXT",
    "address": "TEXT",
    "locality": "TEXT",
    "postal_code": "TEXT",
    "telephone": "TEXT",
    "size_min": "INTEGER",
    "size_max": "INTEGER",
    "size_year": "INTEGER",
    "activity": "TEXT",
}
ROWS = """
SELECT key, folded_name, imt_fold(legal_name || ' ' || trade_name || ' ' || activity), region_id, industry_id,
  latitude, longitude, coalesce(nullif(trade_name, ''), legal_name), address, locality, postal_code, telephone,
  size_min, size_max, size_year, activity
FROM businesses_establishment
"""
FEW, MOST = 10, 10_001


def engines(directory: Path) -> dict[str, Callable]:
    """Return what answers a question of `bench.directory`, by engine; files go to a new directory."""
    directory.mkdir()
    path = directory / "rows.csv"
    write_rows(path)
    return {"SQLite FTS5": sqlite(directory / "sqlite.db", path), "DuckDB": duck(directory / "duck.db", path)}


def write_rows(path: Path) -> None:
    from django.db import connection

    with connection.cursor() as cursor, path.open("w", encoding="utf-8") as file:
        cursor.copy_expert(f"COPY ({ROWS}) TO STDOUT (FORMAT csv, HEADER)", file)


def conditions(question: dict) -> tuple[list, dict]:
    """Return what the portal understands: the words as (alternatives, beginning), and the other conditions."""
    from businesses.filters import DirectoryForm

    form = DirectoryForm(question)
    asked = form.asked
    words = [(list(word.terms), word.typed if word.begun else "") for word in form.words]
    others = {"region": asked.get("region"), "naics": asked["naics"].code if "naics" in asked else None}
    return words, others | {"near": form.near, "after": question.get("after")}


def remembered(understood: dict, question: dict) -> tuple[list, dict]:
    """Return `conditions`, which are not part of what a peer is timed for."""
    name = repr(sorted(question.items()))
    if name not in understood:
        understood[name] = conditions(question)
    return understood[name]


def filters(others: dict) -> tuple[list[str], list]:
    from regions.distance import around
    from sectors.coverage import prefixes

    where, values = [], []
    if others["region"]:
        where.append("region = ?")
        values.append(others["region"])
    if others["naics"]:
        beginnings = prefixes(others["naics"])
        where.append(f"({' OR '.join('(industry >= ? AND industry < ?)' for _each in beginnings)})")
        values += [edge for each in beginnings for edge in (each, f"{each}:")]
    if near := others["near"]:
        box = dict(around(near.point, near.radius).children)
        where.append("latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?")
        where.append("kilometres(latitude, longitude, ?, ?) <= ?")
        values += [*box["latitude__range"], *box["longitude__range"]]
        values += [near.point.latitude, near.point.longitude, near.radius]
    return where, values


def answered(execute: Callable, table: str, where: list[str], values: list, others: dict) -> tuple[list[str], int]:
    """Ask for the page, the nearest first where a place is asked for, and for the count; `execute` returns rows."""
    counted = f"WHERE {' AND '.join(where)}" if where else ""
    total = execute(f"SELECT count(*) FROM (SELECT 1 FROM {table} {counted} LIMIT {MOST})", values)[0][0]
    if others["after"]:
        start = execute("SELECT folded_name, key FROM establishment WHERE key = ?", [others["after"]])[0]
        where, values = [*where, "(folded_name, key) > (?, ?)"], [*values, *start]
    page = f"WHERE {' AND '.join(where)}" if where else ""
    order = "folded_name, key"
    if near := others["near"]:
        order = f"kilometres(latitude, longitude, ?, ?), {order}"
        values = [*values, near.point.latitude, near.point.longitude]
    rows = execute(f"SELECT {', '.join(COLUMNS)} FROM {table} {page} ORDER BY {order} LIMIT {FEW}", values)
    return [row[0] for row in rows], total


def sqlite(path: Path, rows: Path) -> Callable:
    connection = sqlite3.connect(path)
    connection.create_function("kilometres", 4, kilometres, deterministic=True)
    connection.execute("PRAGMA mmap_size = 4000000000")
    connection.execute("PRAGMA cache_size = -256000")  # KB, as PostgreSQL has
    connection.execute(f"CREATE TABLE establishment ({', '.join(f'{name} {kind}' for name, kind in COLUMNS.items())})")
    with rows.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        marks = ", ".join("?" for _name in COLUMNS)
        connection.executemany(f"INSERT INTO establishment VALUES ({marks})", lines)
    for columns in ("folded_name, key", "region, folded_name, key", "industry, region", "latitude, longitude"):
        connection.execute(f"CREATE INDEX {'_'.join(columns.split(', '))} ON establishment ({columns})")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(words, content='establishment', prefix='3 4')")
    connection.execute("INSERT INTO found (found) VALUES ('rebuild')")
    connection.execute("ANALYZE")
    connection.commit()
    understood: dict = {}

    def ask(question: dict) -> tuple[list[str], int]:
        words, others = remembered(understood, question)
        where, values = filters(others)
        if words:
            where.insert(0, "establishment.rowid IN (SELECT rowid FROM found WHERE found MATCH ?)")
            values.insert(0, " AND ".join(f"({any_word(terms, begun)})" for terms, begun in words))
        return answered(
            lambda statement, given: connection.execute(statement, given).fetchall(),
            "establishment", where, values, others,
        )  # fmt: skip

    return ask


def any_word(terms: list[str], begun: str) -> str:
    return " OR ".join([f'"{term}"' for term in terms] + ([f'"{begun}"*'] if begun else [])) or '""'


def kilometres(latitude: float, longitude: float, north: float, east: float) -> float:
    from regions.distance import EARTH_RADIUS

    half = sin((radians(latitude) - radians(north)) / 2) ** 2
    half += cos(radians(north)) * cos(radians(latitude)) * sin((radians(longitude) - radians(east)) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))


def duck(path: Path, rows: Path) -> Callable:
    import duckdb

    from regions.distance import EARTH_RADIUS

    connection = duckdb.connect(str(path))
    connection.execute(f"CREATE TABLE establishment ({', '.join(f'{name} {kind}' for name, kind in COLUMNS.items())})")
    connection.execute(
        f"INSERT INTO establishment SELECT * FROM read_csv('{rows}', header = true, all_varchar = true)"
        " ORDER BY folded_name, key"
    )
    connection.execute(f"""
        CREATE MACRO kilometres(latitude, longitude, north, east) AS {2 * EARTH_RADIUS} * asin(sqrt(
          power(sin((radians(latitude) - radians(north)) / 2), 2) + cos(radians(north)) * cos(radians(latitude))
          * power(sin((radians(longitude) - radians(east)) / 2), 2)))
    """)
    understood: dict = {}

    def ask(question: dict) -> tuple[list[str], int]:
        words, others = remembered(understood, question)
        where, values = filters(others)
        for terms, begun in words:
            alternatives = [f" {term} " for term in terms] + ([f" {begun}"] if begun else [])
            where.append(f"({' OR '.join(['contains(spaced, ?)'] * len(alternatives)) or 'false'})")
            values += alternatives
        return answered(
            lambda statement, given: connection.execute(statement, given).fetchall(),
            "(SELECT *, ' ' || words || ' ' AS spaced FROM establishment)", where, values, others,
        )  # fmt: skip

    return ask
