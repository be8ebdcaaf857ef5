"""Distances, against figures worked out elsewhere, and what a visitor types for a place."""

from math import asin, cos, radians, sin, sqrt

import pytest
from django.db.models import FloatField, Value
from hypothesis import given
from hypothesis import strategies as st

from regions.distance import Point, around, kilometres
from regions.models import PostalArea, Region
from regions.postal import point_of, postal_area, postal_area_code

QUEBEC_CITY, MONTREAL, SHERBROOKE = Point(46.8139, -71.2080), Point(45.5019, -73.5674), Point(45.4042, -71.8929)

coordinates = st.builds(Point, st.floats(44.9, 62.7), st.floats(-79.8, -57.0))


def measured(start: Point, end: Point) -> float:
    """Return what the database makes of the distance, without a table of its own."""
    return (
        Region.objects.annotate(
            latitude=Value(end.latitude, FloatField()), longitude=Value(end.longitude, FloatField())
        )
        .values_list(kilometres(start), flat=True)
        .first()
    )


@pytest.fixture(autouse=True)
def one_row(db):
    """Give the distance a row to be measured on."""
    Region.objects.create(code="00", name_fr="Ensemble du Québec", name_en="Whole of Québec", economic_region="24")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (MONTREAL, QUEBEC_CITY, 233.0),
        (MONTREAL, SHERBROOKE, 131.0),
        (QUEBEC_CITY, QUEBEC_CITY, 0.0),
    ],
)
def test_distance_between_cities(start, end, expected):
    """The geodesic lengths on the WGS 84 ellipsoid are 233.2 and 131.1 km; half a percent is allowed."""
    assert measured(start, end) == pytest.approx(expected, rel=0.005, abs=0.001)


def test_a_row_without_coordinates_has_no_distance():
    region = Region.objects.get()
    PostalArea.objects.create(fsa="G0B", region=region)
    assert PostalArea.objects.values_list(kilometres(MONTREAL), flat=True).get() is None


@given(start=coordinates, end=coordinates, radius=st.floats(1, 400))
def test_the_rectangle_holds_the_circle(start, end, radius):
    """What is nearer than the radius is in the rectangle; computed in Python, with the same formula."""
    y1, x1, y2, x2 = map(radians, (start.latitude, start.longitude, end.latitude, end.longitude))
    length = 2 * 6371.0088 * asin(sqrt(sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin((x2 - x1) / 2) ** 2))
    bounds = dict(around(start, radius).children)
    south, north = bounds["latitude__range"]
    west, east = bounds["longitude__range"]
    if length < radius:
        assert south <= end.latitude <= north
        assert west <= end.longitude <= east


@pytest.mark.parametrize("text", ["J1H", "j1h", " J1H 4A1 ", "j1h4a1", "J1H-4A1"])
def test_a_postal_code_names_its_area(text):
    assert postal_area_code(text) == "J1H"


@pytest.mark.parametrize("text", ["", "J1", "M5V", "J1H 4A", "Sherbrooke", "J1H 4A1 2"])
def test_other_text_names_none(text):
    assert postal_area_code(text) == ""


def test_the_area_gives_its_point():
    region = Region.objects.get()
    PostalArea.objects.create(fsa="J1H", region=region, latitude="45.40", longitude="-71.89")
    PostalArea.objects.create(fsa="G0B", region=region)
    assert point_of(postal_area("J1H 4A1")) == Point(45.40, -71.89)
    assert point_of(postal_area("G0B")) is None
    assert postal_area("H2X") is None
