"""How the common terms lie along the order of names: counted when a release goes live, and read to find a page.

In a list that is long, a page is a short stretch of the order of names, but where? Those of "garage" are nearly all
under G. For each term that tens of thousands have, the counts of every stretch say where to begin and how far to look.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import prod

from django.db import connection

from businesses.models import Establishment, Spread, Stretch, Term

ESTABLISHMENT, STRETCH, SPREAD = (model._meta.db_table for model in (Establishment, Stretch, Spread))
LENGTH = 3_000  # establishments of a stretch
AT_HAND = 5  # stretches
COMMON = 10_000  # establishments; a rarer term is taken to lie evenly
STRETCHES = f"""
DELETE FROM {STRETCH};
INSERT INTO {STRETCH} (number, folded_name, key)
SELECT place / {LENGTH}, folded_name, key
FROM (
  SELECT folded_name, key, row_number() OVER names - 1 AS place, lead(key) OVER names IS NULL AS is_last
  FROM {ESTABLISHMENT} WHERE is_listed WINDOW names AS (ORDER BY folded_name, key)
) ordered
WHERE place % {LENGTH} = {LENGTH - 1} OR is_last
"""
# Stretch by stretch, by the function that counts words: their terms joined and grouped took twice as long. Places lie
# evenly too, and would be half of the work.
SPREADS = f"""
DELETE FROM {SPREAD};
WITH common AS MATERIALIZED (
  SELECT term FROM {Term._meta.db_table} WHERE establishments >= {COMMON} AND term !~ '^[rcmsp]:'
), stretch AS (
  SELECT *, coalesce(lag(folded_name) OVER numbers, '') AS after_name, coalesce(lag(key) OVER numbers, '') AS after_key
  FROM {STRETCH} WINDOW numbers AS (ORDER BY number)
), counted AS MATERIALIZED (
  SELECT stretch.number, word COLLATE "C" AS term, ndoc AS times
  FROM stretch CROSS JOIN LATERAL ts_stat(format(
    'SELECT terms FROM {ESTABLISHMENT} WHERE is_listed'
      ' AND (folded_name, key) > (%L, %L) AND (folded_name, key) <= (%L, %L)',
    after_name, after_key, folded_name, key))
  WHERE word COLLATE "C" IN (SELECT term FROM common)
)
INSERT INTO {SPREAD} (term, counts)
SELECT term, array_agg(coalesce(times, 0) ORDER BY stretch.number)
FROM common CROSS JOIN {STRETCH} stretch LEFT JOIN counted USING (term, number)
GROUP BY term;
ANALYZE {SPREAD}
"""
# The terms of the rows in `moved` (see `businesses.changes`) by stretch. After the last one the order goes on in it.
MOVED = f"""
DROP TABLE IF EXISTS pg_temp.moved_terms;
CREATE TEMPORARY TABLE moved_terms ON COMMIT DROP AS
SELECT term COLLATE "C" AS term, number, sum(times) AS times
FROM moved
CROSS JOIN LATERAL (
  SELECT coalesce(
    (SELECT number FROM {STRETCH} s WHERE (s.folded_name, s.key) >= (moved.folded_name, moved.key)
     ORDER BY s.folded_name, s.key LIMIT 1),
    (SELECT max(number) FROM {STRETCH}), 0) AS number
) stretch
CROSS JOIN LATERAL unnest(tsvector_to_array(terms)) AS term
GROUP BY 1, 2 HAVING sum(times) <> 0
"""
MOVE = f"""
UPDATE {SPREAD} spread SET counts = (
  SELECT array_agg(greatest(before + coalesce(times, 0), 0) ORDER BY place)
  FROM unnest(spread.counts) WITH ORDINALITY AS counted (before, place)
  LEFT JOIN moved_terms m ON m.term = spread.term AND number = place - 1)
WHERE term IN (SELECT term FROM moved_terms)
"""


def rebuild(cursor) -> None:
    """Count anew, in the transaction of the cursor and after the vocabulary."""
    cursor.execute("SET LOCAL work_mem = '64MB'")
    cursor.execute(STRETCHES)
    cursor.execute(SPREADS)


def move(cursor) -> None:
    """Count what moved, each term where it did: in the table `moved_terms` too, for the vocabulary."""
    cursor.execute(MOVED)
    cursor.execute(MOVE)


@dataclass(frozen=True)
class Alternatives:
    """One condition of a list: any of some terms, with how many have each, or words that begin so."""

    terms: dict[str, int]
    begins: str = ""
    most: int = 0


class Spreads:
    """Where the next rows are that meet all of several conditions."""

    def __init__(self, conditions: Iterable[Alternatives]):
        self.conditions = list(conditions)

    @cached_property
    def stretches(self) -> list[tuple[str, str]]:
        """Return the last position of each stretch."""
        return list(Stretch.objects.values_list("folded_name", "key"))

    @cached_property
    def counts(self) -> dict[str, list[int]]:
        """Return the counts of the common terms that are asked for, and of those that begin as asked."""
        asked = [term for each in self.conditions for term in each.terms]
        begun = [(each.begins, f"{each.begins}\\U0010ffff") for each in self.conditions if each.begins]
        ranges = "".join(" OR (term >= %s AND term < %s)" for _each in begun)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT term, counts FROM {SPREAD} WHERE term = ANY(%s){ranges}",
                [asked, *(edge for edges in begun for edge in edges)],
            )
            return dict(cursor.fetchall())

    def expected(self, each: Alternatives) -> list[float]:
        """Return how many rows of each stretch meet a condition: known for common terms, even for the rest."""
        known = [
            counts
            for term, counts in self.counts.items()
            if term in each.terms or (each.begins and term.startswith(each.begins))
        ]
        rest = max(0, (each.most or sum(each.terms.values())) - sum(map(sum, known))) / max(len(self.stretches), 1)
        if not known:
            return [rest] * len(self.stretches)
        return [sum(here) + rest for here in zip(*known, strict=True)]

    @cached_property
    def densities(self) -> list[float]:
        """Return how many rows of each stretch meet all conditions, if they do not know of one another."""
        expected = [self.expected(each) for each in self.conditions]
        return [LENGTH * prod(min(1.0, times / LENGTH) for times in here) for here in zip(*expected, strict=True)]

    @property
    def total(self) -> float:
        return sum(self.densities)

    def window(self, start: tuple | None, rows: int, *, backwards: bool) -> tuple[tuple | None, tuple | None, int]:
        """Return between which positions the next `rows` should be, and how many stretches that is.

        The first position is before the window in the direction asked for, None at the beginning of the order; the
        last one None at its end.
        """
        ends = self.stretches
        last = len(ends) - 1
        step = -1 if backwards else 1
        here = last if backwards else 0
        if start:
            here = min(bisect_left(ends, start), last)
        first = here
        while 0 <= here <= last and not self.densities[here]:
            here += step
        # A few that had none when they were counted may have some by now.
        here = first if abs(here - first) <= AT_HAND else here
        begun, found = here, 0.0
        while 0 <= here <= last and found < rows:
            found += self.densities[here]
            here += step
        return self.edge(begun, backwards) if begun != first else start, self.edge(here, backwards), abs(here - begun)

    def edge(self, number: int, backwards: bool) -> tuple | None:
        """Return the position just before a stretch, in the direction asked for."""
        if backwards:
            return self.after(number)
        return self.stretches[number - 1] if 0 < number < len(self.stretches) else None

    def after(self, number: int) -> tuple | None:
        return None if number < 0 or number >= len(self.stretches) else self.stretches[number]
