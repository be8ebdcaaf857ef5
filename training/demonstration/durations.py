"""The rule that makes the demonstration durations of programmes, from their credential and their identifier."""

from math import ceil

from training.demonstration import first_byte

PERIOD = "2026"
HOURS = {  # the fewest and the most, in steps of 15
    "aep": (240, 720),
    "dep": (600, 1_800),
    "asp": (330, 900),
    "aec": (435, 1_500),
}
STEP = 15
HOURS_A_MONTH = 110
MONTHS = {  # where studies are counted in years
    "dec-technical": 36,
    "dec-pre-university": 24,
    "certificate": 12,
    "bachelor": 36,
    "master": 24,
    "doctorate": 48,
    "continuing": 6,
}
FOUR_YEARS = {"13", "14", "51"}  # series of CIP: bachelor's degrees in education, engineering and health


def duration(identifier: str, credential: str, cip: str) -> tuple[int | None, int]:
    """Return hours of instruction (None where they are not counted) and months of full-time studies."""
    if credential not in HOURS:
        return None, 48 if credential == "bachelor" and cip[:2] in FOUR_YEARS else MONTHS[credential]
    fewest, most = (limit // STEP for limit in HOURS[credential])
    hours = STEP * (fewest + first_byte(f"hours:{identifier}") % (most - fewest + 1))
    return hours, ceil(hours / HOURS_A_MONTH)
