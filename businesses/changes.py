"""What few changes do to the counts, the vocabulary and the spread: only what they touch is counted.

    note: what is listed of some rows → the change of them → follow: what it did to each count and term

To count all of a million and a half took a seventh of a refresh that changed one in a hundred (November 2026).
"""

from businesses.models import BusinessCount, Establishment
from businesses.search import spread, vocabulary

ESTABLISHMENT, COUNT = Establishment._meta.db_table, BusinessCount._meta.db_table

TOUCHED = "touched"
COUNTED_BY = "grouping_id, region_id, size_min, size_max"
KEPT = f"folded_name, terms, {COUNTED_BY}"  # of each row, with its key and whether it was listed
NOTE = f"""
DROP TABLE IF EXISTS pg_temp.{TOUCHED};
CREATE TEMPORARY TABLE {TOUCHED} ON COMMIT DROP AS
SELECT key, coalesce(is_listed, false) AS was_listed, {KEPT}
FROM ({{keys}}) asked LEFT JOIN {ESTABLISHMENT} USING (key)
"""
# For a change that finds its own rows: `was` says whether one of those it returns was listed.
CHANGE = f"""
WITH changed AS ({{change}} RETURNING key, {{was}} AS was_listed, {KEPT})
INSERT INTO {TOUCHED} (key, was_listed, {KEPT}) SELECT * FROM changed WHERE key NOT IN (SELECT key FROM {TOUCHED})
"""
# The listed rows that are fewer, and those that are more.
MOVED = f"""
DROP TABLE IF EXISTS pg_temp.moved;
CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
SELECT key, {KEPT}, -1 AS times FROM {TOUCHED} WHERE was_listed
UNION ALL
SELECT key, {KEPT}, 1 FROM {ESTABLISHMENT} WHERE is_listed AND key IN (SELECT key FROM {TOUCHED})
"""
MOVED_COUNTS = f"(SELECT {COUNTED_BY}, sum(times) AS times FROM moved GROUP BY {COUNTED_BY} HAVING sum(times) <> 0) m"
COUNTS = f"""
UPDATE {COUNT} c SET establishments = greatest(establishments + times, 0)
FROM {MOVED_COUNTS}
WHERE (c.grouping_id, c.region_id, c.size_min, c.size_max)
  IS NOT DISTINCT FROM (m.grouping_id, m.region_id, m.size_min, m.size_max);
INSERT INTO {COUNT} ({COUNTED_BY}, establishments)
SELECT * FROM {MOVED_COUNTS} WHERE times > 0 AND NOT EXISTS (
  SELECT FROM {COUNT} c WHERE (c.grouping_id, c.region_id, c.size_min, c.size_max)
    IS NOT DISTINCT FROM (m.grouping_id, m.region_id, m.size_min, m.size_max));
DELETE FROM {COUNT} WHERE establishments = 0
"""


def note(cursor, keys: str, parameters: tuple = ()) -> None:
    """Keep what the rows of some keys (SQL) have, before they change in the transaction of the cursor.

    Another change waits until this one is committed; readers do not.
    """
    cursor.execute(f"LOCK TABLE {COUNT} IN SHARE ROW EXCLUSIVE MODE")
    cursor.execute(NOTE.format(keys=keys), parameters)


def change(cursor, statement: str, was: str) -> None:
    """Change rows, and keep what those were that are not noted yet."""
    cursor.execute(CHANGE.format(change=statement, was=was))


def noted(cursor) -> int:
    cursor.execute(f"SELECT count(*) FROM {TOUCHED}")
    return cursor.fetchone()[0]


def follow(cursor) -> None:
    """Write what the change of the noted rows did."""
    cursor.execute(MOVED)
    cursor.execute(COUNTS)
    spread.move(cursor)
    vocabulary.move(cursor)
