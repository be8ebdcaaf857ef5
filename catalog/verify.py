"""What is checked across the lines of the stage, before anything of it may be published."""

from dataclasses import replace
from itertools import combinations

from catalog.models import Rejection
from catalog.problems import BadFile
from catalog.staging import STAGE, Stage, listed, quoted


def verify(stage: Stage) -> None:
    """Reject unknown codes, inverted figures and lines that a file lacks; refuse duplicates and too many rejections."""
    reject_unknown_codes(stage)
    reject_inverted(stage)
    refuse_duplicates(stage)
    if stage.definition.parts_are_columns and len(stage.files) > 1:
        join_parts(stage)
    stage.counts.rejected = stage.rejections.count
    refuse_too_many_rejections(stage)
    for check in stage.definition.checks:
        try:
            check(stage.cursor, STAGE)
        except BadFile as error:
            names = ", ".join(file.name for file in stage.files)
            error.problem = replace(error.problem, file=error.problem.file or names)
            raise
    stage.cursor.execute(f"SELECT count(*) FROM {STAGE}")
    (stage.counts.loaded,) = stage.cursor.fetchone()
    if stage.counts.loaded == 0:
        raise BadFile("no-rows", file=", ".join(file.name for file in stage.files))


def refuse_duplicates(stage: Stage) -> None:
    """Raise when two lines have the same key; those of two files may where each file gives some of the columns."""
    names = stage.definition.line_key or stage.definition.key
    key = listed(names)
    per_file = "_file, " if stage.definition.parts_are_columns else ""
    stage.cursor.execute(
        f"SELECT _file, _line, {key} FROM {STAGE} JOIN (SELECT {per_file}{key} FROM {STAGE} GROUP BY {per_file}{key}"
        f" HAVING count(*) > 1) repeated USING ({per_file}{key}) ORDER BY {per_file}{key}, _file, _line LIMIT 2"
    )
    if lines := stage.cursor.fetchall():
        (first_number, first_line, *_key), (number, line, *key_values) = lines
        file = stage.files[number]
        column, value = file.header_of(*names), " ".join(str(value) for value in key_values)
        place = file.place(stage.line_of(number, line))
        first = stage.files[first_number].place(stage.line_of(first_number, first_line))
        told = first["line"] if first["file"] == place["file"] else f"{first['line']} ({first['file']})"
        raise BadFile("duplicate", **place, column=column, value=value, first=told)


def join_parts(stage: Stage) -> None:
    """Make one row of what each file says of the same key, and reject rows that a file lacks."""
    cursor, key, parts = stage.cursor, listed(stage.definition.key), len(stage.files)
    for column in stage.values:
        text = f"nullif({quoted(column)}::text, '')"
        cursor.execute(
            f"SELECT (array_agg(_file ORDER BY _file DESC))[1], (array_agg(_line ORDER BY _file DESC))[1], {key}"
            f" FROM {STAGE} GROUP BY {key} HAVING min({text}) <> max({text}) ORDER BY 1, 2 LIMIT 1"
        )
        if found := cursor.fetchone():
            number, line, *values = found
            file, value = stage.files[number], " ".join(str(value) for value in values)
            raise BadFile("parts-disagree", file=file.name, line=line, column=file.header_of(column), value=value)
    rest = [quoted(name) for name in stage.staged if name not in stage.definition.key]
    merged = ", ".join(f"max({name}) AS {name}" for name in rest)
    cursor.execute(f"ALTER TABLE {STAGE} RENAME TO {STAGE}_parts")
    cursor.execute(
        f"CREATE TEMPORARY TABLE {STAGE} ON COMMIT DROP AS SELECT min(_file) AS _file, min(_line) AS _line,"
        f" count(*) AS _parts, {key}, {merged} FROM {STAGE}_parts GROUP BY {key}"
    )
    reject(stage, "missing-part", stage.definition.key, f"_parts < {parts}")


def reject_unknown_codes(stage: Stage) -> None:
    """Reject the lines whose code is not in the table that it refers to; all are looked at once, as a rule for none."""
    unknown = {}
    for name in stage.columns:
        target = stage.fields[name].related_model
        if target and target is not stage.model:
            known = f"SELECT {quoted(target._meta.pk.column)} FROM {quoted(target._meta.db_table)}"
            unknown[name] = f"{quoted(name)} IS NOT NULL AND {quoted(name)} NOT IN ({known})"
    stage.cursor.execute(f"SELECT EXISTS (SELECT FROM {STAGE} WHERE {' OR '.join(unknown.values()) or 'false'})")
    if stage.cursor.fetchone()[0]:
        for name, condition in unknown.items():
            reject(stage, "unknown-code", (name,), condition)


def reject_inverted(stage: Stage) -> None:
    names = stage.definition.ascending
    if names:
        decreases = [f"{quoted(low)} > {quoted(high)}" for low, high in combinations(names, 2)]
        reject(stage, "inverted", names, " OR ".join(decreases))


def reject(stage: Stage, code: str, names: tuple[str, ...], condition: str) -> None:
    """Take the lines that meet an SQL condition off the stage; all are counted, the first ones kept."""
    stage.cursor.execute(
        f"WITH gone AS (DELETE FROM {STAGE} WHERE {condition} RETURNING *),"
        f" lines AS (SELECT DISTINCT ON (_file, _line) * FROM gone ORDER BY _file, _line)"
        f" SELECT count(*) OVER (), _file, _line, concat_ws(' ', {listed(names)}) FROM lines"
        f" ORDER BY _file, _line LIMIT {Rejection.KEPT}"
    )
    found = stage.cursor.fetchall()
    for _count, number, line, value in found:
        file = stage.files[number]
        stage.rejections.add(code, file, stage.line_of(number, line), file.header_of(*names), value)
    if found:
        stage.rejections.count += found[0][0] - len(found)


def refuse_too_many_rejections(stage: Stage) -> None:
    counts, accepted = stage.counts, stage.definition.max_rejected
    in_scope = counts.read - counts.out_of_scope
    if counts.rejected <= accepted * in_scope:
        return
    first = stage.rejections.first
    raise BadFile(
        "too-many-rejected",
        file=first.file,
        line=first.line,
        column=first.column,
        value=first.value,
        reason=first.code,
        rejected=counts.rejected,
        read=in_scope,
        accepted=f"{100 * accepted:g}",
    )
