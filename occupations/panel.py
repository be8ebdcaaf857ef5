"""What the page shows of the criteria: the answers with what each would leave, and the chosen ones, to take off."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.http import QueryDict
from django.utils.functional import Promise

from occupations.criteria import CRITERIA
from occupations.filters import OccupationFilter
from occupations.levels import HAS, Scale, counts_at_usual


@dataclass(frozen=True)
class Answer:
    value: str
    label: str | Promise
    count: int  # what it would leave, as the only answer
    is_chosen: bool


@dataclass(frozen=True)
class Question:
    """One criterion with its answers; `name` is unique in the page, `parameter` is the address's."""

    name: str
    parameter: str
    label: str | Promise
    answers: list[Answer]
    is_flag: bool = False
    is_advanced: bool = False

    @property
    def chosen(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.is_chosen]


@dataclass(frozen=True)
class Chip:
    """Something chosen; `address` is the page without it."""

    label: str | Promise
    value: str | Promise  # "" for a criterion that one has or has not
    address: str


class Panel:
    """The criteria of one list. `query` is the address's."""

    def __init__(self, filters: OccupationFilter, query: QueryDict):
        self.filters = filters
        self.query = query

    @cached_property
    def questions(self) -> list[Question]:
        """Return the criteria that some occupation has an answer to."""
        questions = [
            Question(
                each.name,
                each.name,
                each.label,
                self.answers(each.name, self.filters.answers[each.name]),
                is_flag=each.is_flag,
                is_advanced=each.is_advanced,
            )
            for each in CRITERIA
        ]
        return [question for question in questions if question.answers]

    @cached_property
    def levels(self) -> list[Question]:
        """Return a question for each characteristic chosen."""
        return [
            Question(scale.question, HAS, scale.name, self.answers(scale.question, scale.answers))
            for scale in self.filters.answers[HAS]
            if scale.question in self.filters.chosen
        ]

    def answers(self, name: str, labels: Iterable[tuple[str, str]]) -> list[Answer]:
        """Return the answers to a question that some occupation has, seen from the region, or that are chosen."""
        facets = self.filters.facets
        counts, chosen, known = facets.counts(name), facets.chosen.get(name, ()), facets.members[name]
        return [
            Answer(value, label, counts.get(value, 0), value in chosen)
            for value, label in labels
            if value in known or value in chosen
        ]

    @property
    def main(self) -> list[Question]:
        return [question for question in self.questions if not question.is_advanced]

    @property
    def advanced(self) -> list[Question]:
        return [question for question in self.questions if question.is_advanced]

    @property
    def is_advanced(self) -> bool:
        return bool(self.levels) or any(question.chosen for question in self.advanced)

    @cached_property
    def characteristics(self) -> list[tuple[str, list[tuple[Scale, int]]]]:
        """Return what else one may ask for, by category, each with how many of the list have it."""
        asked = [scale for scale in self.filters.answers[HAS] if scale.question not in self.filters.chosen]
        counts = counts_at_usual(asked, self.filters.facets.left()) if asked else {}
        found = [(scale, counts[scale.code]) for scale in asked if scale.code in counts]
        found.sort(key=lambda pair: pair[0].category)  # by name within
        return [(category.label, list(pairs)) for category, pairs in groupby(found, lambda pair: pair[0].category)]

    @cached_property
    def chips(self) -> list[Chip]:
        return [
            Chip(
                question.label,
                "" if question.is_flag else answer.label,
                without(self.query, question.parameter, value=answer.value),
            )
            for question in (*self.questions, *self.levels)
            for answer in question.chosen
        ]

    @property
    def cleared(self) -> str:
        """Return the address without any criterion."""
        return without(self.query, *(each.name for each in CRITERIA), HAS)


def without(query: QueryDict, *names: str, value: str | None = None) -> str:
    """Return the address without criteria, or without one answer to one."""
    kept = {name: [each for each in query.getlist(name) if value is not None and each != value] for name in names}
    return changed(query, **kept)


def changed(query: QueryDict, **changes: str | list[str] | None) -> str:
    """Return the address with other criteria, from its first page."""
    query = query.copy()
    for name, values in (changes | {"page": None}).items():
        query.setlist(name, [values] if isinstance(values, str) else values or [])
    return f"?{query.urlencode(safe=':')}"
