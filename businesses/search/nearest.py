"""The nearest of a long list, place by place.

A register says no more of where most of its establishments are than their postal area: thousands stand at one point,
which no circle parts. An index has those of each place in the order of names, so that a page reads little more than
its own rows, from the nearest place on.
"""

from math import asin, cos, radians, sin, sqrt

from django.db import connection
from django.db.models import QuerySet

from businesses.models import Establishment
from businesses.search.conditions import Near
from businesses.search.order import Position
from regions.distance import EARTH_RADIUS, Point, around

MOST_PLACES = 5_000
SAME = 1e-6  # km: the database's figure and ours for one place differ by less, and no two places do
LAST = "\U0010ffff"  # after every name

TABLE = Establishment._meta.db_table
# From each place to the next one by the index, whose entries between them are not read.
PLACES = f"""
WITH RECURSIVE places AS (
  (SELECT latitude, longitude FROM {TABLE}
   WHERE is_listed AND latitude BETWEEN %(south)s AND %(north)s ORDER BY latitude, longitude LIMIT 1)
  UNION ALL
  SELECT next.* FROM places, LATERAL (
    SELECT latitude, longitude FROM {TABLE} e
    WHERE is_listed AND (e.latitude, e.longitude) > (places.latitude, places.longitude) AND e.latitude <= %(north)s
    ORDER BY latitude, longitude LIMIT 1
  ) next
)
SELECT latitude, longitude FROM places LIMIT {MOST_PLACES + 1}
"""


def places(near: Near) -> list[tuple[float, Point]] | None:
    """Return the places of a circle with their kilometres, nearest first; None where they are too many. One query."""
    south, north = dict(around(near.point, near.radius).children)["latitude__range"]
    with connection.cursor() as cursor:
        cursor.execute(PLACES, {"south": south, "north": north})
        found = [Point(*row) for row in cursor.fetchall()]
    if len(found) > MOST_PLACES:
        return None
    measured = ((kilometres(near.point, place), place) for place in found)
    return sorted(((away, place) for away, place in measured if away <= near.radius + SAME), key=lambda each: each[0])


def kilometres(one: Point, other: Point) -> float:
    """Return what `regions.distance.kilometres` has the database work out."""
    y1, x1, y2, x2 = map(radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    half_chord = sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin((x2 - x1) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half_chord))


def page(rows: QuerySet, near: Near, start: Position | None, size: int, *, backwards: bool) -> list[Position] | None:
    """Return the positions of so many rows from a start on; None where the places are too many. Two queries.

    `rows` are (away, folded_name, key) of what meets the conditions, in no order.
    """
    found = places(near)
    if found is None:
        return None
    ahead = list(from_start(found[::-1] if backwards else found, start, backwards=backwards))
    if not ahead:
        return []
    way, beyond = (" DESC", "<") if backwards else ("", ">")
    at_place = [
        f"({TABLE}.latitude, {TABLE}.longitude) = (place.latitude, place.longitude)",
        f"({TABLE}.folded_name, {TABLE}.key) {beyond} (place.name, place.key)",
    ]
    inner, parameters = rows.extra(where=at_place).query.sql_with_params()
    listed = ", ".join(["(%s::integer, %s::float8, %s::float8, %s, %s)"] * len(ahead))
    values = [value for number, row in enumerate(ahead) for value in (number, *row)]
    statement = f"""
        SELECT e.* FROM (VALUES {listed}) AS place (number, latitude, longitude, name, key)
        CROSS JOIN LATERAL ({inner} ORDER BY folded_name{way}, key{way} LIMIT {size}) e
        ORDER BY place.number, e.folded_name{way}, e.key{way} LIMIT {size}
    """
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, *parameters])
        return cursor.fetchall()


def from_start(found: list[tuple[float, Point]], start: Position | None, *, backwards: bool):
    """Yield (latitude, longitude, name, key) of each place that the page may reach, and the row of it to go on from."""
    for away, place in found:
        ahead = 0.0 if start is None else (start[0] - away if backwards else away - start[0])
        if ahead < -SAME:
            continue
        name, key = start[1:] if start and ahead <= SAME else (LAST if backwards else "", "")
        yield place.latitude, place.longitude, name, key
