"""How many occupations each answer would leave: arithmetic on sets of codes.

Answers to one criterion widen (or), criteria narrow one another (and). What is counted beside an answer is the list
that it alone would give, with the other criteria as they are.
"""

from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from itertools import chain

from occupations.criteria import CRITERIA
from occupations.levels import met_by, question_of

Members = Mapping[str, Mapping[str, Set[str]]]  # criterion → answer → codes


class Facets:
    """What is left of `everything` by the answers `chosen` (criterion → answers)."""

    def __init__(self, everything: Iterable[str], members: Members, chosen: Mapping[str, list[str]]):
        self.everything = frozenset(everything)
        self.members = members
        self.chosen = chosen

    @classmethod
    def of(cls, rows: Iterable[Mapping], chosen: Mapping[str, list[str]]) -> "Facets":
        """Return what criteria leave of occupations, given as rows of `criteria.rows_for`."""
        everything = []
        members = {name: {} for name in (*(criterion.name for criterion in CRITERIA), *chosen)}
        for row in rows:
            everything.append(row["code"])
            for criterion in CRITERIA:
                for answer in criterion.answers(row):
                    members[criterion.name].setdefault(answer, set()).add(row["code"])
            for answer in chain.from_iterable(map(met_by, row["ratings"] or ())):
                members[question_of(answer)].setdefault(answer, set()).add(row["code"])
        return cls(everything, members, chosen)

    def within(self, codes: Iterable[str]) -> "Facets":
        """Return the same of fewer occupations."""
        return Facets(self.everything.intersection(codes), self.members, self.chosen)

    def having(self, criterion: str, answers: Iterable[str]) -> set[str]:
        return set().union(*(self.members[criterion].get(answer, ()) for answer in answers))

    @cached_property
    def by_criterion(self) -> dict[str, set[str]]:
        return {criterion: self.having(criterion, answers) for criterion, answers in self.chosen.items()}

    def left(self, without: str | None = None) -> frozenset[str]:
        """Return what meets every criterion, or every one but `without`."""
        others = (codes for criterion, codes in self.by_criterion.items() if criterion != without)
        return self.everything.intersection(*others)

    def counts(self, criterion: str) -> dict[str, int]:
        """Return how many occupations each answer would leave, as the only one to its criterion; 0 is left out."""
        rest = self.left(without=criterion)
        counts = {answer: len(rest & codes) for answer, codes in self.members.get(criterion, {}).items()}
        return {answer: count for answer, count in counts.items() if count}
