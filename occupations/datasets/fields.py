"""The 25 fields of interest: the portal's own table, and the fields of each occupation, from its profile."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import RowContract
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from occupations.datasets.noc import UnitGroupCode
from occupations.datasets.profiles import ranked_list
from occupations.models import FieldOfInterest, OccupationField

PORTAL = {
    "publisher": _("The portal"),
    "homepage": "",
    **licences.PORTAL,
    "edition": Edition(kind=Kind.PORTAL),
    "max_rejected": 0,
}


class FieldOfInterestRow(RowContract):
    code: str = Field(pattern=r"^[a-z-]+$", max_length=30)
    name_fr: str = Field(min_length=1, max_length=100)
    name_en: str = Field(min_length=1, max_length=100)


class OccupationFieldRow(RowContract):
    unit_group_id: UnitGroupCode
    field_id: str
    rank: int = Field(ge=1, le=OccupationField.MOST)


registry.register(
    DatasetDefinition(
        slug="fields-of-interest",
        title=_("Fields of interest"),
        description=_("The 25 things that people like doing and by which they can look for an occupation."),
        model=FieldOfInterest,
        contract=FieldOfInterestRow,
        key=("code",),
        layouts=(Layout(name="portal", columns={"code": "code", "name_fr": "name_fr", "name_en": "name_en"}),),
        **PORTAL,
    )
)

registry.register(
    DatasetDefinition(
        slug="occupation-fields",
        title=_("Fields of interest of occupations"),
        description=_(
            "The fields of interest that each occupation leads to, four at most, the closest first, as the portal sees "
            "them."
        ),
        model=OccupationField,
        contract=OccupationFieldRow,
        key=("unit_group_id", "field_id"),
        depends_on=("noc", "fields-of-interest"),
        layouts=(ranked_list("field_id", "fields_of_interest"),),
        **PORTAL,
    )
)
