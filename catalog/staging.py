"""The stage: a temporary table that a file's valid lines are copied to, verified in, and published from.

It lives inside the transaction of one refresh, so that whatever goes wrong leaves nothing behind.
"""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from django.db import connection, models
from modeltranslation.manager import get_translatable_fields_for_model
from pydantic import ValidationError

from catalog.contracts import problem_code
from catalog.models import Fact, Rejection
from catalog.problems import BadFile, Problem, RejectedLine
from catalog.readers import OfficialFile
from catalog.registry import DatasetDefinition

STAGE = "stage"
BLOCK = 1 << 16
TOLD_EVERY = 5_000  # lines between two signs of life
EXAMPLES = 5


@dataclass
class Counts:
    read: int = 0
    out_of_scope: int = 0
    rejected: int = 0
    loaded: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0


@dataclass
class Rejections:
    """The lines that made no row: all are counted, the first ones are kept."""

    kept: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, code: str, file: OfficialFile, line: int, column: str = "", value: str = "", **details) -> None:
        self.count += 1
        if len(self.kept) < Rejection.KEPT:
            self.kept.append(Problem(code, file.name, line, column, value[:200], details))


class Stage:
    """The temporary table of one refresh, with the columns of the dataset's contract."""

    def __init__(self, definition: DatasetDefinition, cursor, reporter):
        self.definition = definition
        self.cursor = cursor
        self.reporter = reporter
        self.model = definition.model
        self.table = self.model._meta.db_table
        self.fields = {field.attname: field for field in self.model._meta.concrete_fields}
        self.staged = list(definition.contract.model_fields)
        self.columns = [column for column in self.staged if column in self.fields]
        self.values = [column for column in self.columns if column not in definition.key]
        self.counts = Counts()
        self.rejections = Rejections()
        self.files: list[OfficialFile] = []

    # --- Filling ------------------------------------------------------------------------------------------

    def create(self) -> None:
        types = ", ".join(f"{quoted(column)} {self.type_of(column)}" for column in self.staged)
        # Left by another refresh when the caller has a transaction of its own.
        self.cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{STAGE}, pg_temp.{STAGE}_parts")
        self.cursor.execute(f"CREATE TEMPORARY TABLE {STAGE} (_file smallint, _line integer, {types}) ON COMMIT DROP")

    def copy(self, files: list[OfficialFile]) -> None:
        """Copy the valid lines of the files; the others are kept as rejections."""
        self.files = files
        required = [column for column in self.columns if self.is_text(column)]
        options = f", FORCE_NOT_NULL ({listed(required)})" if required else ""
        statement = f"COPY {STAGE} (_file, _line, {listed(self.staged)}) FROM STDIN (FORMAT csv{options})"
        for number, file in enumerate(files):
            stream = CopyStream(self.rows(number, file))
            try:
                self.cursor.copy_expert(statement, stream, size=BLOCK)
            except Exception:
                # psycopg2 reports what happened in read() as a cancelled query: give the cause instead.
                if stream.error is not None:
                    raise stream.error from None
                raise
        self.counts.rejected = self.rejections.count

    def type_of(self, column: str) -> str:
        return self.fields[column].db_type(connection) if column in self.fields else "text"

    def is_text(self, column: str) -> bool:
        """Whether an empty field is an empty text and not a null."""
        column_field = self.fields[column]
        return not column_field.null and isinstance(column_field, models.CharField | models.TextField)

    def rows(self, number: int, file: OfficialFile) -> Iterator[tuple]:
        """Yield the columns of each valid line."""
        prepare = file.layout.start()
        indexes = list(file.indexes().items())
        scoped, beginning = file.scope()
        validate = self.definition.contract.__pydantic_validator__.validate_python
        columns = attrgetter(*self.staged) if len(self.staged) > 1 else lambda row: (getattr(row, self.staged[0]),)
        counts, rejections, width = self.counts, self.rejections, file.width
        line = 0
        for line, values in file.rows():
            counts.read += 1
            if counts.read % TOLD_EVERY == 0:
                self.reporter.lines_read(counts.read)
            if len(values) != width:
                self.refuse_truncated(file, line, values)
                rejections.add("field-count", file, line, str(len(values)), expected=width)
                continue
            if not values[scoped].startswith(beginning):
                counts.out_of_scope += 1
                continue
            try:
                prepared = prepare({name: "" if at is None else values[at] for name, at in indexes})
                if prepared is None:
                    counts.out_of_scope += 1
                    continue
                row = validate(prepared)
            except RejectedLine as error:
                rejections.add(error.code, file, line, file.header_of(error.column), error.value)
                continue
            except ValidationError as error:
                code, column, value = problem_code(error)
                rejections.add(code, file, line, file.header_of(column), value)
                continue
            yield (number, line, *columns(row))
        self.reporter.lines_read(counts.read)

    def refuse_truncated(self, file: OfficialFile, line: int, values) -> None:
        """Raise when a short line is the last one and has no end."""
        is_last = line == file.scan.lines and file.layout.sheet is None
        if is_last and len(values) < file.width and not file.scan.ends_with_newline:
            raise BadFile("truncated", file=file.name, line=line, column=file.headers[len(values) - 1])

    # --- Verifying ----------------------------------------------------------------------------------------

    def verify(self) -> None:
        """Refuse duplicates; reject unknown codes and lines that one of the files lacks; refuse too many rejections."""
        self.refuse_duplicates()
        if self.definition.parts_are_columns and len(self.files) > 1:
            self.join_parts()
        self.reject_unknown_codes()
        self.counts.rejected = self.rejections.count
        self.refuse_too_many_rejections()
        for check in self.definition.checks:
            check(self.cursor, STAGE)

    def refuse_duplicates(self) -> None:
        key = listed(self.definition.key)
        self.cursor.execute(
            f"SELECT _file, min(_line), (array_agg(_line ORDER BY _line))[2], {key} FROM {STAGE}"
            f" GROUP BY _file, {key} HAVING count(*) > 1 ORDER BY 1, 3 LIMIT 1"
        )
        if found := self.cursor.fetchone():
            number, first, line, *values = found
            file = self.files[number]
            raise BadFile(
                "duplicate",
                file=file.name,
                line=line,
                column=", ".join(file.header_of(column) for column in self.definition.key),
                value=" ".join(str(value) for value in values),
                first=first,
            )

    def join_parts(self) -> None:
        """Make one row of what each file says of the same key, and reject rows that a file lacks."""
        key = listed(self.definition.key)
        for column in self.values:
            text = f"nullif({quoted(column)}::text, '')"
            self.cursor.execute(
                f"SELECT (array_agg(_file ORDER BY _line DESC))[1], max(_line), {key} FROM {STAGE}"
                f" GROUP BY {key} HAVING min({text}) <> max({text}) ORDER BY 2 LIMIT 1"
            )
            if found := self.cursor.fetchone():
                number, line, *values = found
                file = self.files[number]
                code = " ".join(str(value) for value in values)
                raise BadFile("parts-disagree", file=file.name, line=line, column=file.header_of(column), value=code)
        self.cursor.execute(
            f"SELECT min(_file), min(_line), {key} FROM {STAGE} GROUP BY {key} HAVING count(*) < %s ORDER BY 1, 2",
            [len(self.files)],
        )
        for number, line, *values in self.cursor.fetchall():
            file = self.files[number]
            column = ", ".join(file.header_of(name) for name in self.definition.key)
            self.rejections.add("missing-part", file, line, column, " ".join(str(value) for value in values))
        rest = [column for column in self.staged if column not in self.definition.key]
        merged = ", ".join(f"max({quoted(column)}) AS {quoted(column)}" for column in rest)
        self.cursor.execute(f"ALTER TABLE {STAGE} RENAME TO {STAGE}_parts")
        self.cursor.execute(
            f"CREATE TEMPORARY TABLE {STAGE} ON COMMIT DROP AS SELECT min(_file) AS _file, min(_line) AS _line, {key},"
            f" {merged} FROM {STAGE}_parts GROUP BY {key} HAVING count(*) = %s",
            [len(self.files)],
        )

    def reject_unknown_codes(self) -> None:
        for column in self.columns:
            target = self.fields[column].related_model
            if target is None or target is self.model:
                continue
            name, primary = quoted(column), quoted(target._meta.pk.column)
            self.cursor.execute(
                f"DELETE FROM {STAGE} s WHERE {name} IS NOT NULL"
                f" AND NOT EXISTS (SELECT FROM {target._meta.db_table} t WHERE t.{primary} = s.{name})"
                f" RETURNING _file, _line, {name}"
            )
            while rows := self.cursor.fetchmany(1000):
                for number, line, value in rows:
                    file = self.files[number]
                    self.rejections.add("unknown-code", file, line, file.header_of(column), str(value))

    def refuse_too_many_rejections(self) -> None:
        counts, accepted = self.counts, self.definition.max_rejected
        in_scope = counts.read - counts.out_of_scope
        if counts.rejected > accepted * in_scope:
            first = self.rejections.kept[0]
            raise BadFile(
                "too-many-rejected",
                file=first.file,
                line=first.line,
                column=first.column,
                value=first.value,
                rejected=counts.rejected,
                read=in_scope,
                accepted=f"{accepted:.0%}",
                reason=first,
            )
        self.cursor.execute(f"SELECT count(*) FROM {STAGE}")
        (counts.loaded,) = self.cursor.fetchone()
        if counts.loaded == 0:
            raise BadFile("no-rows", file=", ".join(file.name for file in self.files))

    # --- Comparing ----------------------------------------------------------------------------------------

    def current(self, live_id: int | None) -> str:
        """Return the SQL of the rows that the public sees now."""
        if issubclass(self.model, Fact):
            return f"(SELECT * FROM {self.table} WHERE release_id = {live_id or 0:d})"
        return f"(SELECT * FROM {self.table} WHERE retired_on IS NULL)"

    def compare(self, live_id: int | None) -> dict:
        """Count what differs from the live rows; return a few examples of each difference."""
        counts, joined = self.counts, self.joined(live_id)
        self.cursor.execute(
            f"SELECT count(*) FILTER (WHERE {self.is_added}), count(*) FILTER (WHERE {self.is_removed}),"
            f" count(*) FILTER (WHERE {self.is_changed}) FROM {joined}"
        )
        counts.added, counts.removed, counts.changed = self.cursor.fetchone()
        counts.unchanged = counts.loaded - counts.added - counts.changed
        picked = f"{row_json('s', self.columns)}, {row_json('c', self.columns)}"
        examples = {}
        for name, condition in (
            ("added", self.is_added),
            ("changed", self.is_changed),
            ("removed", self.is_removed),
        ):
            if getattr(counts, name):
                self.cursor.execute(f"SELECT {picked} FROM {joined} WHERE {condition} LIMIT {EXAMPLES}")
                # Observed: Django's cursors give jsonb as text.
                rows = [[json.loads(side) for side in row] for row in self.cursor.fetchall()]
                examples[name] = [{"after": after, "before": before} for after, before in rows]
                absent = {"added": "before", "removed": "after"}.get(name)
                for example in examples[name]:
                    example.pop(absent, None)
        return examples

    def joined(self, live_id: int | None) -> str:
        same_key = " AND ".join(f"s.{quoted(column)} = c.{quoted(column)}" for column in self.definition.key)
        return f"{STAGE} s FULL JOIN {self.current(live_id)} c ON {same_key}"

    @property
    def is_added(self) -> str:
        return f"c.{quoted(self.definition.key[0])} IS NULL"

    @property
    def is_removed(self) -> str:
        return f"s.{quoted(self.definition.key[0])} IS NULL"

    @property
    def is_changed(self) -> str:
        if not self.values:
            return "false"
        sides = (", ".join(f"{side}.{quoted(column)}" for column in self.values) for side in "sc")
        before, after = sides
        return f"NOT ({self.is_added}) AND NOT ({self.is_removed}) AND ROW({before}) IS DISTINCT FROM ROW({after})"

    # --- Publishing ---------------------------------------------------------------------------------------

    def insert_facts(self, release_id: int) -> None:
        columns, expressions = self.target_columns()
        self.cursor.execute(
            f"INSERT INTO {self.table} (release_id, {listed(columns)})"
            f" SELECT %s, {', '.join(expressions)} FROM {STAGE} s",
            [release_id],
        )

    def merge_reference(self) -> None:
        """Write only the rows that differ; retire those that are gone, and bring back those that returned."""
        columns, expressions = self.target_columns()
        changing = [column for column in columns if column not in self.definition.key] + ["retired_on"]
        new_values = ", ".join(f"{quoted(column)} = excluded.{quoted(column)}" for column in changing)
        before = ", ".join(f"t.{quoted(column)}" for column in changing)
        after = ", ".join(f"excluded.{quoted(column)}" for column in changing)
        self.cursor.execute(
            f"INSERT INTO {self.table} AS t ({listed(columns)}, retired_on)"
            f" SELECT {', '.join(expressions)}, NULL::date FROM {STAGE} s"
            f" ON CONFLICT ({listed(self.definition.key)}) DO UPDATE SET {new_values}"
            f" WHERE ROW({before}) IS DISTINCT FROM ROW({after})"
        )
        same_key = " AND ".join(f"s.{quoted(column)} = t.{quoted(column)}" for column in self.definition.key)
        self.cursor.execute(
            f"UPDATE {self.table} t SET retired_on = current_date WHERE retired_on IS NULL"
            f" AND NOT EXISTS (SELECT FROM {STAGE} s WHERE {same_key})"
        )

    def target_columns(self) -> tuple[list[str], list[str]]:
        """Return the table's columns and their expressions: the contract's, and the base column of translated ones.

        Observed with modeltranslation 0.20: nothing but `save()` keeps the base column in step.
        """
        columns = list(self.columns)
        expressions = [f"s.{quoted(column)}" for column in columns]
        for name in get_translatable_fields_for_model(self.model) or []:
            if f"{name}_fr" in self.columns:
                columns.append(name)
                expressions.append(f"coalesce(nullif(s.{quoted(name + '_fr')}, ''), s.{quoted(name + '_en')}, '')")
        return columns, expressions


class CopyStream:
    """The rows of an iterator as the text that COPY … (FORMAT csv) reads, a block at a time."""

    def __init__(self, rows: Iterator[tuple]):
        self.rows = rows
        self.buffer = io.StringIO()
        self.writer = csv.writer(self.buffer, lineterminator="\n")
        self.error: BaseException | None = None

    def read(self, size: int) -> str:
        buffer, write = self.buffer, self.writer.writerow
        buffer.seek(0)
        buffer.truncate()
        try:
            for row in self.rows:
                write(row)
                if buffer.tell() >= size:
                    break
        except BaseException as error:
            self.error = error
            raise
        return buffer.getvalue()


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def listed(names) -> str:
    return ", ".join(quoted(name) for name in names)


def row_json(side: str, columns: list[str]) -> str:
    pairs = ", ".join(f"'{column}', {side}.{quoted(column)}" for column in columns)
    return f"jsonb_build_object({pairs})"
