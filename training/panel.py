"""What the page shows of the criteria: the answers with what each would leave, and what is chosen, to take off."""

from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _

from occupations.models import NocGroup
from occupations.panel import Answer, Chip, Question, without
from regions.nearby import POSTAL, WITHIN
from training.criteria import CRITERIA, OFFERED_IN
from training.filters import ProgrammeFilter
from training.tied import TiedOccupations


class ProgrammePanel:
    """The criteria of one list of programmes. `query` is the address's, `tied` are the occupations of the list."""

    def __init__(self, filters: ProgrammeFilter, query: QueryDict, tied: TiedOccupations):
        self.filters = filters
        self.query = query
        self.tied = tied

    @cached_property
    def questions(self) -> list[Question]:
        """Return the criteria that some programme has an answer to."""
        questions = [self.question(each.name, each.label) for each in CRITERIA]
        return [question for question in questions if question.answers]

    def question(self, name: str, label) -> Question:
        facets = self.filters.facets
        counts, chosen, known = facets.counts(name), facets.chosen.get(name, ()), facets.members[name]
        answers = [
            Answer(value, text, counts.get(value, 0), value in chosen)
            for value, text in self.filters.answers[name]
            if value in known or value in chosen
        ]
        return Question(name, name, label, answers)

    @cached_property
    def occupation(self) -> NocGroup | None:
        """Return the occupation that the address asks for; None for a code that the classification does not have."""
        code = self.filters.led_to
        if found := self.tied.by_code.get(code):
            return found.group
        return NocGroup.objects.unit_groups().filter(pk=code).first() if code else None

    @cached_property
    def chips(self) -> list[Chip]:
        chips = [
            Chip(question.label, answer.label, without(self.query, question.parameter, value=answer.value))
            for question in self.questions
            for answer in question.chosen
        ]
        if self.filters.led_to:
            name = self.occupation.name if self.occupation else self.filters.led_to
            chips.insert(0, Chip(_("Leads to"), name, without(self.query, "occupation")))
        if nearby := self.filters.nearby.point and self.filters.nearby:
            distance = _("%(km)s km or less") % {"km": nearby.radius} if nearby.radius else ""
            place = f"{nearby.code}, {distance}" if distance else nearby.code
            chips.append(Chip(_("Near"), place, without(self.query, POSTAL, WITHIN)))
        return chips

    @property
    def cleared(self) -> str:
        """Return the address without any criterion."""
        return without(self.query, *(each.name for each in CRITERIA), "occupation", POSTAL, WITHIN)

    def only_in(self, region: str) -> tuple[int, str] | None:
        """Return how many are given in a region and the address of those only; None when one has chosen where."""
        if OFFERED_IN in self.filters.chosen or self.filters.radius:
            return None
        count = self.filters.facets.counts(OFFERED_IN).get(region, 0)
        address = self.query.copy()
        address.pop("page", None)
        address[OFFERED_IN] = region
        return count, f"?{address.urlencode()}"
