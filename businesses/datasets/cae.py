"""The portal's table from the register's classification of activities (CAE) to NAICS."""

from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from businesses.models import CaeIndustry
from catalog import licences
from catalog.contracts import RowContract
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, Layout, registry


class CaeRow(RowContract):
    code: str = Field(pattern=r"^\d{2,4}$")
    industry_id: str = Field(pattern=r"^(\d{2,6}|\d\d-\d\d)$")
    confidence: Literal["high", "medium", "low"]


registry.register(
    DatasetDefinition(
        slug="cae-naics",
        title=_("Activities of the enterprise register in NAICS"),
        description=_(
            "For each group of the register’s own codes of activity (CAE), the class of NAICS that the portal reads it "
            "as, and how sure that is. No open table gives it."
        ),
        publisher=_("The portal"),
        homepage="",
        **licences.PORTAL,
        model=CaeIndustry,
        contract=CaeRow,
        key=("code",),
        max_rejected=0,
        edition=Edition(kind=Kind.PORTAL),
        depends_on=("naics",),
        layouts=(Layout(name="portal", columns={"code": "cae", "industry_id": "naics", "confidence": "confidence"}),),
    )
)
