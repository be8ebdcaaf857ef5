"""Where a visitor starts from, and how far to look: `?postal=J1H&within=50` in the address, and nowhere else."""

from django.utils.functional import cached_property

from regions.distance import Point
from regions.models import PostalArea
from regions.postal import point_of, postal_area, postal_area_code

POSTAL, WITHIN = "postal", "within"  # the parameters
RADII = (10, 25, 50, 100)  # km, as the crow flies


class Nearby:
    """What the address says about the place that distances are counted from; one query when there is a postal code.

    A postal code that is not one, or whose middle is not known, gives no point: `is_unknown` lets the page say so.
    """

    def __init__(self, asked: str, within: str = ""):
        self.asked = asked.strip()
        self.radius = next((radius for radius in RADII if str(radius) == within), None)

    @classmethod
    def of(cls, request) -> "Nearby":
        """Return the one that views and templates share for this request."""
        if not hasattr(request, "nearby"):
            request.nearby = cls(request.GET.get(POSTAL, ""), request.GET.get(WITHIN, ""))
        return request.nearby

    @property
    def code(self) -> str:
        """Return the first three characters of the postal code, which are all that is used of it; "" without one."""
        return postal_area_code(self.asked)

    @cached_property
    def area(self) -> PostalArea | None:
        return postal_area(self.asked)

    @cached_property
    def point(self) -> Point | None:
        return point_of(self.area) if self.area else None

    @property
    def is_unknown(self) -> bool:
        return bool(self.asked) and self.point is None
