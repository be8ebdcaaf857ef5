"""What a comparison is made of: sections of rows, with a cell for each thing compared (occupations, or others)."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.models import Reference, Release
from occupations.models import OutlookLevel
from regions.models import Region


@dataclass(frozen=True)
class Cell:
    """What one thing has in a row. No text: not published, and `missing` says why."""

    text: str = ""
    items: tuple[str, ...] = ()  # where there are several things to say
    level: OutlookLevel | None = None  # to be drawn
    steps: int = 0  # of the scale of the level, undetermined apart
    scale: str = ""  # the unit or scale of the text: two scales are never compared
    region: Region | None = None
    is_fallback: bool = False
    release: Release | None = None
    missing: str = ""

    @property
    def words(self) -> str:
        return " ".join([self.text, *self.items]).strip()


@dataclass(frozen=True)
class Row:
    label: str
    cells: list[Cell]  # in the order of what is compared
    is_prose: bool = False  # sentences always differ: to mark that would tell nothing

    @property
    def published(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.words]

    @property
    def is_comparable(self) -> bool:
        return len({cell.scale for cell in self.published}) <= 1

    @property
    def is_different(self) -> bool:
        return self.is_comparable and not self.is_prose and len({cell.words for cell in self.published}) > 1

    @property
    def kind(self) -> str:
        """Return the kind of all the figures of the row, or "" when each cell must say its own."""
        kinds = {cell.release.kind for cell in self.published if cell.release}
        return kinds.pop() if len(kinds) == 1 else ""


@dataclass(frozen=True)
class Section:
    anchor: str
    title: str
    rows: list[Row]
    compared: Sequence[Reference]  # with a code and a name

    @property
    def lines(self) -> list[tuple[Row, list[tuple[Reference, Cell]]]]:
        """Return each row with its cells, each cell with what it is about."""
        return [(row, list(zip(self.compared, row.cells, strict=True))) for row in self.rows]

    @property
    def releases(self) -> list[Release]:
        """Return the releases of the figures, each once."""
        return list({cell.release.pk: cell.release for row in self.rows for cell in row.cells if cell.release}.values())
