"""What one may ask of an occupation in a list: the criteria, and which answers to them each occupation has.

One query reads the 516 occupations with everything that the criteria look at, as seen from one region; the rest is
arithmetic on sets (`occupations.facets`). So the figures of a criterion are those of the list itself, a region's own
or else Québec's, and another criterion costs no other query.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from occupations.models import Characteristic, IctOccupation, NocGroup, OccupationField, Regulation, Workforce
from occupations.order import dollars_a_year
from occupations.teer import TEER
from occupations.wage_brackets import BRACKETS, brackets_of

YES = "yes"
WAGES = tuple(bracket.value for bracket in BRACKETS)


@dataclass(frozen=True)
class Criterion:
    """One question with several answers: `answers` gives those of an occupation from its row of `rows_for`."""

    name: str  # of its parameter in the address
    label: Promise
    answers: Callable[[Mapping], Iterable[str]]
    is_advanced: bool = False
    is_regional: bool = False  # whether its answers depend on the region
    enum: tuple[str, ...] | None = None  # its answers, unless they are data

    @property
    def is_flag(self) -> bool:
        return self.enum == (YES,)


def flag(name: str, label: Promise, **kind: bool) -> Criterion:
    return Criterion(name, label, lambda row: [YES] if row[f"is_{name}"] else [], enum=(YES,), **kind)


CRITERIA = (
    Criterion("prospects", _("Prospects"), lambda row: filter(None, [row["outlook_level"]]), is_regional=True),
    flag("in_demand", _("In demand now"), is_regional=True),
    Criterion("wage", _("Median wage"), lambda row: brackets_of(row["a_year"]), is_regional=True, enum=WAGES),
    Criterion("field", _("Field of interest"), lambda row: row["fields"]),
    Criterion("teer", _("Training usually required"), lambda row: [row["code"][1]], enum=tuple(map(str, TEER))),
    Criterion("category", _("Broad category"), lambda row: [row["code"][0]], enum=tuple("0123456789")),
    Criterion("sector", _("Sector of activity"), lambda row: row["sectors"], is_advanced=True),
    flag("regulated", _("Regulated occupation"), is_advanced=True),
    flag("non_traditional", _("Non-traditional occupation for women"), is_advanced=True),
    flag("ict", _("Information and communications technologies"), is_advanced=True),
)


def rows_for(region: str, descriptors: Iterable[str] = ()) -> QuerySet:
    """Return every occupation with what the criteria look at, as dicts, in one query.

    `ratings` are those on these descriptors, as texts: "F01b01:4"; null without descriptors.
    """
    here = {"unit_group": OuterRef("pk")}
    # By their relation: the app of sectors is built on this one.
    grouping = "industries__industry__grouping"
    sectors = NocGroup.objects.filter(pk=OuterRef("pk"), industries__retired_on=None).exclude(**{grouping: None})
    groups = NocGroup.objects.unit_groups().with_wage(region).with_outlook(region).with_demand(region).order_by()
    shown = {
        "seen_from": Value(region, output_field=CharField()),
        "a_year": dollars_a_year(),
        "fields": ArraySubquery(OccupationField.objects.current().filter(**here).values("field")),
        "sectors": ArraySubquery(sectors.values(grouping)),
        "ratings": ArraySubquery(
            Characteristic.objects.live()
            .filter(**here, descriptor__in=list(descriptors))
            .order_by()
            .values_list(Concat("descriptor_id", Value(":"), Cast("value", CharField())))
        ),
        "is_in_demand": F("in_demand_now"),
        "is_regulated": Exists(Regulation.objects.current().filter(**here)),
        "is_non_traditional": Exists(Workforce.objects.live().filter(**here, non_traditional=True)),
        "is_ict": Exists(IctOccupation.objects.current().filter(**here)),
    }
    return groups.annotate(**shown).values("code", "outlook_level", *shown)
