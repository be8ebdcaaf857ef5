"""Wages by occupation and region: Job Bank's yearly file, of which only the lines about Québec are read.

The layout of 2025 and those of 2016 to 2024 differ by columns that are optional here: averages and quartiles came with
2024, the names of columns that the portal does not use changed. Files before NOC 2021 (four-digit codes) are refused.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import NOT_PUBLISHED, RowContract
from catalog.models import Kind
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, MassChange, registry
from occupations.datasets.noc import UnitGroupCode
from occupations.models import Wage
from regions.codes import ECONOMIC_REGIONS, RegionCode

UNITS = {"0": Wage.Unit.HOUR.value, "1": Wage.Unit.YEAR.value, "": Wage.Unit.HOUR.value}
OFFICIAL = "job-bank"
Dollars = Annotated[Decimal, Field(ge=0, lt=10**8)] | None
FIGURES = ("low", "median", "high", "average", "quartile_1", "quartile_3")
TEXTS = ("comes_from_fr", "comes_from_en", "comment_fr", "comment_en", "reference_period")


class WageRow(RowContract):
    """Dollars an hour or a year. A row without a median is one that the publisher suppressed."""

    unit_group_id: UnitGroupCode
    region_id: RegionCode
    unit: str
    low: Dollars = None
    median: Dollars = None
    high: Dollars = None
    average: Dollars = None
    quartile_1: Dollars = None
    quartile_3: Dollars = None
    comes_from_fr: str = Field("", max_length=200)
    comes_from_en: str = Field("", max_length=200)
    comment_fr: str = Field("", max_length=500)
    comment_en: str = Field("", max_length=500)
    reference_period: str = ""
    revised_on: str = ""


def official_wage(raw: dict) -> dict:
    area = raw["region_id"].strip().removeprefix("ER")
    if area not in ECONOMIC_REGIONS:
        raise RejectedLine("unknown-code", "region_id", raw["region_id"])
    if (flag := raw["unit"].strip()) not in UNITS:
        raise RejectedLine("unknown-label", "unit", flag)
    raw["region_id"], raw["unit"] = ECONOMIC_REGIONS[area], UNITS[flag]
    raw["unit_group_id"] = raw["unit_group_id"].strip().removeprefix("NOC_")
    for name in FIGURES:
        if raw[name] in NOT_PUBLISHED:
            raw[name] = None
    for name in TEXTS:
        if raw[name] in NOT_PUBLISHED:
            raw[name] = ""
    return raw


def portal_wage(raw: dict) -> dict:
    return {name: text or None for name, text in raw.items()} | {"unit": Wage.Unit.HOUR.value}


def edition(cursor, stage: str, layout: str) -> Edition:
    """Word the edition from its own lines: the years that its figures are about, and the date of its revision."""
    cursor.execute(
        f"SELECT min(year[1]), max(year[1]), max(revised) FROM (SELECT reference_period, max(revised_on) AS revised"
        f" FROM {stage} GROUP BY reference_period) periods,"
        f" LATERAL (SELECT regexp_matches(reference_period, '20\\d\\d', 'g') UNION ALL SELECT NULL) years(year)"
    )
    first, last, revised = cursor.fetchone()
    try:
        published_on = date.fromisoformat(revised or "")
    except ValueError:
        published_on = None
    return Edition(
        label=str(published_on.year) if published_on else last or "",
        reference_period=(first if first == last else f"{first}-{last}") or "",
        published_on=published_on,
        kind=Kind.OFFICIAL if layout == OFFICIAL else Kind.THIRD_PARTY,  # a file that someone rewrote is not theirs
    )


registry.register(
    DatasetDefinition(
        slug="wages",
        title=_("Wages by occupation and region"),
        description=_(
            "Low, median and high wages of each occupation in Québec and its regions. About nine people in ten earn "
            "more than the low wage, and about one in ten earns more than the high wage."
        ),
        publisher=_("Employment and Social Development Canada, Job Bank"),
        homepage="https://open.canada.ca/data/en/dataset/adad580f-76b0-4502-bd05-20c125de9116",
        **licences.CANADA,
        urls=(
            "https://open.canada.ca/data/dataset/adad580f-76b0-4502-bd05-20c125de9116/resource/"
            "9da94d63-b178-4a64-aeb3-b6a3bd721ad2/download/2a71-das-wage2025opendata-esdc-all-19nov2025-vf.csv",
        ),
        model=Wage,
        contract=WageRow,
        key=("unit_group_id", "region_id"),
        ascending=("low", "median", "high"),
        depends_on=("noc", "regions"),
        edition=edition,
        mass_change=MassChange(code="unit_group_id", level="median", level_by=("region_id", "unit")),
        layouts=(
            Layout(
                name=OFFICIAL,
                columns={
                    "unit_group_id": "NOC_CNP",
                    "region_id": "ER_Code_Code_RE",
                    "low": "Low_Wage_Salaire_Minium",
                    "median": "Median_Wage_Salaire_Median",
                    "high": "High_Wage_Salaire_Maximal",
                    "average": "Average_Wage_Salaire_Moyen",
                    "quartile_1": "Quartile1_Wage_Salaire_Quartile1",
                    "quartile_3": "Quartile3_Wage_Salaire_Quartile3",
                    "comes_from_en": "Data_Source_E",
                    "comes_from_fr": "Data_Source_F",
                    "reference_period": "Reference_Period",
                    "revised_on": "Revision_Date_Date_revision",
                    "unit": "Annual_Wage_Flag_Salaire_annuel",
                    "comment_en": "Wage_Comment_E",
                    "comment_fr": "Wage_Comment_F",
                },
                scope=("region_id", "ER24"),
                optional=frozenset({"average", "quartile_1", "quartile_3", "revised_on", "unit", *TEXTS}),
                prepare=official_wage,
            ),
            Layout(
                name="portal",
                columns={
                    "unit_group_id": "noc",
                    "region_id": "region",
                    "low": "low",
                    "median": "median",
                    "high": "high",
                },
                prepare=portal_wage,
            ),
        ),
    )
)
