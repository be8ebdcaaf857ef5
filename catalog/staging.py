"""The stage: a temporary table that a file's valid lines are copied to, verified in, and published from.

It lives inside the transaction of one refresh, so that whatever goes wrong leaves nothing behind.
"""

import csv
import io
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter

from django.db import DataError, connection, models
from modeltranslation.manager import get_translatable_fields_for_model
from pydantic import ValidationError

from catalog.contracts import problem_code
from catalog.models import Fact, Rejection
from catalog.problems import BadFile, Problem, RejectedLine
from catalog.progress import Silent
from catalog.readers import OfficialFile
from catalog.registry import DatasetDefinition

STAGE = "stage"
DIFFERENCE = "difference"  # see `catalog.compare`
ROWS_AT_ONCE = 200
TOLD_EVERY = 5_000  # lines between two signs of life


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
    places: list[tuple[str, int]] = field(default_factory=list)  # of those kept: the part and the line
    count: int = 0

    def add(self, code: str, file: OfficialFile, line: int, column: str = "", value: str = "") -> None:
        self.count += 1
        if len(self.kept) < Rejection.KEPT:
            self.kept.append(Problem(code, column=column, value=value[:200], **file.place(line)))
            self.places.append((file.layout.part, line))

    @property
    def first(self) -> Problem:
        """Return the problem of the line that comes first in the files."""
        return min(zip(self.places, self.kept, strict=True), key=itemgetter(0))[1]


class Stage:
    """The temporary table of one refresh, with the columns of the dataset's contract."""

    def __init__(self, definition: DatasetDefinition, cursor, files: list[OfficialFile], reporter=None):
        self.definition, self.cursor, self.files = definition, cursor, files
        self.reporter = reporter or Silent()
        self.model = definition.model
        self.table = quoted(self.model._meta.db_table)
        self.fields = {field.attname: field for field in self.model._meta.concrete_fields}
        self.staged = list(definition.contract.model_fields)
        self.columns = [column for column in self.staged if column in self.fields]
        self.values = [column for column in self.columns if column not in definition.key]
        self.counts, self.rejections = Counts(), Rejections()
        self.breaks: dict[int, list[int]] = {}  # of each file that was copied as it is: see `line_of`

    def create(self) -> None:
        types = {name: self.fields[name].db_type(connection) if name in self.fields else "text" for name in self.staged}
        columns = ", ".join(f"{quoted(name)} {type_}" for name, type_ in types.items())
        # Left by another refresh when the caller has a transaction of its own.
        self.cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{STAGE}, pg_temp.{STAGE}_parts")
        self.cursor.execute(f"CREATE TEMPORARY TABLE {STAGE} (_file smallint, _line integer, {columns}) ON COMMIT DROP")

    def fill(self) -> None:
        """Copy the valid lines of the files; the others are kept as rejections."""
        texts = [name for name in self.columns if is_text(self.fields[name])]
        options = f", FORCE_NOT_NULL ({listed(texts)})" if texts else ""  # an empty field is an empty text
        statement = f"COPY {STAGE} (_file, _line, {listed(self.staged)}) FROM STDIN (FORMAT csv{options})"
        lines = [file.scan.lines - file.header_line for file in self.files]
        self.reporter.expect(sum(lines) if min(lines) >= 0 else None)
        for number, file in enumerate(self.files):
            stream = CopyStream(self.rows(number, file))
            try:
                with connection.wrap_database_errors:
                    self.cursor.copy_expert(statement, stream)
            except DataError as error:
                raise self.refused(number, file, error) from error
            except Exception:
                # psycopg2 reports what happened in read() as a cancelled query: give the cause instead.
                if stream.error is not None:
                    raise stream.error from None
                raise
        self.reporter.lines_read(self.counts.read)

    def rows(self, number: int, file: OfficialFile) -> Iterator[tuple]:
        """Yield the number of the file, the line and the contract's columns of each row of the valid lines."""
        places = list(file.places.items())
        absent = dict.fromkeys(file.layout.columns.keys() - file.places.keys(), "")
        scope, beginning = file.scope()
        prepare = file.layout.start()
        validate = self.definition.contract.__pydantic_validator__.validate_python
        counts, reject, width = self.counts, self.rejections.add, len(file.headers)
        line = misfit = short = 0

        def pass_over():
            nonlocal misfit
            misfit = 0
            counts.read += 1
            counts.out_of_scope += 1

        for line, values in file.records(pass_over):
            counts.read += 1
            if counts.read % TOLD_EVERY == 0:
                self.reporter.lines_read(counts.read)
            if len(values) != width:
                misfit, short = line, len(values)
                reject("field-count", file, line, file.header_at(min(short, width)), str(short))
                continue
            if beginning and not values[scope].startswith(beginning):
                counts.out_of_scope += 1
                continue
            try:
                prepared = prepare(absent | {name: values[place] for name, place in places})
                if prepared is None:
                    counts.out_of_scope += 1
                    continue
                rows = [validate(one) for one in prepared] if type(prepared) is list else [validate(prepared)]
            except RejectedLine as error:
                reject(error.code, file, line, file.header_of(error.column), error.value)
            except ValidationError as error:
                code, column, value = problem_code(error)
                reject(code, file, line, file.header_of(column), value)
            else:
                for row in rows:
                    yield (number, line, *row.__dict__.values())
        if line == misfit and not file.scan.ends_with_newline and short < width:
            raise BadFile("truncated", file=file.name, line=line, column=file.header_at(short - 1))

    def refused(self, number: int, file: OfficialFile, error: DataError) -> BadFile:
        """Return the problem of a value that the contract let through and the table cannot hold.

        PostgreSQL counts the lines of what it was sent: the file is read again up to that one.
        """
        diagnostics = error.__cause__.diag
        sent, column, value = re.match(r'.*?line (\d+), column (\w+): "(.*)"', diagnostics.context, re.DOTALL).groups()
        line, read_by_server = 0, 0
        for row in Stage(self.definition, self.cursor, self.files).rows(number, file):
            line = row[1]
            read_by_server += 1 + sum(str(text).count("\n") for text in row)
            if read_by_server >= int(sent):
                break
        return BadFile(
            "refused",
            **file.place(line),
            column=file.header_of(column),
            value=value[:200],
            reason=diagnostics.message_primary,
        )

    def line_of(self, number: int, record: int) -> int:
        """Return the line that a record of a file starts on, from the line it would have if no text had several."""
        return record + bisect_left(self.breaks.get(number, []), record)

    def live_rows(self, live_id: int | None) -> str:
        """Return the SQL of the rows that the public sees now."""
        if issubclass(self.model, Fact):
            return f"(SELECT * FROM {self.table} WHERE release_id = {live_id or 0:d})"
        return f"(SELECT * FROM {self.table} WHERE retired_on IS NULL AND {self.owned()})"

    def written(self) -> dict[str, str]:
        """Return the table's columns with their SQL: the contract's, and the base column of translated ones.

        Observed with modeltranslation 0.20: `save()` gives the base column the active language, all else leaves it as
        it was. Here it is always French.
        """
        written = {name: f"s.{quoted(name)}" for name in self.columns}
        for name in get_translatable_fields_for_model(self.model) or []:
            french, english = f"{name}_fr", f"{name}_en"
            if french in written:
                written[name] = f"coalesce(nullif({written[french]}, ''), {written[english]}, '')"
        return written

    def owned(self) -> str:
        """Return the SQL condition that a row of the table is this dataset's to change."""
        owner = self.definition.owner
        return f"{quoted(owner)} = '{self.definition.slug}'" if owner else "true"


class CopyStream:
    """The rows of an iterator as the text that COPY … (FORMAT csv) reads, some rows at a time."""

    def __init__(self, rows: Iterator[tuple]):
        self.rows = rows
        self.buffer = io.StringIO()
        self.writer = csv.writer(self.buffer, lineterminator="\n")
        self.error: BaseException | None = None

    def read(self, _size: int) -> str:
        self.buffer.seek(0)
        self.buffer.truncate()
        try:
            self.writer.writerows(islice(self.rows, ROWS_AT_ONCE))
        except BaseException as error:
            self.error = error
            raise
        return self.buffer.getvalue()


def is_text(column: models.Field) -> bool:
    return not column.null and isinstance(column, models.CharField | models.TextField)


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def listed(names) -> str:
    return ", ".join(quoted(name) for name in names)


def same(names, left: str, right: str) -> str:
    """Return the SQL condition that two rows have the same values in columns that are never null."""
    return " AND ".join(f"{left}.{quoted(name)} = {right}.{quoted(name)}" for name in names)
