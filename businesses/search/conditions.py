"""What an establishment must have to be listed, and what is known of the length of the list before it is read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from math import cos, floor, hypot, radians

from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, F, Func, QuerySet

from businesses.models import Establishment, Term
from businesses.search.spread import Alternatives
from businesses.search.words import Word, quoted
from regions.distance import KILOMETRES_PER_DEGREE, Point, around, kilometres

MUCH = 4  # times as many
CELLS = 10  # to a degree: the facets of kind `p:`


class TermsQuery(SearchQuery):
    """Terms as they are: what `to_tsquery` would parse once more, and "n:722" in two."""

    def __init__(self, terms: str):
        super().__init__(terms)
        self.terms = terms

    def as_sql(self, compiler, connection, **extra):
        return "%s::tsquery", [self.terms]


class HasTerms(Func):
    """What `@@` asks, of rows that something else finds."""

    function = "ts_match_vq"
    output_field = BooleanField()

    def __init__(self, terms: str):
        super().__init__(F("terms"), TermsQuery(terms))


@dataclass(frozen=True)
class Near:
    """Within a number of kilometres of a point, as the crow flies."""

    point: Point
    radius: float

    @property
    def cells(self) -> list[str]:
        """Return the facets of the tenths of a degree that the circle may touch."""
        return [f"p:{y}:{x}" for y, x in self.squares]

    @property
    def cells_within(self) -> list[str]:
        """Return those that lie in the circle whole."""
        edge = 1 / CELLS
        return [
            f"p:{y}:{x}"
            for y, x in self.squares
            if all(
                distance(self.point, Point(y * edge + north, x * edge + east)) <= self.radius
                for north in (0, edge)
                for east in (0, edge)
            )
        ]

    @property
    def squares(self) -> list[tuple[int, int]]:
        box = dict(around(self.point, self.radius).children)
        south, north = (floor(edge * CELLS) for edge in box["latitude__range"])
        west, east = (floor(edge * CELLS) for edge in box["longitude__range"])
        return [(y, x) for y in range(south, north + 1) for x in range(west, east + 1)]


def distance(one: Point, other: Point) -> float:
    """Return the kilometres between two points that are near each other, on a flat map."""
    north = other.latitude - one.latitude
    east = (other.longitude - one.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return KILOMETRES_PER_DEGREE * hypot(north, east)


@dataclass
class Conditions:
    """All of `words`, one of each of `facets` (by name, the terms any of which will do), and the place."""

    words: list[Word] = field(default_factory=list)
    facets: dict[str, list[str]] = field(default_factory=dict)
    near: Near | None = None

    @cached_property
    def frequencies(self) -> dict[str, int]:
        """Return how many establishments have each facet; one query."""
        return frequencies(self.looked_up)

    @classmethod
    def look_up_together(cls, lists: Iterable["Conditions"], known: dict[str, int]) -> None:
        """Do it for several lists, whose places need none where there are words or facets; one query at most."""
        lists = list(lists)
        terms = {term for each in lists for term in (each.facet_terms if each.words or each.facets else each.looked_up)}
        found = known | frequencies(sorted(terms - known.keys()))
        for each in lists:
            each.frequencies = found

    @property
    def looked_up(self) -> list[str]:
        return [*self.facet_terms, *(self.near.cells if self.near else [])]

    @property
    def facet_terms(self) -> list[str]:
        return [term for terms in self.facets.values() for term in terms]

    def known(self, terms: Iterable[str]) -> dict[str, int]:
        """Return those that some establishment has, with how many have each."""
        return {term: self.frequencies[term] for term in terms if self.frequencies[term]}

    @cached_property
    def cells(self) -> dict[str, int]:
        return self.known(self.near.cells) if self.near else {}

    @cached_property
    def upper_bounds(self) -> list[int]:
        """Return the number of establishments that meet each condition, at most."""
        found = [word.most for word in self.words]
        found += [sum(self.known(terms).values()) for terms in self.facets.values()]
        return [*found, sum(self.cells.values())] if self.near else found

    @property
    def alternatives(self) -> list[Alternatives]:
        """Return each condition by its terms."""
        words = [Alternatives(word.terms, word.typed if word.begun else "", word.most) for word in self.words]
        facets = [Alternatives(self.known(terms)) for terms in self.facets.values()]
        if not self.near:
            return words + facets
        within = sum(self.known(self.near.cells_within).values())
        half_way = (within + sum(self.cells.values())) // 2  # of what is in the squares that the circle cuts, half
        return [*words, *facets, Alternatives(self.cells, most=half_way)]

    @property
    def is_impossible(self) -> bool:
        """Return whether nothing has one of the words or facets; a number may be one that the vocabulary leaves out."""
        return self.lacks_a_term or (self.near is not None and not self.cells)

    @property
    def lacks_a_term(self) -> bool:
        words = [word.terms or word.begun for word in self.words]
        return not all([*words, *(self.known(terms) for terms in self.facets.values())])

    @property
    def at_most(self) -> int | None:
        """Return how many establishments are listed at most; None for all there are."""
        return min(self.upper_bounds, default=None)

    @property
    def exactly(self) -> int | None:
        """Return how many are listed where that is known: for one facet, or one word in one form."""
        if self.near or len(self.upper_bounds) != 1:
            return None
        if self.words and (self.words[0].begun or len(self.words[0].terms) != 1):
            return None
        return self.upper_bounds[0] or None

    @property
    def at_least(self) -> int:
        """Return how many are listed at least, as far as the vocabulary tells."""
        if len(self.upper_bounds) != 1:
            return 0
        if self.near:
            return sum(self.known(self.near.cells_within).values())
        return self.exactly or (self.words[0].least if self.words else 0)

    def matching(self, *, by_index: bool) -> QuerySet:
        """Return what is to be listed, found by the index of terms: with the place where that is to find it too."""
        found, terms = Establishment.objects.listed(), self.indexed if by_index else self.tsquery
        return self.in_place(found.filter(terms=TermsQuery(terms)) if terms else found)

    def at_hand(self) -> QuerySet:
        """Return the same of rows that are found otherwise: along an order, or at a place.

        PostgreSQL takes terms that go together for rare, and gathered eighteen thousand rows for a page that two
        thousand of the order of names had (November 2026).
        """
        found = Establishment.objects.listed()
        return self.in_place(found.filter(HasTerms(self.tsquery)) if self.tsquery else found)

    def in_place(self, found: QuerySet) -> QuerySet:
        if not self.near:
            return found
        here, radius = self.near.point, self.near.radius
        return found.filter(around(here, radius)).alias(away=kilometres(here)).filter(away__lte=radius)

    @property
    def tsquery(self) -> str:
        parts = [word.tsquery for word in self.words]
        return " & ".join(parts + [any_of(self.known(terms)) for terms in self.facets.values()])

    @property
    def indexed(self) -> str:
        """Return what the index is asked: without the squares of a circle that holds far more than the rest lists.

        To count a common word around Montréal took 217 ms with them and 47 without (1.5 million rows, November 2026).
        """
        squares = sum(self.cells.values()) if self.near else 0
        others = self.upper_bounds[:-1]
        asks_squares = squares and all(squares < MUCH * most for most in others)
        return " & ".join(filter(None, [self.tsquery, any_of(self.cells) if asks_squares else ""]))


def frequencies(terms: list[str]) -> dict[str, int]:
    """Return how many establishments have each term, 0 for what none has."""
    found = Term.objects.filter(pk__in=terms).values_list("term", "establishments") if terms else ()
    return dict.fromkeys(terms, 0) | dict(found)


def any_of(terms: Iterable[str]) -> str:
    return f"({' | '.join(map(quoted, terms))})"
