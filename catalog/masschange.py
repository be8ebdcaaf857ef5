"""The guard against a valid file that would change too much: it is held until a person has looked at it."""

from catalog.problems import Problem
from catalog.registry import DatasetDefinition, MassChange
from catalog.staging import STAGE, quoted

FEW = 5  # with fewer codes, one that goes is already a fifth


def find(definition: DatasetDefinition, cursor, live_rows: str, file: str) -> Problem | None:
    """Compare the stage with `live_rows` (SQL) and return what changed too much, if anything did."""
    guard = definition.mass_change or MassChange(code=definition.key[0])
    return codes_gone(guard, cursor, live_rows, file) or level_moved(definition, guard, cursor, live_rows, file)


def codes_gone(guard: MassChange, cursor, live_rows: str, file: str) -> Problem | None:
    code = quoted(guard.code)
    cursor.execute(
        f"SELECT count(*), count(*) FILTER (WHERE s.{code} IS NULL), min(c.{code}) FILTER (WHERE s.{code} IS NULL)"
        f" FROM (SELECT DISTINCT {code} FROM {live_rows} l) c LEFT JOIN (SELECT DISTINCT {code} FROM {STAGE}) s"
        f" ON s.{code} = c.{code}"
    )
    total, gone, first = cursor.fetchone()
    if gone < FEW or gone <= guard.codes_gone * total:
        return None
    details = {"gone": gone, "total": total, "accepted": f"{guard.codes_gone:.0%}"}
    return Problem("codes-gone", file, column=guard.code, value=str(first), details=details)


def level_moved(definition, guard: MassChange, cursor, live_rows: str, file: str) -> Problem | None:
    """Compare medians within each group, over the rows that both editions have a figure for."""
    if not guard.level:
        return None
    level, groups = quoted(guard.level), [quoted(name) for name in guard.level_by]
    same_key = " AND ".join(f"s.{quoted(name)} = c.{quoted(name)}" for name in definition.key)
    same_group = " AND ".join(f"s.{name} = c.{name}" for name in groups)
    by = ", ".join(f"s.{name}" for name in groups)
    cursor.execute(
        f"SELECT before, after, name FROM (SELECT concat_ws(' ', {by}) AS name,"
        f" percentile_disc(0.5) WITHIN GROUP (ORDER BY c.{level}) AS before,"
        f" percentile_disc(0.5) WITHIN GROUP (ORDER BY s.{level}) AS after"
        f" FROM {STAGE} s JOIN {live_rows} c ON {same_key} AND {same_group}"
        f" WHERE s.{level} IS NOT NULL AND c.{level} IS NOT NULL GROUP BY {by}) medians"
        f" WHERE abs(after - before) > %s * before ORDER BY abs(after - before) / before DESC LIMIT 1",
        [guard.level_moved],
    )
    if not (found := cursor.fetchone()):
        return None
    before, after, name = found
    details = {"before": before, "after": after, "accepted": f"{guard.level_moved:.0%}"}
    return Problem("level-moved", file, column=guard.level, value=name, details=details)
