"""Which occupations, in which order, with the figures of which region: the same for the page, the CSV and the API."""

from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from occupations.answers import answers
from occupations.criteria import CRITERIA, rows_for
from occupations.criteria_filter import RELEVANCE, AnswersFilter, CriteriaFilter, sort_filter
from occupations.facets import Facets
from occupations.levels import HAS, descriptor_of, question_of
from occupations.models import NocGroup
from occupations.order import SORTS, expressions, place_in
from occupations.search import Hit, search
from regions.codes import ECONOMIC_REGIONS
from regions.models import QUEBEC


class OccupationFilter(CriteriaFilter):
    """Choose and sort occupations; each comes with the wage, the prospects and the demand to show for the region.

    Classes above the unit groups appear only when `q` is their code and there is no other criterion.
    """

    q = CharFilter(label=_("A trade, a job title or a code"))
    region = ChoiceFilter(label=_("Region"), choices=[(code, code) for code in sorted(ECONOMIC_REGIONS.values())])
    sort = sort_filter(SORTS)
    criteria = CRITERIA

    class Meta:
        model = NocGroup
        fields = []

    @classmethod
    def get_filters(cls):
        return super().get_filters() | {HAS: AnswersFilter(label=_("Characteristics"))}

    def get_form_class(self):
        form_class = super().get_form_class()
        form_class.base_fields[HAS].choices = lambda: [
            (value, value) for scale in self.answers[HAS] for value in scale.values
        ]
        return form_class

    @cached_property
    def answers(self) -> dict[str, list]:
        """Return the answers to each criterion with their names in the active language."""
        return answers()

    @property
    def area(self) -> str:
        """Return the code of the region that figures are for."""
        return self.asked.get("region", QUEBEC)

    @cached_property
    def hits(self) -> dict[str, Hit]:
        """Return what the search found, by code, best first."""
        return {hit.code: hit for hit in search(self.query, get_language())} if self.query else {}

    @cached_property
    def chosen(self) -> dict[str, list[str]]:
        """Return the answers to each question that has some; each descriptor of `has` is a question."""
        chosen = super().chosen
        for answer in self.asked.get(HAS, ()):
            chosen.setdefault(question_of(answer), []).append(answer)
        return chosen

    @cached_property
    def facets(self) -> Facets:
        """Return what the criteria leave of what the words found."""
        return self.found_by_words(self.all_facets)

    @cached_property
    def all_facets(self) -> Facets:
        """Return what the criteria leave of all occupations."""
        return Facets.of(rows_for(self.area, self.descriptors), self.chosen)

    @property
    def descriptors(self) -> set[str]:
        return {descriptor_of(answer) for answer in self.asked.get(HAS, ())}

    def facets_in(self, regions: list[str]) -> dict[str, Facets]:
        """Return `facets` as seen from other regions, by their code; one query."""
        first, *others = (rows_for(code, self.descriptors) for code in regions)
        rows = {code: [] for code in regions}
        for row in first.union(*others, all=True):
            rows[row["seen_from"]].append(row)
        return {code: self.found_by_words(Facets.of(each, self.chosen)) for code, each in rows.items()}

    def found_by_words(self, facets: Facets) -> Facets:
        return facets.within(self.hits.keys()) if self.query else facets

    def filter_queryset(self, queryset):
        if self.chosen:
            found = queryset.unit_groups().filter(pk__in=self.facets.left())
        elif self.query:
            found = queryset.current().filter(pk__in=list(self.hits))
        else:
            found = queryset.unit_groups()
        order = [place_in(list(self.hits))] if self.order == RELEVANCE else expressions(self.order)
        return found.with_wage(self.area).with_outlook(self.area).with_demand(self.area).order_by(*order, "code")
