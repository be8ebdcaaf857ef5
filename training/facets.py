"""How many programmes each answer would leave (`occupations.facets`), with offers whose two answers go together."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from occupations.facets import Facets
from training.criteria import CRITERIA, LANGUAGE, OFFERED_IN
from training.models import Programme
from training.offers import Offer


class ProgrammeFacets:
    """What is left of programmes by the answers `chosen`; language and region must be those of one and the same offer.

    So each of the two is counted among the offers that the other leaves, and replaces it.
    """

    def __init__(self, programmes: Iterable[Programme], offers: Iterable[Offer], chosen: Mapping[str, list[str]]):
        self.programmes = list(programmes)
        self.offers = list(offers)
        self.chosen = chosen

    @cached_property
    def members(self) -> dict[str, dict[str, set[str]]]:
        members = {criterion.name: {} for criterion in CRITERIA}
        for programme in self.programmes:
            for criterion in CRITERIA:
                for answer in criterion.answers(programme):
                    members[criterion.name].setdefault(answer, set()).add(programme.pk)
        languages, regions = self.chosen.get(LANGUAGE), self.chosen.get(OFFERED_IN)
        for offer in self.offers:
            if not regions or offer.region in regions:
                members[LANGUAGE].setdefault(offer.language, set()).add(offer.programme)
            if not languages or offer.language in languages:
                members[OFFERED_IN].setdefault(offer.region, set()).add(offer.programme)
        return members

    def facets(self, without: str) -> Facets:
        chosen = {name: answers for name, answers in self.chosen.items() if name != without}
        return Facets((programme.pk for programme in self.programmes), self.members, chosen)

    @cached_property
    def by_language(self) -> Facets:
        return self.facets(without=OFFERED_IN)

    @cached_property
    def by_region(self) -> Facets:
        return self.facets(without=LANGUAGE)

    def within(self, codes: Iterable[str]) -> "ProgrammeFacets":
        """Return the same of fewer programmes."""
        kept = set(codes)
        return ProgrammeFacets([each for each in self.programmes if each.pk in kept], self.offers, self.chosen)

    def left(self, without: str | None = None) -> frozenset[str]:
        """Return what meets every criterion, or every one but `without`."""
        if without is not None:
            return ProgrammeFacets(
                self.programmes, self.offers, {name: each for name, each in self.chosen.items() if name != without}
            ).left()
        return (self.by_language if LANGUAGE in self.chosen else self.by_region).left()

    def counts(self, criterion: str) -> dict[str, int]:
        """Return how many programmes each answer would leave, as the only one to its criterion; 0 is left out."""
        has_language = criterion == LANGUAGE or (criterion != OFFERED_IN and LANGUAGE in self.chosen)
        return (self.by_language if has_language else self.by_region).counts(criterion)
