"""Which occupations, in which order, with the figures of which region: the same for the page and the API."""

from functools import cached_property

from django.contrib.postgres.fields import ArrayField
from django.db.models import Case, CharField, DecimalField, F, Func, IntegerField, Value, When
from django.db.models.functions import Lower
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet

from occupations.models import NocGroup, Wage
from occupations.profile.wages import HOURS_A_YEAR
from occupations.search import Hit, search
from regions.codes import ECONOMIC_REGIONS
from regions.models import QUEBEC

RELEVANCE = "relevance"
SORTS = ("title", "code", "teer", "prospects", "wage")
ACCENTED, PLAIN = "àâäçéèêëîïôöœùûü", "aaaceeeeiiooouuu"


class OccupationFilter(FilterSet):
    """Choose and sort occupations; each comes with the wage and the prospects to show for the region.

    A value that is not understood is an error of the form (the API says so) and is otherwise left out (the page).
    Classes above the unit groups appear only when `q` is their code.
    """

    q = CharFilter(label=_("A trade, a job title or a code"))
    region = ChoiceFilter(label=_("Region"), choices=[(code, code) for code in sorted(ECONOMIC_REGIONS.values())])
    sort = ChoiceFilter(
        label=_("Sort"), choices=[(name, name) for key in SORTS for name in (key, f"-{key}")] + [(RELEVANCE, RELEVANCE)]
    )

    class Meta:
        model = NocGroup
        fields = []

    @cached_property
    def asked(self) -> dict[str, str]:
        """Return what was asked and understood."""
        self.form.full_clean()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        return self.asked.get("q", "")

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

    def filter_queryset(self, queryset):
        region = self.asked.get("region", QUEBEC)
        chosen = queryset.current().filter(pk__in=list(self.hits)) if self.query else queryset.unit_groups()
        return chosen.with_wage(region).with_outlook(region).order_by(*self.expressions(), "code")

    def expressions(self) -> list:
        """Return what `order_by` takes: what is not published last either way."""
        if self.order == RELEVANCE:
            return [place_in(list(self.hits))]
        name = self.order.removeprefix("-")
        key = {
            "title": alphabetical(),
            "code": F("code"),
            "teer": F("teer"),
            "prospects": -F("outlook_rank"),
            "wage": dollars_a_year(),
        }[name]
        order = [key.desc(nulls_last=True) if self.order.startswith("-") else key.asc(nulls_last=True)]
        if name == "prospects":
            order.append(F("outlook_level").asc(nulls_last=True))  # undetermined before unpublished
        return [*order, alphabetical()]


def place_in(codes: list[str]) -> Func:
    """Sort by the place that each code has in a list."""
    return Func(
        Value(codes, output_field=ArrayField(CharField())),
        F("code"),
        function="array_position",
        output_field=IntegerField(),
    )


def alphabetical() -> Func:
    """Sort names in the active language whatever their accents; not every PostgreSQL is built with ICU."""
    name = Lower(f"name_{get_language()}")
    return Func(name, Value(ACCENTED), Value(PLAIN), function="translate", output_field=CharField())


def dollars_a_year() -> Case:
    """Make hourly and annual wages comparable, by the hours that the portal's estimates count in a year."""
    return Case(
        When(wage_unit=Wage.Unit.HOUR, then=F("wage_median") * HOURS_A_YEAR),
        default=F("wage_median"),
        output_field=DecimalField(),
    )
