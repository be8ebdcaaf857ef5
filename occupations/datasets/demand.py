"""Occupations in demand now: a layout of the portal's own, and its demonstration figures."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, Layout, MassChange
from catalog.stand_in import register_with_demonstration
from occupations.datasets.noc import UnitGroupCode
from occupations.models import InDemand
from regions.codes import RegionCode

MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"
LAYOUT = Layout(
    name="portal",
    columns={
        "unit_group_id": "noc",
        "region_id": "region",
        "in_demand": "in_demand",
        "from_month": "from",
        "to_month": "to",
    },
)


class InDemandRow(RowContract):
    """Whether the occupation is in demand, 1 or 0; the months that this is about, the same on every line."""

    unit_group_id: UnitGroupCode
    region_id: RegionCode
    in_demand: bool
    from_month: str = Field(pattern=MONTH)
    to_month: str = Field(pattern=MONTH)


def edition(cursor, stage: str, _layout: str) -> Edition:
    """Word the edition from the months of its lines. A file in this layout was written by someone: not official."""
    cursor.execute(f"SELECT min(from_month), max(to_month) FROM {stage}")
    first, last = cursor.fetchone()
    return Edition(label=first, reference_period=f"{first} – {last}", kind=Kind.THIRD_PARTY)


register_with_demonstration(
    DatasetDefinition(
        slug="in-demand",
        title=_("Occupations in demand now"),
        description=_(
            "Occupations of which employers are looking for more workers than they find, in each region, revised twice "
            "a year. It speaks of these months; the prospects speak of the years to come."
        ),
        publisher=_("Ministère de l’Emploi et de la Solidarité sociale"),
        homepage="https://www.quebec.ca/emploi",
        licence=_("© Gouvernement du Québec"),
        licence_url="https://www.quebec.ca/droit-auteur",
        model=InDemand,
        contract=InDemandRow,
        key=("unit_group_id", "region_id"),
        depends_on=("noc", "regions"),
        edition=edition,
        mass_change=MassChange(code="unit_group_id"),
        layouts=(LAYOUT,),
    ),
    title=_("Occupations in demand now (demonstration)"),
    description=_(
        "Figures made by a rule from the prospects, to show what the pages look like. They say nothing true of the "
        "labour market, and give way to the first real edition."
    ),
)
