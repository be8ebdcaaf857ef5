"""The rule that makes the demonstration list of occupations in demand now, from the outlooks.

It says nothing true of the labour market: a fresh copy of the portal shows with it what its pages look like
(docs/data.md). It follows the outlooks only in part, because demand now is another thing than prospects.
"""

from hashlib import sha256

from occupations.demonstration.outlooks import LEVELS, regional_level

REGIONS = tuple(f"{region:02d}" for region in range(1, 18))
CHANCES = dict(zip(LEVELS, (230, 150, 50, 10, 0), strict=True))  # out of 256, by level of the region's outlook
MANY = 9  # regions: from so many, an occupation is in demand in the whole of Québec


def demand(unit_group: str, provincial_level: str) -> dict[str, bool]:
    """Return whether an occupation is in demand in Québec ("00") and in each region; nothing when undetermined."""
    if provincial_level not in LEVELS:
        return {}
    regional = {region: is_in_demand(unit_group, region, provincial_level) for region in REGIONS}
    return {"00": sum(regional.values()) >= MANY} | regional


def is_in_demand(unit_group: str, region: str, provincial_level: str) -> bool:
    byte = sha256(f"in demand:{unit_group}:{region}".encode()).digest()[0]
    return byte < CHANCES[regional_level(unit_group, region, provincial_level)]
