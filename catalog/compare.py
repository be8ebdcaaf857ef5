"""What publishing the stage would change: counts, a few examples, and the guard against a mass change.

A valid file that would change too much is held until a person has looked at it.
"""

import json

from django.conf import settings
from django.utils.translation import override

from catalog.problems import Held
from catalog.registry import MassChange
from catalog.staging import DIFFERENCE, STAGE, Stage, quoted, same

EXAMPLES = 5
FEW = 5  # with fewer codes, one that goes is already a fifth


def compare(stage: Stage, live_rows: str) -> dict:
    """Find what differs from `live_rows` (SQL), count it, and return a few examples of each difference.

    The table `difference` has the key of each row that differs, how (added, changed, removed), and where it is staged.
    """
    cursor, key = stage.cursor, stage.definition.key
    added, removed = (f"{side}.{quoted(key[0])} IS NULL" for side in "cs")
    keys = ", ".join(f"coalesce(s.{quoted(name)}, c.{quoted(name)}) AS {quoted(name)}" for name in key)
    cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{DIFFERENCE}")
    cursor.execute(
        f"CREATE TEMPORARY TABLE {DIFFERENCE} ON COMMIT DROP AS SELECT {keys},"
        f" CASE WHEN {added} THEN 'added' WHEN {removed} THEN 'removed' ELSE 'changed' END AS change, s.ctid AS staged"
        f" FROM {STAGE} s FULL JOIN {live_rows} c ON {same(key, 's', 'c')}"
        f" WHERE {added} OR {removed} OR {differs(stage)}"
    )
    cursor.execute(f"ANALYZE {DIFFERENCE}")
    cursor.execute(f"SELECT change, count(*) FROM {DIFFERENCE} GROUP BY change")
    found = dict(cursor.fetchall())
    for change in ("added", "changed", "removed"):
        setattr(stage.counts, change, found.get(change, 0))
    stage.counts.unchanged = stage.counts.loaded - stage.counts.added - stage.counts.changed
    return examples(stage, live_rows)


def differs(stage: Stage) -> str:
    """Return the SQL condition that a row of the stage (s) and the live one with its key (c) are not the same."""
    written = {name: sql for name, sql in stage.written().items() if name not in stage.definition.key}
    before = ", ".join(f"c.{quoted(name)}" for name in written)
    return f"ROW({before}) IS DISTINCT FROM ROW({', '.join(written.values())})" if written else "false"


def examples(stage: Stage, live_rows: str) -> dict:
    """Return a few of the rows that differ in each way, before and after as far as they exist."""
    key = stage.definition.key
    stage.cursor.execute(
        f"SELECT d.change, row_to_json(c)::text, row_to_json(s)::text"
        f" FROM (VALUES ('added'), ('changed'), ('removed')) ways (way)"
        f" CROSS JOIN LATERAL (SELECT * FROM {DIFFERENCE} WHERE change = way LIMIT {EXAMPLES}) d"
        f" LEFT JOIN {STAGE} s ON s.ctid = d.staged LEFT JOIN {live_rows} c ON {same(key, 'c', 'd')} ORDER BY 1"
    )
    found: dict[str, list] = {}
    for change, *pair in stage.cursor.fetchall():
        example = zip(("before", "after"), pair, strict=True)
        found.setdefault(change, []).append({side: columns_of(stage, text) for side, text in example if text})
    return found


def columns_of(stage: Stage, text: str) -> dict:
    """Return the columns of a row in their order, decimal numbers with their digits (25.00 and not 25.0)."""
    row = json.loads(text, parse_float=str)
    return {name: row[name] for name in stage.columns}


# --- Mass change --------------------------------------------------------------------------------------------


def mass_change(stage: Stage, live_rows: str) -> Held | None:
    """Return what changed too much from `live_rows` (SQL), if anything did."""
    guard = stage.definition.mass_change or MassChange(code=stage.definition.key[0])
    return codes_gone(stage, guard, live_rows) or (level_moved(stage, guard, live_rows) if guard.level else None)


def codes_gone(stage: Stage, guard: MassChange, live_rows: str) -> Held | None:
    total, gone, first = count_codes(stage, guard.code, live_rows)
    if gone < FEW or gone <= guard.codes_gone * total:
        return None
    accepted = f"{100 * guard.codes_gone:g}"
    return held(stage, "codes-gone", guard.code, str(first), gone=gone, total=total, accepted=accepted)


def count_codes(stage: Stage, name: str, live_rows: str) -> tuple[int, int, str | None]:
    """Return how many codes the live rows have, how many of them the stage lacks, and the first of those."""
    code, counts = quoted(name), stage.counts
    if stage.definition.key == (name,):  # a code is a row: they are counted
        stage.cursor.execute(f"SELECT min({code}) FROM {DIFFERENCE} WHERE change = 'removed'")
        return counts.removed + counts.changed + counts.unchanged, counts.removed, *stage.cursor.fetchone()
    stage.cursor.execute(
        f"SELECT count(*), count(*) FILTER (WHERE s.{code} IS NULL), min(c.{code}) FILTER (WHERE s.{code} IS NULL)"
        f" FROM (SELECT DISTINCT {code} FROM {live_rows} l) c LEFT JOIN (SELECT DISTINCT {code} FROM {STAGE}) s"
        f" ON s.{code} = c.{code}"
    )
    return stage.cursor.fetchone()


def level_moved(stage: Stage, guard: MassChange, live_rows: str) -> Held | None:
    """Compare medians within each group, over the rows that both editions have a figure for."""
    level, by = quoted(guard.level), ", ".join(f"s.{quoted(name)}" for name in guard.level_by)
    texts = ", ".join(f"s.{quoted(name)}::text" for name in guard.level_by)
    stage.cursor.execute(
        f"SELECT before, after, of FROM (SELECT ARRAY[{texts}] AS of,"
        f" percentile_disc(0.5) WITHIN GROUP (ORDER BY c.{level}) AS before,"
        f" percentile_disc(0.5) WITHIN GROUP (ORDER BY s.{level}) AS after"
        f" FROM {STAGE} s JOIN {live_rows} c ON {same({*stage.definition.key, *guard.level_by}, 's', 'c')}"
        f" WHERE s.{level} IS NOT NULL AND c.{level} IS NOT NULL GROUP BY {by}) medians"
        f" WHERE abs(after - before) > %s * before ORDER BY abs(after - before) / nullif(before, 0) DESC LIMIT 1",
        [guard.level_moved],
    )
    if not (found := stage.cursor.fetchone()):
        return None
    before, after, of = found
    accepted = f"{100 * guard.level_moved:g}"
    words = in_words(stage, dict(zip(guard.level_by, of, strict=True)))
    return held(stage, "level-moved", guard.level, " ".join(of), before=before, after=after, accepted=accepted, **words)


def in_words(stage: Stage, values: dict[str, str]) -> dict[str, str]:
    """Return the values of a few columns as people call them, in each language: `value_fr`, `value_en`."""

    def called(name: str, value: str):
        field = stage.model._meta.get_field(name)
        if field.is_relation:
            return field.related_model.objects.filter(pk=value).first() or value
        return dict(field.flatchoices).get(value, value)

    found = [called(name, value) for name, value in values.items()]
    worded = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            worded[f"value_{language}"] = ", ".join(map(str, found))
    return worded


def held(stage: Stage, code: str, column: str, value: str, **details) -> Held:
    file = stage.files[0]
    return Held(code, file=file.name, column=file.header_of(column), value=value, **details)
