"""What the figures of yearly series have in common: cells with flags, no missing year, parts that make a sum."""

from decimal import Decimal, InvalidOperation

from catalog.problems import BadFile, RejectedLine
from sectors.models import WITHOUT_FIGURE, IndustryStatistic, Status

Measure = IndustryStatistic.Measure
FIRST_YEAR = 2001  # where the tables of both surveys begin; that of employment goes further back


def figure(text: str, flag: str, factor: int = 1, column: str = "value", flag_column: str = "status") -> dict:
    """Return the value and the status of a cell. An empty one has a flag that says why."""
    text, flag = text.strip(), flag.strip()
    if flag and flag not in Status.values:
        raise RejectedLine("flag", flag_column, flag)
    if not text:
        if flag not in WITHOUT_FIGURE:
            raise RejectedLine("no-figure", column)
        return {"value": None, "status": flag}
    if flag in WITHOUT_FIGURE:
        raise RejectedLine("flag-and-figure", column, text)
    try:
        return {"value": Decimal(text) * factor, "status": flag}
    except InvalidOperation:
        raise RejectedLine("number", column, text) from None


def refuse_gaps(cursor, stage: str) -> None:
    """Refuse series that begin later than the tables do, that lack a year, or that stop before the others."""
    cursor.execute(f"SELECT min(year), max(year) FROM {stage}")
    first, last = cursor.fetchone()
    if first is not None and first != FIRST_YEAR:
        raise BadFile("series-start", value=first, expected=FIRST_YEAR)
    cursor.execute(
        f"SELECT measure, industries, year, next FROM (SELECT measure, industries, year, lead(year) OVER"
        f" (PARTITION BY measure, industries ORDER BY year) AS next FROM {stage}) series"
        f" WHERE next > year + 1 OR (next IS NULL AND year < %s) ORDER BY 1, 2, 3 LIMIT 1",
        [last],
    )
    if found := cursor.fetchone():
        measure, codes, year, following = found
        value = f"{codes}, {measure}"
        if following is None:
            raise BadFile("series-end", value=value, expected=last)
        raise BadFile("gap", value=value, before=year, after=following)


def add_up(cursor, stage: str) -> None:
    """Add the employment of each industry and year for which only its two parts are given.

    Where a part has no figure the sum has none either, and the status says why.
    """
    cursor.execute(
        f"INSERT INTO {stage} (_file, _line, measure, industries, year, value, status)"
        f" SELECT f._file, f._line, %(sum)s, industries, year, f.value + p.value,"
        f" CASE WHEN f.value IS NULL THEN f.status WHEN p.value IS NULL THEN p.status ELSE '' END"
        f" FROM {stage} f JOIN {stage} p USING (industries, year)"
        f" WHERE f.measure = %(full)s AND p.measure = %(part)s AND NOT EXISTS (SELECT FROM {stage} given"
        f" WHERE given.measure = %(sum)s AND (given.industries, given.year) = (f.industries, f.year))",
        {"sum": Measure.EMPLOYED, "full": Measure.FULL_TIME, "part": Measure.PART_TIME},
    )
