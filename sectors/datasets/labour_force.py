"""The Labour Force Survey month by month, for the whole of Québec: a layout of the portal's own.

The publisher's tables give a line for each figure, region, sex and age; whoever extracts them writes a line a month.
"""

from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field

from catalog import licences
from catalog.contracts import Count, RowContract, if_published
from catalog.models import Kind
from catalog.problems import BadFile
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from sectors.models import LabourForceMonth

PERSONS = ("employed", "full_time", "part_time")
RATES = ("unemployment_rate", "participation_rate", "employment_rate")
Rate = Annotated[
    Annotated[Decimal, Field(ge=0, le=100, max_digits=4, decimal_places=1)] | None, BeforeValidator(if_published)
]


class LabourForceRow(RowContract):
    """Persons, and rates in percent; empty where nothing is published."""

    month: str = Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])-01$")
    employed: Count
    full_time: Count
    part_time: Count
    unemployment_rate: Rate
    participation_rate: Rate
    employment_rate: Rate


def first_day(raw: dict) -> dict:
    return raw | {"month": f"{raw['month'].strip()}-01"}


def refuse_missing_months(cursor, stage: str) -> None:
    cursor.execute(
        f"SELECT to_char(month, 'YYYY-MM'), to_char(next, 'YYYY-MM') FROM (SELECT month, lead(month) OVER (ORDER BY"
        f" month) AS next FROM {stage}) months WHERE next > month + interval '1 month' ORDER BY month LIMIT 1"
    )
    if found := cursor.fetchone():
        raise BadFile("gap", value="month", before=found[0], after=found[1])


def edition(cursor, stage: str, _layout: str) -> Edition:
    """Word the edition from its months. A file in this layout was written by someone: not official."""
    cursor.execute(f"SELECT to_char(min(month), 'YYYY-MM'), to_char(max(month), 'YYYY-MM') FROM {stage}")
    first, last = cursor.fetchone()
    return Edition(label=last, reference_period=f"{first} – {last}", kind=Kind.THIRD_PARTY)


registry.register(
    DatasetDefinition(
        slug="labour-force",
        title=_("Labour Force Survey, month by month"),
        description=_(
            "Persons employed, full time and part time, and the rates of unemployment, participation and employment, "
            "in the whole of Québec."
        ),
        publisher=_("Statistics Canada"),
        homepage="https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1410028703",
        **licences.STATISTICS_CANADA,
        model=LabourForceMonth,
        contract=LabourForceRow,
        key=("month",),
        max_rejected=0,
        checks=(refuse_missing_months,),
        edition=edition,
        layouts=(
            Layout(
                name="portal",
                columns={name: name for name in ("month", *PERSONS, *RATES)},
                prepare=first_day,
            ),
        ),
    )
)
