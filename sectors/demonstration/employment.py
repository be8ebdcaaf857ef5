"""The rule that makes the demonstration employment of sectors in regions, from what is published for Québec.

It says nothing true of any sector in any region: a fresh copy of the portal shows with it what its pages look like
(docs/data.md). The shares below are guesses, so that pages look plausible.
"""

from collections.abc import Mapping

from occupations.demonstration.workforce import shared_out
from regions.codes import MERGED_REGIONS
from sectors.demonstration.prospects import first_byte

YEARS = range(2019, 2025)
ROUNDED_TO = 100  # persons
SUPPRESSED_BELOW = 300  # persons

# The published industry that each sector is part of, and its percentage of it; of those that no published one holds,
# how many persons it has in the last year, growing by 1% of these a year.
PART_OF = {
    "02": ("113 1153", 100),
    "03": ("21", 100),
    "04": ("22", 100),
    "05": ("23", 100),
    "06": ("31-33", 15),
    "07": ("31-33", 4),
    "08": ("31-33", 7),
    "09": ("31-33", 7),
    "10": ("31-33", 8),
    "11": ("31-33", 6),
    "12": ("31-33", 4),
    "13": ("31-33", 5),
    "14": ("31-33", 11),
    "15": ("31-33", 7),
    "16": ("31-33", 6),
    "17": ("31-33", 12),
    "18": ("31-33", 5),
    "19": ("31-33", 3),
    "20": ("41 44-45", 24),
    "21": ("41 44-45", 16),
    "22": ("41 44-45", 27),
    "23": ("41 44-45", 33),
    "24": ("48-49", 68),
    "25": ("48-49", 32),
    "26": ("51 71", 34),
    "27": ("51 71", 20),
    "28": ("52", 100),
    "29": ("53", 100),
    "30": ("54", 100),
    "32": ("61", 100),
    "33": ("62", 22),
    "34": ("62", 34),
    "35": ("62", 20),
    "36": ("62", 24),
    "37": ("51 71", 46),
    "38": ("72", 100),
    "41": ("91", 100),
}
GUESSED = {"01": 55_000, "31": 160_000, "39": 65_000, "40": 120_000}

# Where a sector weighs more than elsewhere: there its weight is this many times that of the population.
LEANING = 3
LEANS = {
    "01": {"01", "12", "16", "17"},
    "02": {"01", "02", "08", "09-10", "11"},
    "03": {"08", "09-10"},
    "04": {"09-10"},
    "07": {"05", "12", "17"},
    "08": {"01", "02", "08", "12"},
    "09": {"02", "04"},
    "11": {"05", "12"},
    "13": {"02", "04", "09-10"},
    "17": {"06", "15", "16"},
    "18": {"12", "17"},
    "25": {"06"},
    "26": {"06"},
    "27": {"06"},
    "28": {"03", "06"},
    "30": {"06"},
    "41": {"03", "07"},
}

# The part of the jobs of each region that a metropolitan area has, in percent.
METROPOLITAN = {
    "421": {"03": 90, "12": 30},
    "462": {"06": 100, "13": 100, "14": 60, "15": 55, "16": 70},
}


def provincial(grouping: str, published: Mapping[tuple[str, int], int], year: int) -> int:
    """Return the persons of a sector in Québec; `published` gives those of industries by codes and year."""
    if grouping in GUESSED:
        persons = GUESSED[grouping] * (100 + year - YEARS[-1]) / 100
    else:
        industries, percentage = PART_OF[grouping]
        persons = published[industries, year] * percentage / 100
    return ROUNDED_TO * round(persons / ROUNDED_TO)


def regional(grouping: str, persons: int, population: Mapping[str, int], year: int) -> dict[str, int | None]:
    """Share the persons of a year out over the regions, in hundreds, and give metropolitan areas a part of theirs.

    `population` is that of the 17 regions; None stands where so few work that they are suppressed.
    """
    people = economic_regions(population)
    weights = [number * weight(grouping, region, year) for region, number in people.items()]
    shares = tuple(100 * each / sum(weights) for each in weights)
    hundreds = shared_out(persons // ROUNDED_TO, shares)
    figures = {region: ROUNDED_TO * part for region, part in zip(people, hundreds, strict=True)}
    for area, parts in METROPOLITAN.items():
        inside = sum(figures[region] * percentage for region, percentage in parts.items()) / 100
        figures[area] = ROUNDED_TO * round(inside / ROUNDED_TO)
    return {area: figure if figure >= SUPPRESSED_BELOW else None for area, figure in figures.items()}


def economic_regions(population: Mapping[str, int]) -> dict[str, int]:
    """Return the population of the regions of the Labour Force Survey, which merges two of the 17."""
    merged = {code: sum(population[each] for each in members) for code, members in MERGED_REGIONS.items()}
    apart = set(population).difference(*MERGED_REGIONS.values())
    return dict(sorted((merged | {code: population[code] for code in apart}).items()))


def weight(grouping: str, region: str, year: int) -> float:
    """Return how many times its share of the population a region has of a sector: a half to twice, or three times."""
    drift = (first_byte(f"drift:{grouping}:{region}") - 128) / 128 * 0.02 * (year - YEARS[-1])
    leaning = LEANING if region in LEANS.get(grouping, ()) else 1
    return leaning * 2 ** ((first_byte(f"jobs:{grouping}:{region}") - 128) / 128) * (1 + drift)
