"""The releases that the figures of training come from."""

from catalog.models import Release
from occupations.profile import live_releases


def live_one_of(slug: str) -> Release | None:
    """Return the live release of a dataset, or that of the demonstration figures which stand in for it."""
    releases = live_releases()
    return releases.get(slug) or releases.get(f"{slug}-demonstration")


def offerings() -> Release | None:
    return live_one_of("programme-offerings")


def durations() -> Release | None:
    return live_one_of("programme-durations")


def outcomes() -> Release | None:
    return live_one_of("graduate-outcomes")
