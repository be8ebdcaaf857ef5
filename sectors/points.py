"""One figure of one year, and what the publisher says of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sectors.models import Status


@dataclass(frozen=True)
class Point:
    """One year; without a value, `reason` says why."""

    year: int
    value: Decimal | None
    status: str

    @property
    def reason(self) -> str:
        return str(Status(self.status).label) if self.value is None and self.status else ""

    @property
    def quality(self) -> str:
        """Return what the publisher says of the quality of the figure, or ""."""
        return str(Status(self.status).label) if self.value is not None and self.status else ""


def reasons(points: Iterable[Point | None]) -> list[str]:
    """Return why figures are missing, each reason once."""
    return list(dict.fromkeys(point.reason for point in points if point and point.reason))


@dataclass(frozen=True)
class Signs:
    """What stands beside the figures of a table, or in their place."""

    points: Sequence[Point]

    @property
    def reasons(self) -> list[str]:
        return reasons(self.points)

    @property
    def qualities(self) -> list[tuple[str, str]]:
        """Return (letter, meaning) pairs, the best quality first."""
        return sorted({(point.status, point.quality) for point in self.points if point.quality})
