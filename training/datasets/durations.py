"""How long programmes take: a layout of the portal's own."""

from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field

from catalog.contracts import RowContract, if_published
from catalog.editions import of_period
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Layout, MassChange
from catalog.stand_in import register_with_demonstration
from training.datasets.ministry import DEMONSTRATION, MINISTRY
from training.models import ProgrammeDuration


class DurationRow(RowContract):
    """Hours of instruction and months of full-time studies, one of them at least; the year or years they are of."""

    programme_id: str = Field(min_length=1)
    hours: Annotated[Annotated[int, Field(ge=1, le=10_000)] | None, BeforeValidator(if_published)]
    months: Annotated[Annotated[int, Field(ge=1, le=120)] | None, BeforeValidator(if_published)]
    period: str = Field(pattern=r"^\d{4}(-\d{4})?$")


def some_duration(raw: dict) -> dict:
    if not (if_published(raw["hours"]) or if_published(raw["months"])):
        raise RejectedLine("missing", "hours")
    return raw


register_with_demonstration(
    DatasetDefinition(
        slug="programme-durations",
        title=_("Durations of programs"),
        description=_("Hours of instruction of each program, and months of full-time studies."),
        homepage="https://www.inforoutefpt.org/",
        **MINISTRY,
        model=ProgrammeDuration,
        contract=DurationRow,
        key=("programme_id",),
        depends_on=("programmes",),
        edition=of_period,
        mass_change=MassChange(code="programme_id", level="hours"),
        layouts=(
            Layout(
                name="portal",
                columns={"programme_id": "programme", "hours": "hours", "months": "months", "period": "period"},
                prepare=some_duration,
            ),
        ),
    ),
    title=_("Durations of programs (demonstration)"),
    description=DEMONSTRATION,
)
