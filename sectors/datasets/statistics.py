"""Jobs and weekly earnings of industries, Québec, since 2001: Statistics Canada's tables 14-10-0023 and 14-10-0204.

Both come as a "full table": one line a figure, for all of Canada, in a zip archive or as its CSV alone. Employment may
also come as two extracts, full time and part time. The embedded edition has a layout of its own, a line for each year.
"""

from decimal import Decimal
from functools import partial
from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import RowContract
from catalog.models import Kind
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, MassChange, registry
from sectors.datasets.published import industries
from sectors.datasets.series import FIRST_YEAR, Measure, add_up, figure, refuse_gaps
from sectors.models import IndustryStatistic, Status

CHARACTERISTICS = {
    "Employment": Measure.EMPLOYED,
    "Full-time employment": Measure.FULL_TIME,
    "Part-time employment": Measure.PART_TIME,
}
# A figure times this is persons or dollars. Lines of the employment table in percent are not of these characteristics.
SCALES = {
    ("Persons", "units"): 1,
    ("Persons", "thousands"): 1000,
    ("Persons in thousands", "thousands"): 1000,
    ("Current dollars", "units"): 1,
    ("Dollars", "units"): 1,
}
COLUMNS = {
    "year": "REF_DATE",
    "geography": "GEO",
    "dguid": "DGUID",
    "industries": "North American Industry Classification System (NAICS)",
    "unit": "UOM",
    "scale": "SCALAR_FACTOR",
    "value": "VALUE",
    "status": "STATUS",
    "terminated": "TERMINATED",
}
# What the lines are about, beyond the industry: others are out of scope.
EMPLOYMENT_OF = {"gender": ("Gender", "Total - Gender"), "age": ("Age group", "15 years and over")}
EARNINGS_OF = {"employees": ("Type of employees", "All employees"), "overtime": ("Overtime", "Including overtime")}


class StatisticRow(RowContract):
    """Persons, or dollars a week; empty where the status says why."""

    measure: Measure
    industries: str = Field(min_length=1, max_length=200)
    year: int = Field(ge=1900, le=2100)
    value: Decimal | None = Field(ge=0, max_digits=12, decimal_places=2)
    status: Literal["", *Status.values]


def official_figure(raw: dict, about: dict, measure: Measure | None = None) -> dict | None:
    """Keep Québec's lines about everyone, of series that go on; read the figure with its unit and its flag."""
    if raw["geography"].strip() != "Quebec" or any(raw[name].strip() != text for name, (_, text) in about.items()):
        return None
    measure = measure or CHARACTERISTICS.get(raw["characteristic"].strip())
    year = raw["year"].strip()
    if measure is None or raw["terminated"].strip() or (year.isdigit() and int(year) < FIRST_YEAR):
        return None
    if (codes := industries(raw["industries"])) is None:
        return None
    unit, scale = raw["unit"].strip(), raw["scale"].strip()
    if (factor := SCALES.get((unit, scale))) is None:
        raise RejectedLine("unknown-label", "unit", f"{unit}, {scale}")
    return {"measure": measure, "industries": codes, "year": year} | figure(raw["value"], raw["status"], factor)


def portal_figures(raw: dict, measures: dict[str, Measure]) -> list[dict]:
    """Make a row of each measure of a line: its column, and its flag in the column of the same name and `_status`."""
    shared = {"industries": raw["industries"], "year": raw["year"]}
    return [
        shared
        | {"measure": measure}
        | figure(raw[name], raw[f"{name}_status"], column=name, flag_column=f"{name}_status")
        for name, measure in measures.items()
    ]


def portal(**measures: Measure) -> Layout:
    columns = ("industries", "year", *(column for name in measures for column in (name, f"{name}_status")))
    return Layout(
        name="portal",
        columns={name: name for name in columns},
        prepare=partial(portal_figures, measures=measures),
    )


def edition(cursor, stage: str, layout: str) -> Edition:
    """Word the edition from its years. A file that someone rewrote is not the publisher's."""
    cursor.execute(f"SELECT min(year), max(year) FROM {stage}")
    first, last = cursor.fetchone()
    kind = Kind.THIRD_PARTY if layout == "portal" else Kind.OFFICIAL
    return Edition(label=str(last), reference_period=f"{first}-{last}", kind=kind)


STATISTICS_CANADA = {
    "publisher": _("Statistics Canada"),
    **licences.STATISTICS_CANADA,
    "model": IndustryStatistic,
    "contract": StatisticRow,
    "key": ("measure", "industries", "year"),
    "max_rejected": 0,
    "edition": edition,
    "mass_change": MassChange(code="industries", level="value", level_by=("measure", "industries")),
}
CHARACTERISTIC = {"characteristic": "Labour force characteristics"}


def employment_table(name: str, **options) -> Layout:
    return Layout(
        name=name,
        columns=COLUMNS | CHARACTERISTIC | {short: header for short, (header, _text) in EMPLOYMENT_OF.items()},
        scope=("geography", "Quebec"),
        prepare=partial(official_figure, about=EMPLOYMENT_OF),
        **options,
    )


registry.register(
    DatasetDefinition(
        slug="industry-employment",
        title=_("Employment by industry"),
        description=_(
            "Persons employed in the industries of which the Labour Force Survey speaks, full time and part time, in "
            "the whole of Québec, as yearly averages since 2001."
        ),
        homepage="https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1410002301",
        urls=("https://www150.statcan.gc.ca/n1/tbl/csv/14100023-eng.zip",),
        checks=(refuse_gaps, add_up),
        layouts=(
            employment_table("statcan-full-time", part="full-time", begins={"characteristic": "Full-time employment"}),
            employment_table("statcan-part-time", part="part-time", begins={"characteristic": "Part-time employment"}),
            employment_table("statcan"),
            portal(full_time=Measure.FULL_TIME, part_time=Measure.PART_TIME),
        ),
        **STATISTICS_CANADA,
    )
)

registry.register(
    DatasetDefinition(
        slug="industry-earnings",
        title=_("Average weekly earnings by industry"),
        description=_(
            "What all employees of an industry earn in a week on average, overtime included, in the whole of Québec, "
            "since 2001. Dollars of each year: prices rose too."
        ),
        homepage="https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1410020401",
        urls=("https://www150.statcan.gc.ca/n1/tbl/csv/14100204-eng.zip",),
        checks=(refuse_gaps,),
        layouts=(
            Layout(
                name="statcan",
                columns=COLUMNS | {short: header for short, (header, _text) in EARNINGS_OF.items()},
                scope=("geography", "Quebec"),
                prepare=partial(official_figure, about=EARNINGS_OF, measure=Measure.WEEKLY_EARNINGS),
            ),
            portal(weekly_earnings=Measure.WEEKLY_EARNINGS),
        ),
        **STATISTICS_CANADA,
    )
)
