"""How files in the portal's own layouts say which edition they are. Someone wrote them: none is official."""

from catalog.models import Kind
from catalog.registry import Edition


def of_period(cursor, stage: str, _layout: str) -> Edition:
    """Word the edition from the period of its lines; the latest, should they differ."""
    cursor.execute(f"SELECT max(period) FROM {stage}")
    (period,) = cursor.fetchone()
    return Edition(label=period, reference_period=period, kind=Kind.THIRD_PARTY)


def of_years(cursor, stage: str, _layout: str) -> Edition:
    """Word the edition from the first and the last year of its lines."""
    cursor.execute(f"SELECT min(year), max(year) FROM {stage}")
    first, last = cursor.fetchone()
    period = str(last) if first == last else f"{first}-{last}"
    return Edition(label=str(last), reference_period=period, kind=Kind.THIRD_PARTY)
