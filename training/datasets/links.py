"""Which occupations each programme leads to: the portal's own table, reviewed by hand."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.registry import DatasetDefinition, Layout, registry
from occupations.datasets.fields import PORTAL
from occupations.datasets.noc import UnitGroupCode
from training.models import ProgrammeOccupation


class ProgrammeOccupationRow(RowContract):
    programme_id: str = Field(min_length=1)
    unit_group_id: UnitGroupCode
    kind: ProgrammeOccupation.Kind
    reviewed_on: date


registry.register(
    DatasetDefinition(
        slug="programme-occupations",
        title=_("Occupations of programs"),
        description=_(
            "The occupations that each program leads to, or may lead to with experience or other studies, as the "
            "portal sees them."
        ),
        model=ProgrammeOccupation,
        contract=ProgrammeOccupationRow,
        key=("programme_id", "unit_group_id"),
        depends_on=("programmes", "noc"),
        layouts=(
            Layout(
                name="portal",
                columns={
                    "programme_id": "programme",
                    "unit_group_id": "noc",
                    "kind": "kind",
                    "reviewed_on": "reviewed_on",
                },
            ),
        ),
        **PORTAL,
    )
)
