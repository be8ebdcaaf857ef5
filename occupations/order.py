"""In which order occupations are listed: the columns that one may sort by."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import Case, CharField, DecimalField, F, Func, IntegerField, Value, When
from django.db.models.functions import Lower
from django.utils.translation import get_language

from occupations.models import Wage
from occupations.models.wage import HOURS_A_YEAR

SORTS = ("title", "code", "teer", "prospects", "demand", "wage")
ACCENTED, PLAIN = "àâäçéèêëîïôöœùûü", "aaaceeeeiiooouuu"


def expressions(sort: str) -> list:
    """Return what `order_by` takes for a sort, reversed by a minus sign: what is not published is last either way."""
    name = sort.removeprefix("-")
    key = {
        "title": alphabetical(),
        "code": F("code"),
        "teer": F("teer"),
        "prospects": -F("outlook_rank"),
        "demand": F("in_demand_now"),
        "wage": dollars_a_year(),
    }[name]
    order = [key.desc(nulls_last=True) if sort.startswith("-") else key.asc(nulls_last=True)]
    if name == "prospects":
        order.append(F("outlook_level").asc(nulls_last=True))  # undetermined before unpublished
    return [*order, alphabetical()]


def place_in(codes: list[str]) -> Func:
    """Sort by the place that each code has in a list."""
    return Func(
        Value(codes, output_field=ArrayField(CharField())),
        F("code"),
        function="array_position",
        output_field=IntegerField(),
    )


def alphabetical() -> Func:
    """Sort names in the active language whatever their accents; not every PostgreSQL is built with ICU."""
    name = Lower(f"name_{get_language()}")
    return Func(name, Value(ACCENTED), Value(PLAIN), function="translate", output_field=CharField())


def plain(text: str) -> str:
    """Fold a text as `alphabetical` does."""
    return text.lower().translate(str.maketrans(ACCENTED, PLAIN))


def dollars_a_year() -> Case:
    """Make hourly and annual wages comparable, by the hours that the portal's estimates count in a year."""
    return Case(
        When(wage_unit=Wage.Unit.HOUR, then=F("wage_median") * HOURS_A_YEAR),
        default=F("wage_median"),
        output_field=DecimalField(),
    )
