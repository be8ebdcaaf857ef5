"""The rule that makes the demonstration prospects of sectors, from their codes alone.

They are forecasts of nothing: a fresh copy of the portal shows with them what its pages look like (docs/data.md).
"""

from hashlib import sha256

SCALE = "sector-growth"
LEVELS = ("strong-growth", "growth", "stability", "decline")  # from the most favourable
PROVINCIAL = (40, 150, 215, 256)  # out of 256: below which byte a sector is on each level, for the whole of Québec


def prospect(grouping: str, region: str) -> str:
    """Return the level of a sector: in a fifth of the regions one below that of Québec ("00"), in a fifth one above."""
    byte = first_byte(f"sector:{grouping}")
    place = next(place for place, limit in enumerate(PROVINCIAL) if byte < limit)
    if region == "00":
        return LEVELS[place]
    byte = first_byte(f"sector:{grouping}:{region}")
    step = 1 if byte < 52 else -1 if byte >= 204 else 0
    return LEVELS[min(max(place + step, 0), len(LEVELS) - 1)]


def first_byte(text: str) -> int:
    return sha256(text.encode()).digest()[0]
