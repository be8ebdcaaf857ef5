"""National projections over ten years: the summary of COPS, for Canada as a whole."""

from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import NOT_PUBLISHED, Change, Count, RowContract
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from occupations.datasets.noc import UnitGroupCode
from occupations.models import Projection
from occupations.models.projection import Condition
from occupations.search.index import rebuild

FIGURES = {
    "employment": "Employment_emploi_2023",
    "employment_growth": "Employment_Growth_croissance_emploi",
    "retirements": "Retirements_retraites",
    "other_replacement": "Other_Replacement_autre_remplacement",
    "job_openings": "Total_Job_Openings_Perspective_d'emploi",
    "school_leavers": "School_Leavers_Sortants_scolaires",
    "immigration": "Immigration",
    "other_seekers": "Other_Seekers_autres_chercheurs",
    "job_seekers": "Job_Seekers_Chercheurs_emploi",
}
CONDITIONS = {
    "recent_conditions": "Recent_Labour_Market_Conditions",
    "future_conditions": "Future_Labour_Market_Conditions",
}
LABELS = {
    "strong signs of shortage": Condition.STRONG_SHORTAGE_SIGNS,
    "moderate signs of shortage": Condition.MODERATE_SHORTAGE_SIGNS,
    "moderate signs of surplus": Condition.MODERATE_SURPLUS_SIGNS,
    "strong signs of surplus": Condition.STRONG_SURPLUS_SIGNS,
    "strong risk of shortage": Condition.STRONG_SHORTAGE_RISK,
    "moderate risk of shortage": Condition.MODERATE_SHORTAGE_RISK,
    "moderate risk of surplus": Condition.MODERATE_SURPLUS_RISK,
    "strong risk of surplus": Condition.STRONG_SURPLUS_RISK,
    "balance": Condition.BALANCE,
}
ALL_OCCUPATIONS = "00000"


class ProjectionRow(RowContract):
    """Persons or jobs; empty where the publisher gives nothing. Growth and other seekers can be negative."""

    code: str = Field(pattern=r"^(\d{5}|TEER_\d|NOC1_\d)$")
    unit_group_id: UnitGroupCode | None
    employment: Count = None
    employment_growth: Change = None
    retirements: Change = None
    other_replacement: Change = None
    job_openings: Change = None
    school_leavers: Change = None
    immigration: Change = None
    other_seekers: Change = None
    job_seekers: Change = None
    recent_conditions: Literal["", *Condition.values] = ""
    future_conditions: Literal["", *Condition.values] = ""


def projection(raw: dict) -> dict:
    """Tell unit groups from the totals by TEER category, by broad category and of all occupations."""
    code = raw["code"].strip()
    is_total = code == ALL_OCCUPATIONS or not code.isdigit()
    return raw | {"unit_group_id": None if is_total else code}


def official_projection(raw: dict) -> dict:
    """One figure of the published file has commas (the job seekers of all occupations, seen in November 2026)."""
    for name in FIGURES:
        raw[name] = raw[name].replace(",", "")
    for name in CONDITIONS:
        label = raw[name].strip()
        if label not in NOT_PUBLISHED and label.casefold() not in LABELS:
            raise RejectedLine("unknown-label", name, label)
        raw[name] = "" if label in NOT_PUBLISHED else LABELS[label.casefold()].value
    return projection(raw)


registry.register(
    DatasetDefinition(
        slug="cops",
        title=_("National projections (COPS)"),
        description=_(
            "Job openings and job seekers of each occupation over ten years, for Canada as a whole and not for Québec. "
            "Nothing is published for the occupations with few jobs."
        ),
        publisher=_("Employment and Social Development Canada, Canadian Occupational Projection System"),
        homepage="https://open.canada.ca/data/en/dataset/e80851b8-de68-43bd-a85c-c72e1b3a3890",
        **licences.CANADA,
        urls=(
            "https://open.canada.ca/data/dataset/e80851b8-de68-43bd-a85c-c72e1b3a3890/resource/"
            "7c4767a5-f807-441d-9776-a0074b5870a0/download/summary_sommaire_2024_2033_noc2021.csv",
        ),
        model=Projection,
        contract=ProjectionRow,
        when_live=rebuild,
        key=("code",),
        depends_on=("noc",),
        edition=Edition(label="2024-2033", reference_period="2024-2033"),
        layouts=(
            Layout(
                name="esdc",
                columns={"code": "Code", "unit_group_id": "Code", **FIGURES, **CONDITIONS},
                encodings=("utf-8-sig", "cp1252"),
                prepare=official_projection,
            ),
            Layout(
                name="portal",
                columns={"code": "code", "unit_group_id": "code", **{name: name for name in (*FIGURES, *CONDITIONS)}}
                | {
                    "employment": "employment_2023",
                    "job_openings": "total_job_openings",
                    "job_seekers": "total_job_seekers",
                },
                prepare=projection,
            ),
        ),
    )
)
