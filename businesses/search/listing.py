"""One page of the directory, and how long the list is: quick at any depth of a list of any length.

A short list is read whole by the index of terms, counted and sorted. A long one is not: its rows are dense, so some
stretch of the index of the order has a page of them. Where none is known, ten thousand rows of the list show how far
to look.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from math import hypot, sqrt

from django.db import connection
from django.db.models import QuerySet, Sum

from businesses.models import BusinessCount, Establishment
from businesses.search import nearest
from businesses.search.conditions import Conditions, Near
from businesses.search.order import DISTANCE, NAME, Order, Position
from businesses.search.spread import LENGTH, Spreads

MOST_COUNTED = 10_000
MOST_NEAR = 2_000  # rows of a circle
SURELY = 3  # times as long
MOST_STRETCHES = 10  # of the order of names, to be read for a page
ATTEMPTS = 3


@dataclass(frozen=True)
class Page:
    """The keys of a page in order, whether others come before and after, and the place of the first, where known."""

    keys: list[str]
    has_previous: bool = False
    has_next: bool = False
    first: int | None = None  # from 1


@dataclass(frozen=True)
class Gathered:
    """What the index of terms found: how many, how many of them up to the start, and the first positions after it."""

    total: int
    before: int
    positions: list[Position]
    is_whole: bool


class Listing:
    """What meets conditions, in an order: the page after (or before) the row of a key."""

    most = MOST_COUNTED  # rows to be gathered

    def __init__(self, conditions: Conditions, order: Order, size: int, after: str = "", before: str = ""):
        self.conditions = conditions
        self.order = order
        self.size = size
        self.backwards = bool(before) and not after
        self.start = order.position(after or before)

    @cached_property
    def spreads(self) -> Spreads:
        return Spreads(self.conditions.alternatives)

    @property
    def is_long(self) -> bool:
        """Return whether the page is first looked for along the order: to read ten thousand rows takes longer."""
        at_most = self.conditions.at_most
        return at_most is None or (at_most > MOST_COUNTED and self.spreads.total > MOST_COUNTED)

    @cached_property
    def page(self) -> Page:
        if self.conditions.is_impossible:
            return Page([])
        if self.is_long:
            positions = self.nearest() if self.order.name == DISTANCE else self.along_the_order()
        else:
            positions = None
        if positions is None:
            positions = self.gathered.positions
            if not self.gathered.is_whole:
                positions = self.within(self.start, positions[self.size] if len(positions) > self.size else None)
        return self.page_of(positions)

    def page_of(self, positions: list[Position]) -> Page:
        has_more, positions = len(positions) > self.size, positions[: self.size]
        keys = [position[-1] for position in positions]
        if self.backwards:
            return Page(keys[::-1], has_more, True, self.place_of_first(len(keys)))
        return Page(keys, self.start is not None, has_more, self.place_of_first(len(keys)))

    def place_of_first(self, shown: int) -> int | None:
        if self.start is None:
            return 1
        if not self.is_counted_whole:
            return None
        before = self.gathered.before
        return before - shown if self.backwards else before + 1

    @property
    def is_counted_whole(self) -> bool:
        return "gathered" in self.__dict__ and self.gathered.is_whole

    # --- How long ------------------------------------------------------------------------------------------

    @cached_property
    def total(self) -> int | None:
        """Return how many there are, or None for more than `MOST_COUNTED` where that is not known."""
        conditions = self.conditions
        if conditions.is_impossible:
            return 0
        if self.is_counted_whole:
            return self.gathered.total
        if conditions.at_most is None:
            return BusinessCount.objects.aggregate(total=Sum("establishments", default=0))["total"]
        if conditions.exactly is not None:
            return conditions.exactly
        if conditions.at_least > MOST_COUNTED or "gathered" in self.__dict__ or self.is_surely_long:
            return None
        counted = conditions.matching(by_index=True).order_by()[: MOST_COUNTED + 1].count()
        return counted if counted <= MOST_COUNTED else None

    @property
    def is_surely_long(self) -> bool:
        """Return whether the conditions, if they do not know of one another, give several times what is counted.

        Counting to ten thousand takes forty milliseconds where two of them are common. The page has been found where
        they should meet.
        """
        return self.is_long and self.spreads.total > SURELY * MOST_COUNTED

    # --- The ways to a page ---------------------------------------------------------------------------------

    @cached_property
    def gathered(self) -> Gathered:
        found, parameters = sql_of(self.order.values(self.conditions.matching(by_index=True))[: self.most + 1])
        row, columns = self.order.row, ", ".join(self.order.columns)
        after, given = self.condition(self.beyond, self.start)
        passed = f"count(*) FILTER (WHERE {row} {'<' if self.backwards else '<='} %s)" if self.start else "0"
        statement = f"""
            WITH found ({columns}) AS MATERIALIZED ({found}),
            page AS (SELECT * FROM found {after} ORDER BY {self.directed} LIMIT {self.size + 1})
            SELECT counted.*, page.* FROM (SELECT count(*), {passed} FROM found) counted LEFT JOIN page ON true
            ORDER BY {self.directed}
        """
        rows = fetch(statement, [*parameters, *given, *given])
        positions = [position for _total, _before, *position in rows if position[-1] is not None]
        total, before = rows[0][:2]
        return Gathered(total, before, [tuple(position) for position in positions], total <= self.most)

    def along_the_order(self) -> list[Position] | None:
        """Return the page where it is found a short way along the order, or the order ends before it is full."""
        if self.order.name == NAME and self.conditions.alternatives:
            return self.where_names_have_it()
        stretch, parameters = sql_of(self.order.values(Establishment.objects.listed()))
        beyond, start = self.condition(self.beyond, self.start)
        statement = f"SELECT * FROM ({stretch}) each {beyond} ORDER BY {self.directed} OFFSET {LENGTH - 1} LIMIT 1"
        ends = fetch(statement, [*parameters, *start])
        positions = self.within(self.start, ends[0] if ends else None)
        return positions if len(positions) > self.size or not ends else None

    def where_names_have_it(self) -> list[Position] | None:
        """Return the page from the stretches that should have it, going on from there while it is not full."""
        start, found = self.start, []
        for _attempt in range(ATTEMPTS):
            start, end, stretches = self.spreads.window(start, 2 * self.size, backwards=self.backwards)
            if stretches > MOST_STRETCHES:
                return None
            found += self.within(start, end)[: self.size + 1 - len(found)]
            if end is None or len(found) > self.size:
                return found
            start = end
        return None

    def nearest(self) -> list[Position]:
        """Return the page place by place, or from the smallest circle tried that has it.

        Those of a word stand together in the order of names, and may be the last of a place: the index of terms finds
        them in a circle.
        """
        near, enough = self.conditions.near, self.conditions
        if not self.conditions.words:
            rows = self.order.values(self.conditions.at_hand())
            found = nearest.page(rows, near, self.start, self.size + 1, backwards=self.backwards)
            if found is not None:
                return found
        passed = self.start[0] if self.start else 0.0
        radius = hypot(passed, near.radius * sqrt(MOST_NEAR / 2 / self.spreads.total))
        for _attempt in range(0 if self.backwards else ATTEMPTS):
            circle = replace(self.conditions, near=Near(near.point, min(radius, near.radius)))
            gathered = self.of(circle).gathered
            if gathered.is_whole and (len(gathered.positions) > self.size or radius >= near.radius):
                return gathered.positions
            if gathered.is_whole and enough is not self.conditions:
                break
            if gathered.is_whole:
                radius *= 2
            else:
                enough, radius = circle, (passed + radius) / 2
        return self.of(enough).within(self.start, None)

    def of(self, conditions: Conditions) -> "Listing":
        """Return the same page of a list nearer to a place."""
        other = Listing(conditions, self.order, self.size)
        other.start, other.backwards, other.most = self.start, self.backwards, MOST_NEAR
        return other

    def within(self, start: Position | None, end: Position | None) -> list[Position]:
        """Return the rows of a page and the one after it, between two positions."""
        has_index = self.order.name != DISTANCE
        found = self.conditions.at_hand() if has_index else self.conditions.matching(by_index=True)
        rows, parameters = sql_of(self.order.values(found))
        beyond, start = self.condition(self.beyond, start)
        until, end = self.condition(">=" if self.backwards else "<=", end, "AND" if beyond else "WHERE")
        statement = f"SELECT * FROM ({rows}) each {beyond} {until} ORDER BY {self.directed} LIMIT {self.size + 1}"
        return fetch(statement, [*parameters, *start, *end])

    def condition(self, operator: str, position: Position | None, word: str = "WHERE") -> tuple[str, tuple]:
        return (f"{word} {self.order.row} {operator} %s", (tuple(position),)) if position else ("", ())

    @property
    def beyond(self) -> str:
        return "<" if self.backwards else ">"

    @property
    def directed(self) -> str:
        return self.order.directed(backwards=self.backwards)


def sql_of(establishments: QuerySet) -> tuple[str, tuple]:
    return establishments.query.sql_with_params()


def fetch(statement: str, parameters: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()
