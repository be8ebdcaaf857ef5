"""Jobs of the sectors of activity in each region: a layout of the portal's own, and its demonstration figures.

The Labour Force Survey publishes 16 economic regions (table 14-10-0392) and metropolitan areas (14-10-0384), by
industries that are fewer than the sectors.
"""

from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import Count, RowContract
from catalog.editions import of_years
from catalog.registry import DatasetDefinition, Layout, MassChange
from catalog.stand_in import register_with_demonstration
from regions.codes import AreaCode
from sectors.datasets.series import figure
from sectors.models import RegionalEmployment, Status


class RegionalEmploymentRow(RowContract):
    """Persons employed; empty where the status says why."""

    grouping_id: str = Field(pattern=r"^\d\d$")
    region_id: AreaCode
    year: int = Field(ge=1976, le=2100)
    employed: Count
    status: Literal["", *Status.values]


def flagged(raw: dict) -> dict:
    """Refuse an empty cell that no flag explains, and a flag that nobody knows."""
    figure(raw["employed"], raw["status"], column="employed")
    return raw | {"status": raw["status"].strip()}


LAYOUT = Layout(
    name="portal",
    columns={
        "grouping_id": "grouping",
        "region_id": "region",
        "year": "year",
        "employed": "employed",
        "status": "status",
    },
    prepare=flagged,
)


register_with_demonstration(
    DatasetDefinition(
        slug="regional-employment",
        title=_("Employment by sector and region"),
        description=_(
            "Persons employed in each of the 41 sectors of activity, year by year, in each region and metropolitan "
            "area of the Labour Force Survey, which counts Côte-Nord and Nord-du-Québec together."
        ),
        publisher=_("Statistics Canada"),
        homepage="https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1410039201",
        **licences.STATISTICS_CANADA,
        model=RegionalEmployment,
        contract=RegionalEmploymentRow,
        key=("grouping_id", "region_id", "year"),
        max_rejected=0,
        depends_on=("sector-groupings", "regions"),
        edition=of_years,
        mass_change=MassChange(code="grouping_id", level="employed", level_by=("region_id",)),
        layouts=(LAYOUT,),
    ),
    title=_("Employment by sector and region (demonstration)"),
    description=_(
        "Figures made by a rule from employment by industry and the population of regions, to show what the pages "
        "look like. They say nothing true of a sector in a region, and give way to the first real edition."
    ),
)
