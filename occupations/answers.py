"""The answers to each criterion, by name, in the active language and in the order in which they are shown."""

from django.db.models import CharField, IntegerField, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from occupations.criteria import CRITERIA, YES
from occupations.levels import HAS, Scale
from occupations.models import Descriptor, FieldOfInterest, Measure, NocGroup, OutlookLevel
from occupations.order import plain
from occupations.teer import TEER
from occupations.wage_brackets import BRACKETS

FIRST = Value(0)
UNDETERMINED = 99  # after every rank of a scale


def answers() -> dict[str, list]:
    """Return (value, name) pairs by criterion, and the scales of `has`; one query."""
    found = {criterion.name: [(YES, _("yes"))] if criterion.is_flag else [] for criterion in CRITERIA}
    found["teer"] = [(str(teer.number), teer.label) for teer in TEER.values()]
    found["wage"] = [(bracket.value, bracket.label) for bracket in BRACKETS]
    found[HAS] = []
    for name, value, label, _place in sorted(named(), key=lambda row: (row[3], plain(row[2]))):
        if name != HAS:
            found[name].append((value, label))
        else:
            code, _colon, measure = value.partition(":")
            found[HAS].append(Scale(code, label, measure))
    return found


def named() -> QuerySet:
    """Return (criterion, value, name, place) of the answers that the database names."""
    levels = Descriptor.objects.rated().exclude(measure=Measure.SCHEDULE)
    grouping = "industries__industry__grouping"
    first, *others = (
        rows("category", NocGroup.objects.current().filter(level=NocGroup.Level.BROAD_CATEGORY), "code", "name"),
        rows("prospects", OutlookLevel.objects.current(), "code", "label", Coalesce("rank", UNDETERMINED)),
        rows("field", FieldOfInterest.objects.current(), "code", "name"),
        rows("sector", NocGroup.objects.exclude(**{grouping: None}).distinct(), grouping, f"{grouping}__name"),
        rows(HAS, levels, Concat("code", Value(":"), "measure"), "name"),
    )
    return first.union(*others, all=True)


def rows(criterion: str, queryset: QuerySet, value: str | Combinable, name: str, place: Combinable = FIRST) -> QuerySet:
    """All four are expressions: Django puts bare columns first, and a union needs them in one order."""
    return queryset.order_by().values_list(
        Value(criterion, output_field=CharField()),
        Cast(value, CharField()),
        Cast(f"{name}_{get_language()}", CharField()),
        Cast(place, IntegerField()),
    )
