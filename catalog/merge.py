"""From the stage to the dataset's table: facts are added, references are merged in place."""

from catalog.staging import DIFFERENCE, STAGE, Stage, listed, same


def insert_facts(stage: Stage, release_id: int) -> None:
    written = stage.written()
    stage.cursor.execute(
        f"INSERT INTO {stage.table} (release_id, {listed(written)})"
        f" SELECT %s, {', '.join(written.values())} FROM {STAGE} s",
        [release_id],
    )


def merge_reference(stage: Stage) -> None:
    """Write only the rows that `compare` found to differ; retire those that are gone, bring back those that returned.

    Not by `INSERT … ON CONFLICT DO UPDATE … WHERE`: that locks, and so writes, the rows that do not differ as well. New
    rows come last, and nothing looks for them in the table that they go to: while it fills, PostgreSQL takes it for as
    small as it was, and a first load of a million rows never ended (November 2026).
    """
    if stage.definition.before_merge:
        stage.definition.before_merge(stage.cursor)
    written, key, table = stage.written(), stage.definition.key, stage.table
    changing = {name: sql for name, sql in written.items() if name not in key} | {"retired_on": "NULL"}
    staged = f"{STAGE} s JOIN {DIFFERENCE} d ON s.ctid = d.staged"
    stage.cursor.execute(
        f"UPDATE {DIFFERENCE} d SET change = 'returned' FROM {table} t"
        f" WHERE d.change = 'added' AND {same(key, 'd', 't')}"
    )
    is_first = stage.cursor.rowcount == 0 and stage.counts.added == stage.counts.loaded
    stage.cursor.execute(
        f"UPDATE {table} t SET retired_on = current_date FROM {DIFFERENCE} d"
        f" WHERE d.change = 'removed' AND {same(key, 'd', 't')}"
    )
    stage.cursor.execute(
        f"UPDATE {table} t SET ({listed(changing)}) = ROW({', '.join(changing.values())}) FROM {staged}"
        f" WHERE d.change IN ('changed', 'returned') AND {same(key, 's', 't')}"
    )
    new = f"{STAGE} s" if is_first else f"{staged} WHERE d.change = 'added'"
    stage.cursor.execute(f"INSERT INTO {table} ({listed(written)}) SELECT {', '.join(written.values())} FROM {new}")
