"""Prospects of the sectors of activity in each region: a layout of the portal's own, and its demonstration levels."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog.contracts import RowContract
from catalog.editions import of_period
from catalog.problems import BadFile
from catalog.registry import DatasetDefinition, Layout, MassChange
from catalog.stand_in import register_with_demonstration
from regions.codes import RegionCode
from sectors.models import SectorProspect


class SectorProspectRow(RowContract):
    """A level of a scale of `outlook-scales`; the scale and the years are the same on every line."""

    grouping_id: str = Field(pattern=r"^\d\d$")
    region_id: RegionCode
    level_id: str = Field(pattern=r"^[a-z0-9-]+:[a-z-]+$", max_length=60)
    period: str = Field(pattern=r"^\d{4}-\d{4}$")


def level(raw: dict) -> dict:
    scale = raw.pop("scale").strip()
    return raw | {"level_id": f"{scale}:{raw['level_id'].strip()}"}


def refuse_several_scales(cursor, stage: str) -> None:
    """Levels of two scales say nothing together: a release has one."""
    cursor.execute(f"SELECT DISTINCT split_part(level_id, ':', 1) FROM {stage} ORDER BY 1")
    scales = [scale for (scale,) in cursor.fetchall()]
    if len(scales) > 1:
        raise BadFile("several-scales", value=", ".join(scales))


LAYOUT = Layout(
    name="portal",
    columns={
        "grouping_id": "grouping",
        "region_id": "region",
        "scale": "scale",
        "level_id": "level",
        "period": "period",
    },
    prepare=level,
)


register_with_demonstration(
    DatasetDefinition(
        slug="sector-prospects",
        title=_("Prospects of sectors"),
        description=_("How employment should change in each sector of activity and region over some years."),
        publisher=_("Ministère de l’Emploi et de la Solidarité sociale"),
        homepage="https://www.quebec.ca/emploi",
        licence=_("© Gouvernement du Québec"),
        licence_url="https://www.quebec.ca/droit-auteur",
        model=SectorProspect,
        contract=SectorProspectRow,
        key=("grouping_id", "region_id"),
        max_rejected=0,
        checks=(refuse_several_scales,),
        depends_on=("sector-groupings", "regions", "outlook-scales"),
        edition=of_period,
        mass_change=MassChange(code="grouping_id"),
        layouts=(LAYOUT,),
    ),
    title=_("Prospects of sectors (demonstration)"),
    description=_(
        "Levels made by a rule, to show what the pages look like. They are not forecasts, and give way to the "
        "first real edition."
    ),
)
