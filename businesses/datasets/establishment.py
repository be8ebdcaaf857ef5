"""What every source says of an establishment, and what is done with it whichever source said it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from businesses.listing import note
from businesses.models import Establishment, RemovalRequest
from catalog.contracts import Count, RowContract, if_published

Year = Annotated[Annotated[int, Field(ge=1990, le=2100)] | None, BeforeValidator(if_published)]
NaicsCode = Annotated[str, StringConstraints(pattern=r"^(\d{2,6}|\d\d-\d\d)$")]
Naics = Annotated[NaicsCode | None, BeforeValidator(if_published)]
# Around Québec, in degrees.
Latitude = Annotated[Annotated[float, Field(ge=44, le=63)] | None, BeforeValidator(if_published)]
Longitude = Annotated[Annotated[float, Field(ge=-80, le=-57)] | None, BeforeValidator(if_published)]


class EstablishmentRow(RowContract):
    """A row of the table; the register's are made in SQL, which keeps to the same lengths."""

    key: str = Field(pattern=r"^[a-z0-9-]+$", max_length=40)
    source_id: str
    enterprise: str = Field("", pattern=r"^(\d{10})?$")
    legal_name: str = Field(min_length=1, max_length=250)
    trade_name: str = Field("", max_length=250)
    is_main: bool = False
    registered_on: date | None = None
    withheld: Literal["", *Establishment.Withheld.values] = ""
    address: str = Field("", max_length=200)
    locality: str = Field("", max_length=100)
    postal_code: str = Field("", pattern=r"^([GHJK]\d[A-Z] \d[A-Z]\d)?$")
    fsa: str = Field("", pattern=r"^([A-Z]\d[A-Z])?$")
    municipality_id: str | None = None
    rcm_id: str | None = None
    region_id: str | None = None
    latitude: Latitude = None
    longitude: Longitude = None
    precision: Literal["", *Establishment.Precision.values] = ""
    telephone: str = Field("", max_length=30)
    website: str = Field("", max_length=200)
    size_min: Count = None
    size_max: Count = None
    size_year: Year = None
    size_of: Literal["", *Establishment.SizeOf.values] = ""
    activity: str = Field("", max_length=250)
    other_activity: str = Field("", max_length=250)
    cae: str = Field("", pattern=r"^(\d{4})?$")
    industry_id: Naics = None
    industry_confidence: Literal["", *Establishment.Confidence.values] = ""
    grouping_id: str | None = None


SHARED = {
    "model": Establishment,
    "contract": EstablishmentRow,
    "key": ("key",),
    "owner": "source_id",
    "before_merge": note,
    "depends_on": ("municipalities", "postal-areas", "sector-grouping-codes", "cae-naics"),
}


def obey_removals(cursor, stage: str) -> None:
    """Leave out what somebody asked to have left out."""
    requests = RemovalRequest._meta.db_table
    cursor.execute(
        f"DELETE FROM {stage} WHERE key IN (SELECT establishment FROM {requests} WHERE establishment <> '')"
        f" OR enterprise IN (SELECT enterprise FROM {requests} WHERE enterprise <> '')"
    )
