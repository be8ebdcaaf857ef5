"""Sectoral workforce committees and sectoral associations, and their sectors: one table of the portal feeds both."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Layout, registry
from sectors.datasets.groupings import PORTAL
from sectors.models import Organization, OrganizationGrouping


class OrganizationRow(RowContract):
    """The name is in French where the organization has no official English one: most have none."""

    code: str = Field(pattern=r"^[a-z0-9-]+$", max_length=30)
    kind: Organization.Kind
    short_name: str = Field("", max_length=40)
    name_fr: str = Field(min_length=1, max_length=200)
    name_en: str = Field("", max_length=200)
    field_fr: str = Field(min_length=1, max_length=120)
    field_en: str = Field(min_length=1, max_length=120)
    website: str = Field("", pattern=r"^(https://\S+)?$", max_length=200)
    evidence: Organization.Evidence


class OrganizationGroupingRow(RowContract):
    organization_id: str
    grouping_id: str = Field(pattern=r"^\d\d$")


def each_grouping(raw: dict) -> list[dict]:
    """Make a row of each code of `groupings`, which are separated by a space."""
    if not (codes := raw["groupings"].split()):
        raise RejectedLine("missing", "groupings")
    return [{"organization_id": raw["organization_id"], "grouping_id": code} for code in codes]


registry.register(
    DatasetDefinition(
        slug="sector-organizations",
        title=_("Committees and associations of sectors"),
        description=_(
            "Sectoral workforce committees, where employers and workers of a sector look after training and "
            "recruitment, and the associations of Québec that speak for a sector."
        ),
        model=Organization,
        contract=OrganizationRow,
        key=("code",),
        layouts=(Layout(name="portal", columns={name: name for name in OrganizationRow.model_fields}),),
        **PORTAL,
    )
)

registry.register(
    DatasetDefinition(
        slug="organization-groupings",
        title=_("Sectors of committees and associations"),
        description=_("Which sectors of activity each committee and each association speaks for, in whole or in part."),
        model=OrganizationGrouping,
        contract=OrganizationGroupingRow,
        key=("organization_id", "grouping_id"),
        depends_on=("sector-organizations", "sector-groupings"),
        layouts=(
            Layout(
                name="portal",
                columns={"organization_id": "code", "groupings": "groupings"},
                prepare=each_grouping,
            ),
        ),
        **PORTAL,
    )
)
