"""The main industries of each occupation, from its profile."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.registry import DatasetDefinition, registry
from occupations.datasets.noc import UnitGroupCode
from occupations.datasets.profiles import ranked_list
from sectors.datasets.groupings import PORTAL
from sectors.models import OccupationIndustry


class OccupationIndustryRow(RowContract):
    unit_group_id: UnitGroupCode
    industry_id: str = Field(pattern=r"^\d{3}$")
    rank: int = Field(ge=1)


registry.register(
    DatasetDefinition(
        slug="occupation-industries",
        title=_("Industries of occupations"),
        description=_(
            "The NAICS subsectors where each occupation is mostly found, the main one first, as the portal sees them."
        ),
        model=OccupationIndustry,
        contract=OccupationIndustryRow,
        key=("unit_group_id", "industry_id"),
        depends_on=("noc", "naics"),
        layouts=(ranked_list("industry_id", "sectors"),),
        **PORTAL,
    )
)
