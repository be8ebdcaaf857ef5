"""Of which place a figure of employment is: its survey counts two regions together, and knows metropolitan areas."""

from catalog.models import DataVersion
from regions.choice import RegionChoice
from regions.models import Region
from sectors.models import RegionalEmployment


def measured() -> set[str]:
    """Return the codes of the places with figures of employment; one query per version of the data."""
    live = RegionalEmployment.objects.live()
    return DataVersion.remember("areas-of-employment", lambda: set(live.values_list("region", flat=True).distinct()))


def nearest(choice: RegionChoice) -> Region:
    """Return the chosen place, or the next level up where it has no figure of employment."""
    return next((area for area in choice.levels if area.code in measured()), choice.area)


def metropolitan(choice: RegionChoice) -> list[Region]:
    """Return the metropolitan areas that one may choose."""
    return [area for area in choice.metropolitan_areas if area.code in measured()]
