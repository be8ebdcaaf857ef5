"""OaSIS, the Occupational and Skills Information System: its taxonomy, and the ratings of occupations.

Six files rate occupational profiles, with a column for each descriptor, and a seventh gives their Holland interests;
`oasis_columns.csv` says which column is which descriptor. A unit group has one profile or several, and its ratings
are made from theirs: see `gather_profiles`. Labels differ between the files, so codes alone tell what a line is
about. Only the unit group is read in a code, its first five digits, and so its slips cost nothing (seen in version
1.0 of 2023: 14404.01 for 14404.00 among the interests, "14404" and "31100.1" where a spreadsheet ate the zeros).

The guide gives the taxonomy. The other eight files hold texts, whose like for every unit group is in `noc-texts`.
"""

import csv
import re
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import RowContract
from catalog.known import keep_known
from catalog.problems import RejectedLine
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from occupations.datasets.noc import UnitGroupCode
from occupations.models import Characteristic, Descriptor, Measure
from occupations.similarity import rebuild

OASIS_2023 = Edition(label="2023 v1.0", reference_period="2023")
PUBLISHER = {
    "publisher": _("Employment and Social Development Canada"),
    "homepage": "https://noc.esdc.gc.ca/Oasis/OasisWelcome",
    **licences.CANADA,
}
INTERESTS = {"R": "C01a01", "I": "C01a02", "A": "C01a03", "S": "C01a04", "E": "C01a05", "C": "C01a06"}
SCHEDULE = "J01c03"

COLUMNS: dict[str, dict[str, str]] = defaultdict(dict)  # of each part: {descriptor: header}
MEASURES: dict[str, Measure] = dict.fromkeys(INTERESTS.values(), Measure.INTEREST)
with Path(__file__).with_name("oasis_columns.csv").open(encoding="utf-8", newline="") as file:
    for column in csv.DictReader(file):
        COLUMNS[column["part"]][column["descriptor"]] = column["header"]
        MEASURES[column["descriptor"]] = Measure(column["measure"])
VALUES = {descriptor: frozenset("012345"[: measure.top + 1]) for descriptor, measure in MEASURES.items()}


# --- The taxonomy -------------------------------------------------------------------------------------------


class DescriptorRow(RowContract):
    code: str = Field(pattern=r"^[A-Z](\d\d([a-z](\d\d(-[a-z]+)?)?)?)?$", max_length=20)
    parent_id: str | None
    name_fr: str | None = Field(None, min_length=1, max_length=150)
    name_en: str = Field(min_length=1, max_length=150)
    measure: Literal["", *Measure.values]


def portal_descriptor(raw: dict) -> dict:
    return raw | {"parent_id": raw["parent_id"] or None}


def official_descriptor(raw: dict) -> list[dict] | None:
    """Make a row for each measure of a descriptor, and one for each heading; leave out what no file rates.

    One name of the published guide ends with another code, glued to it ("F.01.b.01", seen in version 1.0 of 2023).
    """
    code = raw.pop("code").strip()
    name = re.sub(r"[A-Z]\.\d\d\.[a-z]\.\d\d$", "", raw["name_en"])
    parent = next((code[:length] for length in (4, 3, 1) if length < len(code)), None)
    if raw["type"].strip() == "Descriptor":
        measures = {rated: measure for rated, measure in MEASURES.items() if rated.partition("-")[0] == code}
    else:
        measures = {code: ""}
    return [
        {"code": rated, "parent_id": parent, "name_en": name, "measure": measure} for rated, measure in measures.items()
    ] or None


registry.register(
    DatasetDefinition(
        slug="oasis-descriptors",
        title=_("Characteristics of occupations: their names (OaSIS)"),
        description=_(
            "The skills, abilities, knowledge, personal attributes, interests, work activities and working conditions "
            "on which occupations are rated, in both languages, with what each rating measures."
        ),
        model=Descriptor,
        contract=DescriptorRow,
        key=("code",),
        checks=(keep_known(Descriptor, "code", "name_fr"),),
        edition=OASIS_2023,
        layouts=(
            Layout(
                name="esdc-guide",
                columns={"code": "Code", "name_en": "Name", "type": "Structure type"},
                prepare=official_descriptor,
            ),
            Layout(
                name="portal",
                columns={
                    "code": "code",
                    "parent_id": "parent",
                    "name_fr": "name_fr",
                    "name_en": "name_en",
                    "measure": "measure",
                },
                prepare=portal_descriptor,
            ),
        ),
        **PUBLISHER,
    )
)


# --- The ratings --------------------------------------------------------------------------------------------


class RatingRow(RowContract):
    """One rating of one profile; the rest is filled once the profiles of a unit group are together."""

    profile: str
    unit_group_id: UnitGroupCode
    descriptor_id: str
    value: Annotated[int, Field(ge=0, le=5)]
    lowest: int | None = None
    highest: int | None = None
    standing: int | None = None


def ratings(raw: dict, descriptors: tuple[str, ...]) -> list[dict]:
    """Make a row of each column of a line."""
    profile = raw["profile"].strip()
    for descriptor in descriptors:
        if raw[descriptor].strip() not in VALUES[descriptor]:
            raise RejectedLine("number", descriptor, raw[descriptor])
    return [
        {"profile": profile, "unit_group_id": profile[:5], "descriptor_id": descriptor, "value": raw[descriptor]}
        for descriptor in descriptors
    ]


def interests(raw: dict, letters: tuple[str, ...]) -> list[dict]:
    """Make a row of each of the six interests: 3 for the first letter, 2 for the second, 1 for the third, 0 for none.

    The letters of some profiles are in lower case, for no reason that is given (seen in version 1.0 of 2023).
    """
    places = dict.fromkeys(INTERESTS.values(), "0")
    for place, column in zip("321", letters, strict=True):
        letter = raw[column].strip().upper()
        if letter and letter not in INTERESTS:
            raise RejectedLine("unknown-label", column, raw[column])
        if letter:
            places[INTERESTS[letter]] = place
    return ratings({"profile": raw["profile"], **places}, tuple(places))


def portal_ratings(raw: dict) -> list[dict]:
    """Read the embedded edition: one file with all columns, the three letters in one of them."""
    first, second, third = raw.pop("interests").ljust(3)
    letters = {"profile": raw["profile"], "first": first, "second": second, "third": third}
    return ratings(raw, RATED) + interests(letters, ("first", "second", "third"))


def gather_profiles(cursor, stage: str) -> None:
    """Make the ratings of each unit group from those of its profiles, each of which counts the same.

    - A level is the mean, rounded half up. `lowest` and `highest` are the extremes.
    - The schedule, which is not a level, is the commonest one; of several, the one that comes first on the scale.
    - Interests: the places (3, 2, 1, 0) are added up over the profiles; the three highest sums are the three
      interests of the unit group, in that order. Equal sums follow the order of the hexagon, RIASEC.
    - `standing` is the percentage of the other unit groups that are rated lower.
    """
    cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{stage}_profiles")
    cursor.execute(f"CREATE TEMPORARY TABLE {stage}_profiles ON COMMIT DROP AS SELECT * FROM {stage}")
    cursor.execute(f"TRUNCATE {stage}")
    cursor.execute(
        f"""
        INSERT INTO {stage} (_file, _line, profile, unit_group_id, descriptor_id, value, lowest, highest, standing)
        SELECT file, line, '', unit_group_id, descriptor_id, value, lowest, highest,
            round(100 * percent_rank() OVER (PARTITION BY descriptor_id ORDER BY value))
        FROM (
            SELECT min(_file) AS file, min(_line) AS line, unit_group_id, descriptor_id,
                min(value) AS lowest, max(value) AS highest,
                CASE
                    WHEN descriptor_id = '{SCHEDULE}' THEN mode() WITHIN GROUP (ORDER BY value)
                    WHEN descriptor_id NOT LIKE 'C%%' THEN floor(avg(value) + 0.5)
                    WHEN sum(value) = 0 THEN 0
                    ELSE greatest(0, 4 - row_number() OVER (
                        PARTITION BY unit_group_id, descriptor_id LIKE 'C%%' ORDER BY sum(value) DESC, descriptor_id
                    ))
                END AS value
            FROM {stage}_profiles GROUP BY unit_group_id, descriptor_id
        ) gathered
        """,
        [],
    )


RATED = tuple(descriptor for columns in COLUMNS.values() for descriptor in columns)
LETTERS = {"first": "Holland Codes - 1", "second": "Holland Codes - 2", "third": "Holland Codes - 3"}

registry.register(
    DatasetDefinition(
        slug="oasis",
        title=_("Characteristics of occupations (OaSIS)"),
        description=_(
            "What each occupation asks of people and what working in it is like, on 245 scales, with the interests "
            "that go with it. The publisher rates about 900 profiles; the rating of an occupation is the mean of its "
            "profiles."
        ),
        model=Characteristic,
        contract=RatingRow,
        key=("unit_group_id", "descriptor_id"),
        line_key=("profile", "descriptor_id"),
        depends_on=("noc", "oasis-descriptors"),
        checks=(gather_profiles,),
        when_live=rebuild,
        edition=OASIS_2023,
        layouts=(
            *(
                Layout(
                    name=f"esdc-{part}",
                    part=part,
                    columns={"profile": "OaSIS Code - Final", **columns},
                    prepare=partial(ratings, descriptors=tuple(columns)),
                )
                for part, columns in COLUMNS.items()
            ),
            Layout(
                name="esdc-interests",
                part="interests",
                columns={"profile": "OaSIS Code", **LETTERS},
                prepare=partial(interests, letters=tuple(LETTERS)),
            ),
            Layout(
                name="portal",
                columns={"profile": "profile", "interests": "interests"}
                | {descriptor: descriptor for descriptor in RATED},
                prepare=portal_ratings,
            ),
        ),
        **PUBLISHER,
    )
)
