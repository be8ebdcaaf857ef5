"""Employment by age, by sex, full time and part time: a layout of the portal's own, and its demonstration figures."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from catalog import licences
from catalog.contracts import Count, RowContract
from catalog.editions import of_period
from catalog.registry import DatasetDefinition, Layout, MassChange
from catalog.stand_in import register_with_demonstration
from occupations.datasets.noc import UnitGroupCode
from occupations.models import Workforce
from occupations.models.workforce import AGES

BREAKDOWNS = (("women", "men"), ("full_time", "part_time"), tuple(AGES))
FIGURES = ("employed", *(part for parts in BREAKDOWNS for part in parts))
ROUNDING = 10  # persons by which each part may be off: publishers round to 5 or 10
LAYOUT = Layout(name="portal", columns={"unit_group_id": "noc", **{name: name for name in FIGURES}, "period": "period"})


class WorkforceRow(RowContract):
    """Persons employed; empty where suppressed. The year or years that they are about, the same on every line."""

    unit_group_id: UnitGroupCode
    employed: Count
    women: Count
    men: Count
    full_time: Count
    part_time: Count
    age_15_24: Count
    age_25_34: Count
    age_35_44: Count
    age_45_54: Count
    age_55_64: Count
    age_65_plus: Count
    period: str = Field(pattern=r"^\d{4}(-\d{4})?$")

    @model_validator(mode="after")
    def adds_up(self):
        for parts in BREAKDOWNS:
            figures = [getattr(self, name) for name in ("employed", *parts)]
            if None not in figures and abs(figures[0] - sum(figures[1:])) > ROUNDING * len(parts):
                column, value = ", ".join(parts), " ".join(str(figure) for figure in figures)
                raise PydanticCustomError("total", "parts do not add up", {"column": column, "value": value})
        return self


register_with_demonstration(
    DatasetDefinition(
        slug="workforce",
        title=_("Employment by age, sex and working time"),
        description=_(
            "Persons employed in each occupation in the whole of Québec, by age group, by sex, full time and part "
            "time. Where women are fewer than one in three, the occupation is non-traditional."
        ),
        publisher=_("Statistics Canada"),
        homepage="https://www12.statcan.gc.ca/census-recensement/index-eng.cfm",
        **licences.STATISTICS_CANADA,
        model=Workforce,
        contract=WorkforceRow,
        key=("unit_group_id",),
        depends_on=("noc",),
        edition=of_period,
        mass_change=MassChange(code="unit_group_id"),
        layouts=(LAYOUT,),
    ),
    title=_("Employment by age, sex and working time (demonstration)"),
    description=_(
        "Figures made by a rule from employment in Canada, to show what the pages look like. They say nothing true "
        "of the occupation, and give way to the first real edition."
    ),
)
