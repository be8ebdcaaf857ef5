"""The words that people use for an occupation: the portal's own table, one line for each term and unit group."""

from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import RowContract
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from occupations.datasets.noc import UnitGroupCode
from occupations.models import SearchTerm
from occupations.search.index import rebuild


class SearchTermRow(RowContract):
    unit_group_id: UnitGroupCode
    language: Literal["fr", "en"]
    term: str = Field(min_length=2, max_length=120)
    position: int = Field(ge=1, le=4)


registry.register(
    DatasetDefinition(
        slug="search-terms",
        title=_("Search terms"),
        description=_(
            "The words that people use for an occupation: Québec usage, abbreviations, tasks, newcomers’ words. They "
            "only help to find an occupation, and classify nothing."
        ),
        publisher=_("The portal"),
        homepage="",
        **licences.PORTAL,
        model=SearchTerm,
        contract=SearchTermRow,
        when_live=rebuild,
        key=("language", "term", "unit_group_id"),
        depends_on=("noc",),
        edition=Edition(kind=Kind.PORTAL),
        layouts=(
            Layout(
                name="portal",
                columns={
                    "term": "term",
                    "language": "language",
                    "unit_group_id": "unit_group",
                    "position": "position",
                },
            ),
        ),
    )
)
