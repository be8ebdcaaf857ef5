"""What became of graduates: a layout of the portal's own, for the surveys named La Relance."""

from decimal import Decimal
from typing import Annotated, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field

from catalog.contracts import Count, RowContract, if_published
from catalog.models import Kind
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, MassChange
from training.datasets.stand_in import MINISTRY, register_with_demonstration
from training.models import GraduateOutcome

FIGURES = ("placement_rate", "related_rate", "weekly_earnings", "studying_rate")
Percentage = Annotated[Annotated[Decimal, Field(ge=0, le=100)] | None, BeforeValidator(if_published)]


class OutcomeRow(RowContract):
    """Percentages and dollars a week; empty where the status says why."""

    programme_id: str = Field(min_length=1)
    year: int = Field(ge=1990, le=2100)
    placement_rate: Percentage
    related_rate: Percentage
    weekly_earnings: Count
    studying_rate: Percentage
    status: Literal["", *GraduateOutcome.Status.values]


def flagged(raw: dict) -> dict:
    """Refuse an empty cell that no status explains, and a status that explains none."""
    missing = [name for name in FIGURES if if_published(raw[name]) is None]
    if missing and not raw["status"].strip():
        raise RejectedLine("no-figure", missing[0])
    if raw["status"].strip() and not missing:
        raise RejectedLine("flag-and-figure", "status", raw["status"])
    return raw


def edition(cursor, stage: str, _layout: str) -> Edition:
    """Word the edition from its years. A file in this layout was written by someone: not official."""
    cursor.execute(f"SELECT min(year), max(year) FROM {stage}")
    first, last = cursor.fetchone()
    return Edition(
        label=str(last), reference_period=str(last) if first == last else f"{first}-{last}", kind=Kind.THIRD_PARTY
    )


register_with_demonstration(
    DatasetDefinition(
        slug="graduate-outcomes",
        title=_("What became of graduates"),
        description=_(
            "Of the graduates of each program: how many have a job, in what they studied, what they earn, and how "
            "many pursue other studies."
        ),
        homepage="https://www.quebec.ca/education/statistiques",
        **MINISTRY,
        model=GraduateOutcome,
        contract=OutcomeRow,
        key=("programme_id", "year"),
        depends_on=("programmes",),
        edition=edition,
        mass_change=MassChange(code="programme_id", level="weekly_earnings"),
        layouts=(
            Layout(
                name="portal",
                columns={"programme_id": "programme", "year": "year"} | {name: name for name in (*FIGURES, "status")},
                prepare=flagged,
            ),
        ),
    ),
    title=_("What became of graduates (demonstration)"),
)
