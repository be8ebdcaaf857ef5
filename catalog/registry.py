"""Which datasets there are. Each app declares its own in `datasets.py`; this module knows none of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.models import Model
    from pydantic import BaseModel

Raw = Mapping[str, str]


@dataclass(frozen=True)
class Layout:
    """One shape in which a publisher (or the embedded edition) gives a file.

    `columns` maps the portal's short name of a column to the header(s) it may have; order is free, columns that are
    not named are ignored. `prepare` turns a line (short name → text) into the contract's input, or a list of several
    where a line makes several rows (a wide file); it returns None for a line that is out of the portal's scope
    (another province), or raises `RejectedLine`: the whole line makes no row then. Where a line means something
    only after those before it, `memory` makes what is kept of them, afresh for each file: `prepare` gets it as
    `memory=…`.
    """

    name: str
    columns: Mapping[str, str | tuple[str, ...]]
    prepare: Callable[[dict], dict | list[dict] | None] = dict
    optional: frozenset[str] = frozenset()  # short names that some editions lack: given as ""
    encodings: tuple[str, ...] = ("utf-8-sig",)  # tried in this order over the whole file
    delimiter: str = ","
    sheet: str | None = None  # the sheet of an .xlsx file; None: a CSV file
    folder: bool = False  # a folder of YAML files: each is a line, its keys are columns, with texts, lists or mappings
    part: str = ""  # which of the dataset's files this is, when it needs several
    scope: tuple[str, str] | None = (
        None  # a column and how its text begins on the lines that matter: others are skipped
    )
    begins: Mapping[str, str] = field(default_factory=dict)  # what its first line holds, where headers do not tell
    memory: Callable[[], object] | None = None
    keep: str = ""  # of a file that is copied as it is: the SQL condition of the records to keep ("": all)

    def start(self) -> Callable[[dict], dict | list[dict] | None]:
        """Return what prepares the lines of one file, in their order."""
        return partial(self.prepare, memory=self.memory()) if self.memory else self.prepare

    def headers(self, name: str) -> tuple[str, ...]:
        accepted = self.columns[name]
        return (accepted,) if isinstance(accepted, str) else accepted


@dataclass(frozen=True)
class Edition:
    """What a release says of itself on every figure."""

    label: str = ""
    reference_period: str = ""
    published_on: date | None = None
    retrieved_on: date | None = None  # None: today
    kind: str = "official"
    note_fr: str = ""
    note_en: str = ""


@dataclass(frozen=True)
class MassChange:
    """When a valid file changes so much that a person must look at it first."""

    code: str  # the column whose distinct values are "the codes"
    codes_gone: float = 0.2  # the accepted share of codes that disappear
    level: str = ""  # a numeric column whose median may not jump …
    level_by: tuple[str, ...] = ()  # … within each of these groups
    level_moved: float = 0.25  # the accepted share


@dataclass(frozen=True)
class DatasetDefinition:
    """One dataset: whose it is, what its files look like, and which table they fill.

    `contract` is a pydantic model whose fields are columns of `model` (foreign keys by their `_id`); a field that is
    not one is staged as text for `edition` alone. `key` names the fields that identify a row. A `Fact` model gets one
    row a release, a `Reference` model is merged in place. `edition` words the release from the staged rows: it is
    called with a cursor and the names of the stage table and of the layout, and may be a constant `Edition`.
    """

    slug: str
    title: str  # lazy
    publisher: str  # lazy
    licence: str  # lazy
    licence_url: str
    homepage: str
    model: "type[Model]"
    contract: "type[BaseModel]"
    key: tuple[str, ...]
    layouts: tuple[Layout, ...]
    edition: Edition | Callable[..., Edition] = Edition()
    description: str = ""  # lazy: what it is and how to read it, one or two plain sentences
    urls: tuple[str, ...] = ()  # of the publisher's current files; empty: an operator gives the file
    line_key: tuple[str, ...] = ()  # what identifies a row of a file, where a check makes one row of several
    parts_are_columns: bool = False  # several files describe the same rows (EN and FR names of one class)
    max_rejected: float = 0.01  # the accepted share of lines that could not be read
    mass_change: MassChange | None = None
    ascending: tuple[str, ...] = ()  # columns whose figures, where given, must not decrease within a row
    checks: tuple[Callable, ...] = ()  # each called with (cursor, stage table): completes the rows, or raises BadFile
    owner: str = ""  # where several datasets fill one table, the column that holds the slug of a row's
    # Where rows are made of several large files: called with the stage once the file of each layout was copied as it is
    # to a table of texts (`copying.table_of`); fills the stage from them, in SQL.
    join: Callable | None = None
    before_merge: Callable | None = None  # called with a cursor, before the rows of a reference change (`difference`)
    when_live: Callable | None = None  # called with a cursor, in the same transaction, once a release is live
    depends_on: tuple[str, ...] = ()  # datasets whose codes this one uses

    def parts(self) -> set[frozenset[str]]:
        """Return the combinations of files that make a release."""
        named = frozenset(layout.part for layout in self.layouts if layout.part)
        whole = {frozenset({""})} if any(not layout.part for layout in self.layouts) else set()
        return whole | ({named} if named else set())


@dataclass
class Registry:
    definitions: dict[str, DatasetDefinition] = field(default_factory=dict)

    def register(self, definition: DatasetDefinition) -> DatasetDefinition:
        if definition.slug in self.definitions:
            raise ValueError(f"dataset {definition.slug} is declared twice")
        self.definitions[definition.slug] = definition
        return definition

    def __getitem__(self, slug: str) -> DatasetDefinition:
        return self.definitions[slug]

    def __contains__(self, slug: str) -> bool:
        return slug in self.definitions

    def __iter__(self):
        """Iterate over the definitions, each after those it depends on."""
        done: set[str] = set()

        def visit(definition):
            if definition.slug in done:
                return
            done.add(definition.slug)
            for slug in definition.depends_on:
                yield from visit(self.definitions[slug])
            yield definition

        for slug in sorted(self.definitions):
            yield from visit(self.definitions[slug])


registry = Registry()
