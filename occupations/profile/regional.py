"""The choice between a region's figure and the next level up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from regions.models import QUEBEC

Figure = TypeVar("Figure")


@dataclass(frozen=True)
class Chosen(Generic[Figure]):
    """The figure to show for a region; `is_fallback` when it is the whole of Québec's for want of a regional one."""

    figure: Figure | None
    is_fallback: bool = False


def for_region(figures: Mapping[str, Figure], region: str) -> Chosen[Figure]:
    """Choose among published figures by region code."""
    if region in figures or QUEBEC not in figures:
        return Chosen(figures.get(region))
    return Chosen(figures[QUEBEC], is_fallback=True)
