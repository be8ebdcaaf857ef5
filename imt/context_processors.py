"""What every template can use. Nothing here queries before a template asks for it: error pages must not."""

from functools import cache

from django.conf import settings
from django.utils.translation import get_language

from catalog.models import DataVersion
from imt.doors import DOORS
from regions.choice import RegionChoice


def portal(request):
    """Give the frame its variables.

    `region` is the chosen Region or None, `regions` the 17 of them, `region_code` the code of the chosen region or
    metropolitan area or "", `metropolitan_area` the latter, `unknown_region` what the address asked for when it cannot
    be chosen, `is_merged_region` when that is two regions counted as one, `other_language` a (code, name) pair,
    `data_changed_at` when what the public sees last changed. A view that shows figures of metropolitan areas gives
    `metropolitan_areas`.
    """
    choice = RegionChoice.of(request)
    return {
        "doors": DOORS,
        "region": lambda: choice.region,
        "regions": lambda: choice.regions,
        "region_code": choice.area_code,
        "metropolitan_area": lambda: choice.place(choice.asked) if choice.is_metropolitan else None,
        "unknown_region": choice.asked if choice.is_unknown else "",
        "is_merged_region": choice.is_merged,
        "other_language": next(pair for pair in settings.LANGUAGES if pair[0] != get_language()),
        "contact_email": settings.CONTACT_EMAIL,
        "data_changed_at": cache(lambda: DataVersion.latest().changed_at),
    }
