"""Who gives which programme: a layout of the portal's own, because no publisher has an open file of it."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.editions import of_period
from catalog.registry import DatasetDefinition, Layout, MassChange
from catalog.stand_in import register_with_demonstration
from occupations.models.noc import Language
from training.datasets.ministry import DEMONSTRATION, MINISTRY
from training.models import Offering


class OfferingRow(RowContract):
    """A programme at an institution in a language; the school year or years, the same on every line."""

    programme_id: str = Field(min_length=1)
    institution_id: str = Field(pattern=r"^\d{6}$")
    language: Language
    period: str = Field(pattern=r"^\d{4}(-\d{4})?$")


register_with_demonstration(
    DatasetDefinition(
        slug="programme-offerings",
        title=_("Programs given by each institution"),
        description=_("Which programs each institution gives, in French or in English."),
        homepage="https://www.inforoutefpt.org/",
        **MINISTRY,
        model=Offering,
        contract=OfferingRow,
        key=("programme_id", "institution_id", "language"),
        depends_on=("programmes", "institutions"),
        edition=of_period,
        mass_change=MassChange(code="programme_id"),
        layouts=(
            Layout(
                name="portal",
                columns={
                    "programme_id": "programme",
                    "institution_id": "institution",
                    "language": "language",
                    "period": "period",
                },
            ),
        ),
    ),
    title=_("Programs given by each institution (demonstration)"),
    description=DEMONSTRATION,
)
