"""The rule that makes the demonstration businesses, from employment by sector and region and from population.

None of them exists: a fresh copy of the portal shows with them what its directory looks like (docs/data.md). Names say
so, streets and postal codes do not exist, and the telephone numbers are those that are kept for fiction (555-01xx).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from businesses.demonstration.kinds import KINDS
from regions.codes import MERGED_REGIONS, METROPOLITAN_AREAS, QUEBEC

ESTABLISHMENTS = 3_000
SIZE_YEAR = 2025
# Out of 1,000 establishments, how many are of each size: guesses, so that pages look plausible.
SIZES = (("1-4", 540), ("5-9", 195), ("10-19", 125), ("20-49", 90), ("50-99", 30), ("100-199", 12), ("200-499", 6))
LARGEST = "500+"  # the two that are left
AREA_CODES = (
    {"06": "514"}
    | dict.fromkeys(("13", "14", "15", "16"), "450")
    | dict.fromkeys(("04", "05", "07", "08", "17"), "819")
)
EASTERN = "418"
WITHOUT_TELEPHONE = 52  # out of 256
WITHOUT_SIZE = 26
SUPPRESSED = 150  # persons, where the figure is left out because it is below 300


class Town(NamedTuple):
    name: str
    population: int
    areas: tuple[str, ...]  # the postal areas (FSA) that it is in


def establishments(jobs: Mapping[tuple[str, str], int], towns: Mapping[str, Sequence[Town]]) -> Iterator[dict]:
    """Yield the lines of the embedded file.

    `jobs` are the persons employed by sector of activity and region; `towns` those of each region.
    """
    numbers = Counter()
    for place, (sector, region) in enumerate(shared_out(jobs), start=1):
        draw = drawn(f"establishment:{place}")
        kind = KINDS[sector][draw[0] % len(KINDS[sector])]
        town = town_at(towns[region], int.from_bytes(draw[1:5]) / 2**32)
        numbers[kind.name] += 1
        yield {
            "identifier": f"{place:04d}",
            "name": f"{kind.name} Démonstration {numbers[kind.name]}",
            "address": f"{1 + int.from_bytes(draw[5:7]) % 9_999}, rue de la Démonstration",
            "municipality": town.name,
            "postal_code": f"{town.areas[draw[7] % len(town.areas)]} 9Z9",
            "telephone": "" if draw[8] < WITHOUT_TELEPHONE else f"{area_code(region)} 555-01{draw[9] % 100:02d}",
            "naics": kind.naics,
            "activity": kind.activity,
            "size": "" if draw[10] < WITHOUT_SIZE else size_at(int.from_bytes(draw[11:13]) * 1000 // 2**16),
            "size_year": "" if draw[10] < WITHOUT_SIZE else SIZE_YEAR,
        }


def drawn(text: str) -> bytes:
    return sha256(text.encode()).digest()


def shared_out(jobs: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
    """Return the sector and the region of each establishment, in proportion to jobs: the largest remainders win."""
    exact = {cell: ESTABLISHMENTS * persons / sum(jobs.values()) for cell, persons in sorted(jobs.items())}
    parts = {cell: int(share) for cell, share in exact.items()}
    by_remainder = sorted(parts, key=lambda cell: (parts[cell] - exact[cell], cell))
    for cell in by_remainder[: ESTABLISHMENTS - sum(parts.values())]:
        parts[cell] += 1
    return [cell for cell, number in parts.items() for _ in range(number)]


def town_at(towns: Sequence[Town], share: float) -> Town:
    """Return the town that holds the person at this share (0 to 1) of the region's population, largest towns first."""
    person = share * sum(town.population for town in towns)
    for town in towns:
        person -= town.population
        if person < 0:
            return town
    return towns[-1]


def size_at(thousandth: int) -> str:
    for size, thousandths in SIZES:
        thousandth -= thousandths
        if thousandth < 0:
            return size
    return LARGEST


def area_code(region: str) -> str:
    return AREA_CODES.get(region, EASTERN)


def towns_of(municipalities: Sequence[Mapping], areas: Sequence[Mapping]) -> dict[str, list[Town]]:
    """Return the towns of each region, largest first, from the lines of the embedded geography.

    A town is in the postal area of its office; one of more than 100,000 people, in all areas that are named after it;
    Montréal and Laval, in all those of their regions.
    """
    towns = {}
    for line in sorted(municipalities, key=lambda line: -int(line["population"] or 0)):
        if not (line["population"] and line["postal_code"]):
            continue
        region, name, population = line["region"], line["name"], int(line["population"])
        codes = {line["postal_code"][:3]}
        if population > 100_000:
            is_region = name in {"Montréal", "Laval"}
            within = (area for area in areas if area["region"] == region)
            codes |= {area["fsa"] for area in within if is_region or named_after(area["place"], name)}
        towns.setdefault(region, []).append(Town(name, population, tuple(sorted(codes))))
    for merged, regions in MERGED_REGIONS.items():
        both = [town for region in regions for town in towns.get(region, ())]
        towns[merged] = sorted(both, key=lambda town: -town.population)
    return towns


def named_after(place: str, town: str) -> bool:
    """Whether the English name of a postal area begins with that of a town: "Quebec City North Central"."""
    return place.replace("Quebec", "Québec").startswith(town)


def jobs_of(lines: Sequence[Mapping], year: str) -> dict[tuple[str, str], int]:
    """Return the persons employed by sector and region, from the lines of the embedded regional employment."""
    return {
        (line["grouping"], line["region"]): int(line["employed"] or SUPPRESSED)
        for line in lines
        if line["year"] == year and line["region"] not in {QUEBEC, *METROPOLITAN_AREAS}
    }
