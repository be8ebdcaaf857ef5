"""What a visitor types to say where they are: a postal code, of which the first three characters are enough."""

import re

from regions.distance import Point
from regions.models import PostalArea

# "J1H", "j1h 4a1", "J1H-4A1"; Québec's begin with G, H, J or K. Letters that Canada Post never uses are left to the
# directory of postal areas, which does not have them.
POSTAL_CODE = re.compile(r"\s*([GHJK]\d[A-Z])(?:[\s-]*\d[A-Z]\d)?\s*", re.IGNORECASE)


def postal_area_code(text: str) -> str:
    """Return the code of the postal area (FSA) that a postal code of Québec, whole or not, is in; "" for other text."""
    found = POSTAL_CODE.fullmatch(text)
    return found[1].upper() if found else ""


def postal_area(text: str) -> PostalArea | None:
    """Return the postal area that a text names, or None; at most one query."""
    code = postal_area_code(text)
    return PostalArea.objects.current().select_related("region").filter(pk=code).first() if code else None


def point_of(area: PostalArea) -> Point | None:
    """Return the middle of a postal area, or None for the few of which it is not known."""
    if area.latitude is None or area.longitude is None:
        return None
    return Point(float(area.latitude), float(area.longitude))
