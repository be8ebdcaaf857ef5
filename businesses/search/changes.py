"""What few changes do to the vocabulary and to the spread: only the terms of the rows they touch are counted.

    note: the terms of listed rows, before they change → the change → follow: what it did to each term

To count the terms of a million and a half took a tenth of a refresh that changed one in a hundred (November 2026).
"""

from businesses.models import Establishment, Spread, Stretch, Term
from businesses.search import vocabulary

ESTABLISHMENT, TERM, STRETCH, SPREAD = (model._meta.db_table for model in (Establishment, Term, Stretch, Spread))

TOUCHED = "touched"  # the key of each row; its name and terms, if it was listed
NOTE = f"""
DROP TABLE IF EXISTS pg_temp.{TOUCHED};
CREATE TEMPORARY TABLE {TOUCHED} ON COMMIT DROP AS
SELECT asked.key, e.folded_name, e.terms
FROM ({{keys}}) asked LEFT JOIN {ESTABLISHMENT} e ON e.key = asked.key AND e.is_listed
"""
# By term and stretch: how many listed rows more, or fewer. After the last stretch the order goes on in it.
MOVED = f"""
DROP TABLE IF EXISTS pg_temp.moved;
CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
SELECT term COLLATE "C" AS term, number, sum(times) AS times
FROM (
  SELECT key, folded_name, terms, -1 AS times FROM {TOUCHED} WHERE terms IS NOT NULL
  UNION ALL
  SELECT key, e.folded_name, e.terms, 1 FROM {TOUCHED} JOIN {ESTABLISHMENT} e USING (key) WHERE e.is_listed
) row
CROSS JOIN LATERAL (
  SELECT coalesce(
    (SELECT number FROM {STRETCH} s WHERE (s.folded_name, s.key) >= (row.folded_name, row.key)
     ORDER BY s.folded_name, s.key LIMIT 1),
    (SELECT max(number) FROM {STRETCH}), 0) AS number
) stretch
CROSS JOIN LATERAL unnest(tsvector_to_array(terms)) AS term
GROUP BY 1, 2 HAVING sum(times) <> 0
"""
SPREADS = f"""
UPDATE {SPREAD} spread SET counts = (
  SELECT array_agg(greatest(before + coalesce(times, 0), 0) ORDER BY place)
  FROM unnest(spread.counts) WITH ORDINALITY AS counted (before, place)
  LEFT JOIN moved ON moved.term = spread.term AND number = place - 1)
WHERE term IN (SELECT term FROM moved)
"""


def note(cursor, keys: str, parameters: tuple = ()) -> None:
    """Keep what the rows of some keys (SQL) have, before they change in the transaction of the cursor."""
    cursor.execute(NOTE.format(keys=keys), parameters)


def follow(cursor) -> None:
    """Write what the change of the noted rows did."""
    cursor.execute(MOVED)
    vocabulary.move(cursor, "(SELECT term, sum(times) AS times FROM moved GROUP BY term HAVING sum(times) <> 0)")
    cursor.execute(SPREADS)
