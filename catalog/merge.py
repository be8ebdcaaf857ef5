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

    Not by `INSERT … ON CONFLICT DO UPDATE … WHERE`: that locks, and so writes, the rows that do not differ as well.
    """
    written, key = stage.written(), stage.definition.key
    changing = {name: sql for name, sql in written.items() if name not in key} | {"retired_on": "NULL"}
    staged = f"{STAGE} s JOIN {DIFFERENCE} d ON {same(key, 's', 'd')}"
    stage.cursor.execute(
        f"UPDATE {stage.table} t SET ({listed(changing)}) = ROW({', '.join(changing.values())}) FROM {staged}"
        f" WHERE {same(key, 's', 't')}"
    )
    stage.cursor.execute(
        f"INSERT INTO {stage.table} ({listed(written)}) SELECT {', '.join(written.values())} FROM {staged}"
        f" WHERE d.change = 'added' AND NOT EXISTS (SELECT FROM {stage.table} t WHERE {same(key, 's', 't')})"
    )
    stage.cursor.execute(
        f"UPDATE {stage.table} t SET retired_on = current_date FROM {DIFFERENCE} d"
        f" WHERE d.change = 'removed' AND {same(key, 'd', 't')} AND t.retired_on IS NULL"
    )
