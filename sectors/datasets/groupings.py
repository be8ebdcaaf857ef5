"""The 41 sectors of activity: the portal's own groupings, and the NAICS codes that each is made of."""

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from catalog import licences
from catalog.contracts import RowContract
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, Layout, registry
from sectors.models import Grouping, GroupingCode, Industry

PORTAL = {
    "publisher": _("The portal"),
    "homepage": "",
    **licences.PORTAL,
    "edition": Edition(kind=Kind.PORTAL),
    "max_rejected": 0,
}


class GroupingRow(RowContract):
    code: str = Field(pattern=r"^\d\d$")
    name_fr: str = Field(min_length=1, max_length=120)
    name_en: str = Field(min_length=1, max_length=120)


class GroupingCodeRow(RowContract):
    industry_id: str = Field(pattern=r"^\d{2,4}$")
    member_of_id: str


def assign(cursor) -> None:
    """Write the grouping of each industry that lies within one; a sector that spans several has none.

    Only rows that differ are written.
    """
    industries, codes = Industry._meta.db_table, GroupingCode._meta.db_table
    cursor.execute(
        f"UPDATE {industries} i SET grouping_id = found.member_of_id"
        f" FROM {industries} same LEFT JOIN {codes} found"
        f" ON starts_with(same.code, found.industry_id) AND found.retired_on IS NULL"
        f" WHERE same.code = i.code AND i.grouping_id IS DISTINCT FROM found.member_of_id"
    )


registry.register(
    DatasetDefinition(
        slug="sector-groupings",
        title=_("The 41 sectors of activity"),
        description=_(
            "The groupings of industries in which the portal speaks of sectors of activity, in the way in which "
            "Québec’s forecasts by industry do."
        ),
        model=Grouping,
        contract=GroupingRow,
        key=("code",),
        layouts=(Layout(name="portal", columns={"code": "code", "name_fr": "name_fr", "name_en": "name_en"}),),
        **PORTAL,
    )
)

registry.register(
    DatasetDefinition(
        slug="sector-grouping-codes",
        title=_("NAICS codes of the 41 sectors of activity"),
        description=_("Which NAICS classes each sector of activity is made of. Each class is in exactly one."),
        model=GroupingCode,
        contract=GroupingCodeRow,
        key=("industry_id",),
        when_live=assign,
        depends_on=("naics", "sector-groupings"),
        layouts=(Layout(name="portal", columns={"industry_id": "naics", "member_of_id": "grouping"}),),
        **PORTAL,
    )
)
