"""From NAICS 2017 to NAICS 2022: a correspondence table, which leads an old code to the classes that it became.

Statistics Canada's own file was not at hand: its layout is written after its sister table for the NOC. The portal's
layout takes the same facts in both languages.
"""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import RowContract
from catalog.known import keep_known
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from occupations.datasets.concordance import official_change
from sectors.datasets.naics import IndustryCode
from sectors.models import FormerIndustry


class FormerIndustryRow(RowContract):
    former_code: IndustryCode
    former_name_fr: str | None = Field(None, min_length=1, max_length=250)
    former_name_en: str = Field(min_length=1, max_length=250)
    industry_id: IndustryCode
    change: str = Field("", max_length=60)


registry.register(
    DatasetDefinition(
        slug="naics-2017",
        title=_("From NAICS 2017 to NAICS 2022"),
        description=_(
            "Which classes of NAICS 2022 those of NAICS 2017 became. The table says nothing of how many jobs went each "
            "way: no figure can be converted with it."
        ),
        publisher=_("Statistics Canada"),
        homepage="https://www.statcan.gc.ca/en/subjects/standard/naics/2022/v1/index",
        **licences.STATISTICS_CANADA,
        model=FormerIndustry,
        contract=FormerIndustryRow,
        key=("former_code", "industry_id"),
        depends_on=("naics",),
        checks=(keep_known(FormerIndustry, "former_code", "former_name_fr"),),
        edition=Edition(label="2017 v3.0 → 2022 v1.0", reference_period="2017-2022"),
        layouts=(
            Layout(
                name="statcan-en",
                columns={
                    "former_code": ("NAICS 2017 V3.0 Code", "NAICS 2017 Version 3.0 Code"),
                    "former_name_en": ("NAICS 2017 V3.0 Title", "NAICS 2017 Version 3.0 Title"),
                    "change": "GSIM Type of Change",
                    "industry_id": ("NAICS 2022 V1.0 Code", "NAICS 2022 Version 1.0 Code"),
                },
                prepare=official_change,
            ),
            Layout(
                name="portal",
                columns={
                    "former_code": "naics_2017",
                    "former_name_fr": "name_2017_fr",
                    "former_name_en": "name_2017_en",
                    "change": "change",
                    "industry_id": "naics_2022",
                },
            ),
        ),
    )
)
