"""The occupations of information and communications technologies: the portal's own list."""

from django.utils.translation import gettext_lazy as _

from catalog.contracts import RowContract
from catalog.registry import DatasetDefinition, Layout, registry
from occupations.datasets.fields import PORTAL
from occupations.datasets.noc import UnitGroupCode
from occupations.models import IctOccupation


class IctOccupationRow(RowContract):
    unit_group_id: UnitGroupCode


registry.register(
    DatasetDefinition(
        slug="ict-occupations",
        title=_("Occupations in information and communications technologies (ICT)"),
        description=_(
            "The unit groups whose work is to make, run or maintain information and communications technologies, as "
            "the portal sees them."
        ),
        model=IctOccupation,
        contract=IctOccupationRow,
        key=("unit_group_id",),
        depends_on=("noc",),
        layouts=(Layout(name="portal", columns={"unit_group_id": "noc"}),),
        **PORTAL,
    )
)
