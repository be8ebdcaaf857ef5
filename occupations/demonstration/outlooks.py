"""The rule that makes the demonstration outlooks of regions from the outlook of the whole of Québec.

They are forecasts of nothing: a fresh copy of the portal shows with them what its pages look like (docs/data.md).
"""

from hashlib import sha256

LEVELS = ("very-good", "good", "moderate", "limited", "very-limited")  # from the most favourable


def regional_level(unit_group: str, region: str, provincial_level: str) -> str:
    """Return a level near the provincial one: a fifth of the regions one below, a fifth one above.

    What is undetermined for Québec stays so.
    """
    if provincial_level not in LEVELS:
        return provincial_level
    byte = sha256(f"{unit_group}:{region}".encode()).digest()[0]
    step = 1 if byte < 52 else -1 if byte >= 204 else 0
    return LEVELS[min(max(LEVELS.index(provincial_level) + step, 0), len(LEVELS) - 1)]
