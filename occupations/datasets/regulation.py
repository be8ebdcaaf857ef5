"""Regulated occupations: the bodies that regulate them, and what each reserves to the people whom it admits."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.registry import DatasetDefinition, Layout, registry
from occupations.datasets.fields import PORTAL
from occupations.datasets.noc import UnitGroupCode
from occupations.models import Regulation, RegulatoryBody


class RegulatoryBodyRow(RowContract):
    """The name is in French where the body has no other: most have none."""

    code: str = Field(pattern=r"^[a-z-]+$", max_length=20)
    name_fr: str = Field(min_length=1, max_length=200)
    name_en: str = Field("", max_length=200)
    is_order: bool
    website: str = Field(pattern=r"^https://", max_length=200)


class RegulationRow(RowContract):
    unit_group_id: UnitGroupCode
    body_id: str
    title_fr: str = Field(min_length=1, max_length=200)
    title_en: str = Field(min_length=1, max_length=200)
    kind: Regulation.Kind
    covers_all: bool
    evidence: Regulation.Evidence


registry.register(
    DatasetDefinition(
        slug="regulatory-bodies",
        title=_("Regulatory bodies"),
        description=_(
            "The 46 professional orders of Québec and the other bodies that issue a certificate, a permit or a licence."
        ),
        model=RegulatoryBody,
        contract=RegulatoryBodyRow,
        key=("code",),
        layouts=(
            Layout(
                name="portal",
                columns={
                    "code": "code",
                    "name_fr": "name_fr",
                    "name_en": "name_en",
                    "is_order": "order",
                    "website": "website",
                },
            ),
        ),
        **PORTAL,
    )
)

registry.register(
    DatasetDefinition(
        slug="regulations",
        title=_("Regulated occupations"),
        description=_(
            "What each body reserves to the people whom it admits, and the occupations concerned. Confirm with the "
            "body itself before you decide anything."
        ),
        model=Regulation,
        contract=RegulationRow,
        key=("unit_group_id", "body_id", "title_fr"),
        depends_on=("noc", "regulatory-bodies"),
        layouts=(
            Layout(
                name="portal",
                columns={
                    "unit_group_id": "noc",
                    "body_id": "body",
                    "title_fr": "title_fr",
                    "title_en": "title_en",
                    "kind": "kind",
                    "covers_all": "covers_all",
                    "evidence": "evidence",
                },
            ),
        ),
        **PORTAL,
    )
)
