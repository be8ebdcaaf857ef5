"""From the stage to the dataset's table: facts are added, references are merged in place."""

from modeltranslation.manager import get_translatable_fields_for_model

from catalog.staging import STAGE, Stage, listed, quoted, same


def insert_facts(stage: Stage, release_id: int) -> None:
    written = expressions(stage)
    stage.cursor.execute(
        f"INSERT INTO {stage.table} (release_id, {listed(written)})"
        f" SELECT %s, {', '.join(written.values())} FROM {STAGE} s",
        [release_id],
    )


def merge_reference(stage: Stage) -> None:
    """Write only the rows that differ; retire those that are gone, and bring back those that returned.

    Not by `INSERT … ON CONFLICT DO UPDATE … WHERE`: that locks, and so writes, the rows that do not differ as well.
    """
    written = expressions(stage)
    same_key = same(stage.definition.key, "s", "t")
    changing = {name: sql for name, sql in written.items() if name not in stage.definition.key} | {"retired_on": "NULL"}
    before = ", ".join(f"t.{quoted(name)}" for name in changing)
    after = ", ".join(changing.values())
    stage.cursor.execute(
        f"UPDATE {stage.table} t SET ({listed(changing)}) = ROW({after}) FROM {STAGE} s"
        f" WHERE {same_key} AND ROW({before}) IS DISTINCT FROM ROW({after})"
    )
    stage.cursor.execute(
        f"INSERT INTO {stage.table} ({listed(written)}) SELECT {', '.join(written.values())} FROM {STAGE} s"
        f" WHERE NOT EXISTS (SELECT FROM {stage.table} t WHERE {same_key})"
    )
    stage.cursor.execute(
        f"UPDATE {stage.table} t SET retired_on = current_date WHERE retired_on IS NULL"
        f" AND NOT EXISTS (SELECT FROM {STAGE} s WHERE {same_key})"
    )


def expressions(stage: Stage) -> dict[str, str]:
    """Return the table's columns with their SQL: the contract's, and the base column of translated ones.

    Observed with modeltranslation 0.20: `save()` gives the base column the active language, all else leaves it as it
    was. Here it is always French.
    """
    written = {name: f"s.{quoted(name)}" for name in stage.columns}
    for name in get_translatable_fields_for_model(stage.model) or []:
        french, english = f"{name}_fr", f"{name}_en"
        if french in written:
            written[name] = f"coalesce(nullif({written[french]}, ''), {written[english]}, '')"
    return written
