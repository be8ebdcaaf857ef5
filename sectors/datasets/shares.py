"""Where the people of an occupation work: a matrix of shares, in a layout of the portal's own.

It stands beside the ranks of the profiles, which say in what order and not how much.
"""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import RowContract
from catalog.editions import of_period
from catalog.problems import BadFile
from catalog.registry import DatasetDefinition, Layout, MassChange, registry
from occupations.datasets.noc import UnitGroupCode
from sectors.datasets.naics import IndustryCode
from sectors.models import OccupationShare

ROUNDING = Decimal("0.5")  # points by which the shares of an occupation may exceed the whole


class OccupationShareRow(RowContract):
    """A percentage of the people employed in the occupation; the year or years, the same on every line."""

    unit_group_id: UnitGroupCode
    industry_id: IndustryCode
    share: Decimal = Field(ge=0, le=100, max_digits=5, decimal_places=2)
    period: str = Field(pattern=r"^\d{4}(-\d{4})?$")


def refuse_more_than_whole(cursor, stage: str) -> None:
    """Classes of one level do not overlap: their shares of an occupation are at most the whole."""
    level = "CASE WHEN strpos(industry_id, '-') > 0 THEN 2 ELSE length(industry_id) END"
    cursor.execute(
        f"SELECT unit_group_id, sum(share) FROM {stage} GROUP BY unit_group_id, {level} HAVING sum(share) > %s"
        f" ORDER BY 1 LIMIT 1",
        [100 + ROUNDING],
    )
    if found := cursor.fetchone():
        raise BadFile("over-whole", value=found[0], found=found[1])


registry.register(
    DatasetDefinition(
        slug="occupation-shares",
        title=_("Where the people of each occupation work"),
        description=_(
            "The percentage of the people of each occupation who work in each industry, in the whole of Québec. "
            "A fresh copy of the portal comes without it."
        ),
        publisher=_("Statistics Canada"),
        homepage="https://www12.statcan.gc.ca/census-recensement/index-eng.cfm",
        **licences.STATISTICS_CANADA,
        model=OccupationShare,
        contract=OccupationShareRow,
        key=("unit_group_id", "industry_id"),
        depends_on=("noc", "naics"),
        checks=(refuse_more_than_whole,),
        edition=of_period,
        mass_change=MassChange(code="unit_group_id"),
        layouts=(
            Layout(
                name="portal",
                columns={"unit_group_id": "noc", "industry_id": "naics", "share": "share", "period": "period"},
            ),
        ),
    )
)
