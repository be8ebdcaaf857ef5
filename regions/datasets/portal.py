"""Regions and postal areas: no publisher has a file of them.

Whoever corrects one gives a file in the layout of the embedded edition (docs/data.md).
"""

from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _
from pydantic import BeforeValidator, Field

from catalog import licences
from catalog.contracts import Count, RowContract, if_published
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from regions.codes import AreaCode, RegionCode
from regions.datasets.directory import DIRECTORY
from regions.models import PostalArea, Region

Coordinate = Annotated[Annotated[Decimal, Field(ge=-80, le=63)] | None, BeforeValidator(if_published)]  # around Québec


class RegionRow(RowContract):
    code: AreaCode
    name_fr: str = Field(min_length=1, max_length=100)
    name_en: str = Field(min_length=1, max_length=100)
    economic_region: str = Field(pattern=r"^(24(\d\d)?)?$")
    population: Count = None


registry.register(
    DatasetDefinition(
        slug="regions",
        title=_("Administrative regions"),
        description=_(
            "The 17 administrative regions and the whole of Québec, with their population; and the places that only "
            "the Labour Force Survey knows: two regions merged into one, and two census metropolitan areas."
        ),
        model=Region,
        contract=RegionRow,
        key=("code",),
        layouts=(
            Layout(
                name="portal",
                columns={name: name for name in ("code", "name_fr", "name_en", "economic_region", "population")},
            ),
        ),
        **DIRECTORY,
    )
)


class PostalAreaRow(RowContract):
    fsa: str = Field(pattern=r"^[GHJK]\d[A-Z]$")
    place: str = Field("", max_length=120)
    region_id: RegionCode
    latitude: Coordinate = None
    longitude: Coordinate = None
    method: str = Field("", max_length=60)
    other_regions: str = Field("", pattern=r"^(\d\d( \d\d)*)?$", max_length=60)


registry.register(
    DatasetDefinition(
        slug="postal-areas",
        title=_("Postal areas"),
        description=_(
            "The region in which each postal area (the first three characters of a postal code) mostly lies, worked "
            "out by the portal because no open table gives it. It suggests a region and never proves it."
        ),
        model=PostalArea,
        contract=PostalAreaRow,
        key=("fsa",),
        edition=Edition(kind=Kind.PORTAL),
        depends_on=("regions",),
        layouts=(
            Layout(
                name="portal",
                columns={
                    "fsa": "fsa",
                    "place": "place",
                    "region_id": "region",
                    "latitude": "latitude",
                    "longitude": "longitude",
                    "method": "method",
                    "other_regions": "other_regions",
                },
            ),
        ),
        publisher=_("The portal"),
        homepage="",
        **licences.PORTAL,
    )
)
