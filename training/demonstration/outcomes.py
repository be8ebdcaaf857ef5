"""The rule that makes the demonstration outcomes of graduates, from the credential and the identifier alone."""

from dataclasses import dataclass

from training.demonstration import first_byte

YEAR = 2024
FEW = 20  # out of 256: below it, too few graduates are said to have answered
NOT_SURVEYED = {"dec-pre-university", "continuing"}
EARNINGS = {  # dollars a week, before the programme's own luck (four fifths to six fifths of it)
    "aep": 720,
    "dep": 920,
    "asp": 980,
    "aec": 900,
    "dec-technical": 1_020,
    "certificate": 1_080,
    "bachelor": 1_250,
    "master": 1_480,
    "doctorate": 1_700,
}


@dataclass(frozen=True)
class Outcome:
    """Percentages, dollars a week, and why there are none."""

    placement_rate: float | None = None
    related_rate: float | None = None
    weekly_earnings: int | None = None
    studying_rate: float | None = None
    status: str = ""


def outcome(identifier: str, credential: str) -> Outcome:
    if credential in NOT_SURVEYED:
        return Outcome(status="not-surveyed")
    if first_byte(f"answers:{identifier}") < FEW:
        return Outcome(status="few-graduates")
    luck = 0.8 + 0.4 * first_byte(f"earnings:{identifier}") / 255
    return Outcome(
        placement_rate=between(74, 99, f"placement:{identifier}"),
        related_rate=between(52, 97, f"related:{identifier}"),
        weekly_earnings=10 * round(EARNINGS[credential] * luck / 10),
        studying_rate=between(3, 34, f"studying:{identifier}"),
    )


def between(lowest: int, highest: int, draw: str) -> float:
    return round(lowest + (highest - lowest) * first_byte(draw) / 255, 1)
