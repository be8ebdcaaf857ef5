"""How far apart places are, as the crow flies: what the directory of a province needs, without PostGIS.

The Earth is taken for a sphere: within 0.5 % of the length on the ellipsoid, and far within what a postal area's
middle is wrong by.
"""

from dataclasses import dataclass
from math import cos, radians

from django.db.models import F, FloatField, Q, Value
from django.db.models.functions import ASin, Cast, Cos, Power, Radians, Sin, Sqrt

EARTH_RADIUS = 6371.0088  # km, the mean radius
KILOMETRES_PER_DEGREE = 111.195  # of latitude, on the same sphere


@dataclass(frozen=True)
class Point:
    """A place on the map, in degrees: latitude north, longitude east (so it is negative in Québec)."""

    latitude: float
    longitude: float


def kilometres(start: Point, latitude: str = "latitude", longitude: str = "longitude"):
    """Return an expression for the kilometres from a point to a row; null where the row has no coordinates.

    By the haversine formula, which stays exact over short distances (and may fail at the antipodes only, by rounding).
    """
    here = Radians(Value(start.latitude)), Radians(Value(start.longitude))
    there = Radians(Cast(F(latitude), FloatField())), Radians(Cast(F(longitude), FloatField()))
    half_chord = Power(Sin((there[0] - here[0]) / 2.0), 2.0) + Cos(here[0]) * Cos(there[0]) * Power(
        Sin((there[1] - here[1]) / 2.0), 2.0
    )
    return Value(2.0 * EARTH_RADIUS) * ASin(Sqrt(half_chord), output_field=FloatField())


def around(start: Point, radius: float, latitude: str = "latitude", longitude: str = "longitude") -> Q:
    """Return the condition that a row is in the rectangle that holds a circle of `radius` km.

    An index on the coordinates serves it. What is in the corners is farther than the radius: filter by `kilometres`.
    """
    north = radius / KILOMETRES_PER_DEGREE
    east = north / cos(radians(min(abs(start.latitude) + north, 89.0)))
    return Q(
        **{
            f"{latitude}__range": (start.latitude - north, start.latitude + north),
            f"{longitude}__range": (start.longitude - east, start.longitude + east),
        }
    )
