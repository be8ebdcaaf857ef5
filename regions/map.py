"""The map of the 17 administrative regions: their outlines in the frames of the drawing, and what is said of each.

Outlines are a drawing and no dataset: read once from data/geography/region_outlines.csv (docs/data.md says how it was
made). Each region bears its code in one frame, the one where it is large enough to read and to press; elsewhere it is
only drawn.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings

from regions.models import Region

SOURCE = settings.BASE_DIR / "data" / "geography" / "region_outlines.csv"
QUEBEC, SOUTH, MONTREAL = "quebec", "south", "montreal"  # the frames: each enlarges a corner of the one before
UNSHADED = "none"  # a region that has no value of its own


@dataclass(frozen=True)
class Outline:
    """A region in a frame: SVG path data in the frame's units; `x` and `y` where its code stands, or "" without it."""

    region: str
    path: str
    x: str
    y: str


@cache
def outlines() -> dict[str, list[Outline]]:
    """Return the outlines by frame."""
    frames: dict[str, list[Outline]] = {QUEBEC: [], SOUTH: [], MONTREAL: []}
    with SOURCE.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            frames[line["frame"]].append(Outline(line["region"], line["outline"], line["x"], line["y"]))
    return frames


@dataclass(frozen=True)
class Shade:
    """An entry of the legend. `name` is "1" (the palest) to "5" or `UNSHADED`: each has its pattern too.

    `mark` is what stands for it in the narrow cells of a table.
    """

    name: str
    words: str
    mark: str = ""


@dataclass(frozen=True)
class Shaded:
    """A region of the map, or two that have one value, and what their shade says in words."""

    region: Region
    shade: str
    words: str


class RegionMap:
    """What `components/region_map.html` draws: the regions given, each in its shade, and the legend.

    `unshaded` says in the legend why some regions have no shade, `legend_title` what the others share, if anything.
    Two regions that have one value are drawn alike, in its shade.
    """

    def __init__(self, shaded: Iterable[Shaded], legend: Sequence[Shade], unshaded: str, legend_title: str = ""):
        self.legend_title = legend_title
        self.shaded = {code: each for each in shaded for code in each.region.members or (each.region.code,)}
        has_unshaded = any(each.shade == UNSHADED for each in self.shaded.values())
        self.legend = [*legend, Shade(UNSHADED, unshaded)] if has_unshaded else legend

    def __bool__(self) -> bool:
        return bool(self.shaded)

    @property
    def merged(self) -> list[Region]:
        """Return those that stand for two regions."""
        return [each.region for code, each in self.shaded.items() if each.region.members[:1] == (code,)]

    def frame(self, name: str) -> list[tuple[Outline, Shaded]]:
        drawn = outlines()[name]
        return [(outline, self.shaded[outline.region]) for outline in drawn if outline.region in self.shaded]

    @property
    def quebec(self) -> list[tuple[Outline, Shaded]]:
        return self.frame(QUEBEC)

    @property
    def south(self) -> list[tuple[Outline, Shaded]]:
        return self.frame(SOUTH)

    @property
    def montreal(self) -> list[tuple[Outline, Shaded]]:
        return self.frame(MONTREAL)
