"""What a comparison is made of: sections of rows, with a cell for each occupation."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.models import Release
from occupations.models import NocGroup, Outlook
from regions.models import Region


@dataclass(frozen=True)
class Cell:
    """What one occupation has in a row. No text: not published, and `missing` says why."""

    text: str = ""
    items: tuple[str, ...] = ()  # where there are several things to say
    outlook: Outlook | None = None  # with its level and steps, to be drawn
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
    cells: list[Cell]  # in the order of the occupations
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
    groups: Sequence[NocGroup]

    @property
    def lines(self) -> list[tuple[Row, list[tuple[NocGroup, Cell]]]]:
        """Return each row with its cells, each cell with its occupation."""
        return [(row, list(zip(self.groups, row.cells, strict=True))) for row in self.rows]

    @property
    def releases(self) -> list[Release]:
        """Return the releases of the figures, each once."""
        return list({cell.release.pk: cell.release for row in self.rows for cell in row.cells if cell.release}.values())
