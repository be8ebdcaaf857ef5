"""When a list is short: what to change, and how many occupations each change would give."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from occupations.criteria import CRITERIA
from occupations.panel import Panel, Question, changed, without
from regions.models import QUEBEC, Region
from regions.neighbours import NEIGHBOURS

FEW = 5  # a list shorter than this comes with a way to widen it


@dataclass(frozen=True)
class Step:
    label: str | Promise
    count: int
    address: str


class Widening:
    """The steps that give more than the `found` occupations of a list; one query at most."""

    def __init__(self, panel: Panel, regions: dict[str, Region], found: int):
        self.panel = panel
        self.filters = panel.filters
        self.query = panel.query
        self.regions = regions
        self.found = found

    @property
    def steps(self) -> list[Step]:
        steps = [*self.criteria(), *self.words(), *self.places()]
        return [step for step in steps if step.count > self.found]

    def criteria(self):
        """One question less."""
        for question in (*self.panel.questions, *self.panel.levels):
            if question.chosen:
                is_last = len(self.filters.chosen) == 1 and self.filters.query  # classes are then found as well
                count = len(self.filters.hits if is_last else self.filters.facets.left(without=question.name))
                address = changed(self.query, **{question.parameter: self.others(question)})
                yield Step(_("Without the criterion “%(criterion)s”") % {"criterion": question.label}, count, address)

    def others(self, question: Question) -> list[str]:
        """Return the answers of the address to other questions with the same parameter."""
        chosen = {answer.value for answer in question.chosen}
        return [value for value in self.query.getlist(question.parameter) if value not in chosen]

    def words(self):
        """The criteria without the words; or the broad category of the best match instead of them."""
        if not self.filters.query:
            return
        if self.filters.chosen:
            yield Step(
                _("Without the words “%(words)s”") % {"words": self.filters.query},
                len(self.filters.all_facets.left()),
                without(self.query, "q"),
            )
        if self.filters.hits and "category" not in self.filters.chosen:
            category = next(iter(self.filters.hits))[0]
            label = dict(self.filters.answers["category"]).get(category)
            if label:
                yield Step(
                    _("The whole broad category “%(category)s”") % {"category": label},
                    self.filters.all_facets.counts("category").get(category, 0),
                    changed(self.query, q=None, category=category),
                )

    def places(self):
        """The same criteria with the figures of Québec as a whole or of a neighbouring region."""
        here = self.filters.area
        if here == QUEBEC or not any(each.is_regional for each in CRITERIA if each.name in self.filters.chosen):
            return
        others = [code for code in (QUEBEC, *NEIGHBOURS[here]) if code in self.regions]
        for code, facets in self.filters.facets_in(others).items():
            region = None if code == QUEBEC else code
            label = _("With the figures of: %(region)s") % {"region": self.regions[code].name}
            yield Step(label, len(facets.left()), changed(self.query, region=region))
