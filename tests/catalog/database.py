"""Looking at the database from the side: which rows were written, and who holds the lock of a dataset."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg2
from django.conf import settings
from django.db import connection

from catalog.publication import LOCK_SPACE
from imt import embedded


def every_row() -> dict[str, list]:
    """Return where each row of each table is and who wrote or locked it last: any write changes it."""
    with connection.cursor() as cursor:
        rows = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT ctid::text, xmin::text, xmax::text FROM "{table}" ORDER BY ctid')
            rows[table] = cursor.fetchall()
        return rows


@contextmanager
def another_connection() -> Iterator:
    """Connect as another process does."""
    other = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})
    other.autocommit = True
    try:
        yield other.cursor()
    finally:
        other.close()


@contextmanager
def locked_by_another(slug: str) -> Iterator[None]:
    with another_connection() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", [LOCK_SPACE, slug])
        yield


def is_locked() -> bool:
    """Whether anyone holds a dataset's lock in this database; the other parallel workers have their own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
            " WHERE locktype = 'advisory' AND classid = %s AND datname = current_database()",
            [LOCK_SPACE],
        )
        return bool(cursor.fetchone()[0])


def environment(var_dir) -> dict[str, str]:
    """Return the environment of a portal on the tests' database, with its files in `var_dir`."""
    url = os.environ.get("DATABASE_URL") or embedded.database_url(settings.VAR_DIR)
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "imt.settings",
        "DATABASE_URL": re.sub(r"/[^/]*$", f"/{connection.settings_dict['NAME']}", url),
        "REDIS_URL": settings.REDIS_URL,
        "VAR_DIR": str(var_dir),
    }
