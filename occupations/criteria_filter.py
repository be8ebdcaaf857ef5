"""What searches by words and criteria have in common: of occupations, and of programs of study."""

from collections.abc import Iterable
from functools import cached_property

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet, MultipleChoiceFilter
from django_filters.fields import MultipleChoiceField
from drf_spectacular.utils import extend_schema_field

from occupations.criteria import Criterion

RELEVANCE = "relevance"


class AnswersField(MultipleChoiceField):
    """Several values, of which a form sends an empty one where nothing is chosen."""

    def to_python(self, value) -> list[str]:
        return [each for each in super().to_python(value) if each]


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class AnswersFilter(MultipleChoiceFilter):
    """A criterion, repeated for each answer that is accepted; the answers are data, so the API does not list them."""

    field_class = AnswersField


def sort_filter(names: Iterable[str]) -> ChoiceFilter:
    """Return the filter of the order: by each of these, reversed by a minus sign, or by relevance."""
    choices = [(name, name) for key in names for name in (key, f"-{key}")]
    return ChoiceFilter(label=_("Sort"), choices=[*choices, (RELEVANCE, RELEVANCE)])


class CriteriaFilter(FilterSet):
    """Filters `q` and `sort`, and one for each of the `criteria`, whose `answers` are choices by its name.

    A value that is not understood is an error of the form (the API says so) and is otherwise left out (the page).
    """

    criteria: tuple[Criterion, ...] = ()

    @classmethod
    def get_filters(cls):
        """Add a filter for each criterion, whose values are read only when they are needed."""
        return super().get_filters() | {each.name: AnswersFilter(label=each.label) for each in cls.criteria}

    def get_form_class(self):
        form_class = super().get_form_class()
        for criterion in self.criteria:
            form_class.base_fields[criterion.name].choices = lambda name=criterion.name: self.answers[name]
        return form_class

    @cached_property
    def asked(self) -> dict[str, str | list[str]]:
        """Return what was asked and understood."""
        self.form.full_clean()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        return self.asked.get("q", "")

    @property
    def chosen(self) -> dict[str, list[str]]:
        """Return the answers to each criterion that has some."""
        return {each.name: self.asked[each.name] for each in self.criteria if each.name in self.asked}

    @property
    def default_order(self) -> str:
        """Return the best match first where there is something to match, else by title."""
        return RELEVANCE if self.query else "title"

    @property
    def order(self) -> str:
        """Return the order in force."""
        sort = self.asked.get("sort", RELEVANCE)
        return self.default_order if sort == RELEVANCE else sort
