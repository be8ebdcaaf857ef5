"""What became of graduates: a layout of the portal's own, for the surveys named La Relance."""

from decimal import Decimal
from typing import Annotated, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field

from catalog.contracts import Count, RowContract, if_published
from catalog.editions import of_years
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Layout, MassChange
from catalog.stand_in import register_with_demonstration
from training.datasets.ministry import DEMONSTRATION, MINISTRY
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
        edition=of_years,
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
    description=DEMONSTRATION,
)
