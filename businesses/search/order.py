"""The orders of the directory, each by columns that together tell every row apart: where a page begins is a row."""

from dataclasses import dataclass

from django.db.models import QuerySet

from businesses.models import Establishment
from regions.distance import Point, kilometres

NAME, SIZE, DISTANCE = "name", "size", "distance"
COLUMNS = {
    NAME: ("folded_name", "key"),
    SIZE: ("size_place", "folded_name", "key"),
    DISTANCE: ("away", "folded_name", "key"),
}

Position = tuple  # the values of the columns of a row


@dataclass(frozen=True)
class Order:
    """By name, by size (the largest first, unknown ones last) or by distance from a point."""

    name: str
    point: Point | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        return COLUMNS[self.name]

    @property
    def row(self) -> str:
        return f"({', '.join(self.columns)})"

    def directed(self, *, backwards: bool) -> str:
        """Return what ORDER BY takes."""
        return ", ".join(f"{column} DESC" if backwards else column for column in self.columns)

    def values(self, establishments: QuerySet) -> QuerySet:
        """Return the columns of rows."""
        if self.name == DISTANCE:
            establishments = establishments.annotate(away=kilometres(self.point))
        return establishments.order_by().values_list(*self.columns)

    def position(self, key: str) -> Position | None:
        """Return where an establishment stands, listed or not any more; None for a key that there is not. One query."""
        return self.values(Establishment.objects.filter(pk=key)).first() if key else None
