"""The portal's own descriptions of the 41 sectors of activity and the 20 sectors of NAICS: one YAML file each."""

from django.utils.translation import gettext_lazy as _

from catalog.problems import BadFile
from catalog.registry import DatasetDefinition, Layout, registry
from sectors.datasets.description_texts import SectorDescriptionRow
from sectors.datasets.groupings import PORTAL
from sectors.models import SectorDescription


def refuse_unknown_elsewhere(cursor, stage: str) -> None:
    """Raise where a description sends to a class that there is not: no foreign key looks into a document."""
    cursor.execute(
        f"SELECT stage.code, other ->> 'code' FROM {stage} stage,"
        f" jsonb_array_elements((text_fr -> 'not_here') || (text_en -> 'not_here')) AS other"
        f" WHERE NOT EXISTS (SELECT FROM sectors_industry i WHERE i.code = other ->> 'code') ORDER BY 1, 2 LIMIT 1"
    )
    if found := cursor.fetchone():
        code, other = found
        raise BadFile("refused", file=f"{code}.yaml", line=1, column="not_here", value=other, reason="unknown-code")


registry.register(
    DatasetDefinition(
        slug="sector-descriptions",
        title=_("Descriptions of sectors"),
        description=_(
            "What each sector of activity and each sector of NAICS is, who works there, what is in it and what is "
            "elsewhere, told by the portal in plain words, in French and in English."
        ),
        model=SectorDescription,
        contract=SectorDescriptionRow,
        key=("code",),
        depends_on=("naics", "sector-groupings"),
        checks=(refuse_unknown_elsewhere,),
        layouts=(
            Layout(
                name="descriptions",
                folder=True,
                columns={
                    "code": "code",
                    "grouping_id": "grouping",
                    "industry_id": "industry",
                    "text_fr": "fr",
                    "text_en": "en",
                    "reviewed_on": "reviewed",
                },
            ),
        ),
        **PORTAL,
    )
)
