"""How Statistics Canada names industries in its tables: NAICS codes in brackets after a label that may change.

Forestry and logging and support activities for forestry [113, 1153]
Mining, quarrying, and oil and gas extraction [21, 2100]        2100: the survey's own code for "not specified"
Trade [41-45N]                                                  N: not all of what the codes hold
"""

import re

from catalog.problems import RejectedLine
from sectors.datasets.naics import RANGES
from sectors.models import ALL_INDUSTRIES

BRACKETS = re.compile(r"\[([^\]]*)\]\s*$")
CODE = re.compile(r"^\d{2,6}(-\d{2,6})?$")
PRODUCING = ("11", "21", "22", "23", "31-33")
SERVING = ("41", "44-45", "48-49", "51", "52", "53", "54", "55", "56", "61", "62", "71", "72", "81", "91")
SECTORS = PRODUCING + SERVING
TOTALS = {"total, all industries", "industrial aggregate excluding unclassified businesses"}
# What an N leaves out is said in notes only: forestry without the rest of agriculture, forestry and fishing.
OWN_CODES = {"11N": "113 1153", "41-45N": "41 44-45"}
NOT_SPECIFIED = "00"  # how the codes end that stand for what nobody could classify further


def industries(label: str) -> str | None:
    """Return the codes of a label, in order and separated by a space, or `all`; None for a group without codes.

    Raises RejectedLine for codes in a form that is not known.
    """
    found = BRACKETS.search(label)
    name = BRACKETS.sub("", label).strip().casefold()
    if name in TOTALS:
        return ALL_INDUSTRIES
    if not found:
        return None
    inside = found[1].replace(" ", "")
    if inside in OWN_CODES:
        return OWN_CODES[inside]
    if inside.endswith("N"):  # goods, services: aggregates of sectors that the portal does not show
        return None
    codes: list[str] = []
    for part in inside.split(","):
        if not CODE.match(part):
            raise RejectedLine("code-format", "industries", label)
        codes += expanded(part)
    return " ".join(sorted(code for code in set(codes) if not lies_within(code, codes)))


def expanded(part: str) -> list[str]:
    """Return the classes of a code or range: 31-33 is a sector, 52-53 two of them, 111-112 two subsectors."""
    first, _dash, last = part.partition("-")
    if part in SECTORS or not last:
        return [RANGES.get(part, part)]
    numbers = [str(number) for number in range(int(first), int(last) + 1)]
    return list(dict.fromkeys(RANGES.get(number, number) for number in numbers if len(number) > 2 or in_use(number)))


def in_use(sector: str) -> bool:
    return RANGES.get(sector, sector) in SECTORS


def lies_within(code: str, codes: list[str]) -> bool:
    """Whether a code says nothing that another one does not say, or stands for what is not specified."""
    if len(code) > 2 and code.endswith(NOT_SPECIFIED):
        return True
    sector = RANGES.get(code[:2], code[:2])
    return any(other != code and (code.startswith(other) or other == sector) for other in codes)
