"""Which occupations, in which order, with the figures of which region: the same for the page, the CSV and the API."""

from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet, MultipleChoiceFilter
from django_filters.fields import MultipleChoiceField
from drf_spectacular.utils import extend_schema_field

from occupations.answers import answers
from occupations.criteria import CRITERIA, rows_for
from occupations.facets import Facets
from occupations.levels import HAS, descriptor_of, question_of
from occupations.models import NocGroup
from occupations.order import SORTS, expressions, place_in
from occupations.search import Hit, search
from regions.codes import ECONOMIC_REGIONS
from regions.models import QUEBEC

RELEVANCE = "relevance"


class AnswersField(MultipleChoiceField):
    """Several values, of which a form sends an empty one where nothing is chosen."""

    def to_python(self, value) -> list[str]:
        return [each for each in super().to_python(value) if each]


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class AnswersFilter(MultipleChoiceFilter):
    """A criterion, repeated for each answer that is accepted; the answers are data, so the API does not list them."""

    field_class = AnswersField


class OccupationFilter(FilterSet):
    """Choose and sort occupations; each comes with the wage, the prospects and the demand to show for the region.

    A value that is not understood is an error of the form (the API says so) and is otherwise left out (the page).
    Classes above the unit groups appear only when `q` is their code and there is no other criterion.
    """

    q = CharFilter(label=_("A trade, a job title or a code"))
    region = ChoiceFilter(label=_("Region"), choices=[(code, code) for code in sorted(ECONOMIC_REGIONS.values())])
    sort = ChoiceFilter(
        label=_("Sort"), choices=[(name, name) for key in SORTS for name in (key, f"-{key}")] + [(RELEVANCE, RELEVANCE)]
    )

    class Meta:
        model = NocGroup
        fields = []

    @classmethod
    def get_filters(cls):
        """Add a filter for each criterion, whose values are read only when they are needed."""
        labels = {each.name: each.label for each in CRITERIA} | {HAS: _("Characteristics")}
        return super().get_filters() | {name: AnswersFilter(label=label) for name, label in labels.items()}

    def get_form_class(self):
        form_class = super().get_form_class()
        for criterion in CRITERIA:
            form_class.base_fields[criterion.name].choices = lambda name=criterion.name: self.answers[name]
        form_class.base_fields[HAS].choices = lambda: [
            (value, value) for scale in self.answers[HAS] for value in scale.values
        ]
        return form_class

    @cached_property
    def answers(self) -> dict[str, list]:
        """Return the answers to each criterion with their names in the active language."""
        return answers()

    @cached_property
    def asked(self) -> dict[str, str | list[str]]:
        """Return what was asked and understood."""
        self.form.full_clean()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        return self.asked.get("q", "")

    @property
    def area(self) -> str:
        """Return the code of the region that figures are for."""
        return self.asked.get("region", QUEBEC)

    @property
    def order(self) -> str:
        """Return the order in force: best match first where there is something to match, else by title."""
        default = RELEVANCE if self.query else "title"
        sort = self.asked.get("sort", default)
        return default if sort == RELEVANCE else sort

    @cached_property
    def hits(self) -> dict[str, Hit]:
        """Return what the search found, by code, best first."""
        return {hit.code: hit for hit in search(self.query, get_language())} if self.query else {}

    @cached_property
    def chosen(self) -> dict[str, list[str]]:
        """Return the answers to each question that has some; each descriptor of `has` is a question."""
        chosen = {each.name: self.asked[each.name] for each in CRITERIA if each.name in self.asked}
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
