"""The 21 training sectors."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.registry import DatasetDefinition, Layout, registry
from occupations.datasets.fields import PORTAL
from training.models import TrainingSector


class TrainingSectorRow(RowContract):
    code: str = Field(pattern=r"^\d\d$")
    name_fr: str = Field(min_length=1, max_length=120)
    name_en: str = Field(min_length=1, max_length=120)


registry.register(
    DatasetDefinition(
        slug="training-sectors",
        title=_("Training sectors"),
        description=_("The 21 sectors in which vocational and technical programs are arranged."),
        model=TrainingSector,
        contract=TrainingSectorRow,
        key=("code",),
        layouts=(Layout(name="portal", columns={name: name for name in TrainingSectorRow.model_fields}),),
        **PORTAL,
    )
)
