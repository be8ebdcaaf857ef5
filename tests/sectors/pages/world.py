"""A small NAICS over the small world of occupations: one of each situation that a page of a sector has to tell apart.

62     health care, which spans two sectors of activity; 6221 and 62211 repeat one name
622    nurses first, economists for some; in demand now in Capitale-Nationale
31-33  a range, of which no occupation is known
722    a subsector that no occupation is mostly in, though one is in its sector of activity
"""

from sectors.models import Grouping, GroupingCode, Industry, OccupationIndustry
from tests.occupations.detail import file_world
from tests.occupations.detail.world import build as build_occupations
from tests.occupations.detail.world import publish

GROUPINGS = {
    "06": ("Fabrication d’aliments", "Food manufacturing"),
    "33": ("Soins ambulatoires", "Ambulatory health care"),
    "34": ("Hôpitaux", "Hospitals"),
    "38": ("Hébergement et restauration", "Accommodation and food services"),
}
# Code: the class above, the sector of activity, the names.
INDUSTRIES = {
    "31-33": (None, None, "Fabrication", "Manufacturing"),
    "311": ("31-33", "06", "Fabrication d'aliments", "Food manufacturing"),
    "62": (None, None, "Soins de santé et assistance sociale", "Health care and social assistance"),
    "621": ("62", "33", "Services de soins ambulatoires", "Ambulatory health care services"),
    "622": ("62", "34", "Hôpitaux", "Hospitals"),
    "6221": ("622", "34", "Hôpitaux généraux", "General hospitals"),
    "62211": ("6221", "34", "Hôpitaux généraux", "General hospitals"),
    "622111": ("62211", "34", "Hôpitaux généraux, sauf pédiatriques", "General (except paediatric) hospitals"),
    "72": (None, "38", "Hébergement et services de restauration", "Accommodation and food services"),
    "721": ("72", "38", "Services d'hébergement", "Accommodation services"),
    "722": ("72", "38", "Services de restauration et débits de boissons", "Food services and drinking places"),
    "7225": ("722", "38", "Restaurants", "Eating places"),
}
TIES = [("31301", "622", 1), ("31301", "621", 2), ("31110", "621", 1), ("41401", "622", 3), ("72310", "721", 2)]


def build() -> None:
    build_occupations()
    for slug in ("naics", "sector-groupings", "sector-grouping-codes", "occupation-industries"):
        publish(slug, kind="portal")
    Grouping.objects.bulk_create(Grouping(code=code, name_fr=fr, name_en=en) for code, (fr, en) in GROUPINGS.items())
    Industry.objects.bulk_create(
        Industry(code=code, parent_id=above, grouping_id=grouping, name_fr=fr, name_en=en)
        for code, (above, grouping, fr, en) in INDUSTRIES.items()
    )
    for code, grouping in {"311": "06", "621": "33", "622": "34", "72": "38"}.items():
        GroupingCode.objects.create(industry_id=code, member_of_id=grouping)
    for noc, industry, rank in TIES:
        OccupationIndustry.objects.create(unit_group_id=noc, industry_id=industry, rank=rank)
    file_world.in_demand()
