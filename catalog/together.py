"""Several small tables in one round trip: rows nested as JSON by PostgreSQL, given back as instances.

A page that needs a few rows of each of a dozen tables about one thing would wait a dozen times for the database.
"""

from collections.abc import Iterator, Mapping

from django.contrib.postgres.expressions import ArraySubquery
from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, Func, JSONField, Model, QuerySet

Related = Mapping[str, "Related"]  # as in `QuerySet.query.select_related`: {"industry": {"grouping": {}}}


class WholeRow(Func):
    """The row that a column stands in, as JSON by names of columns; null where a left join found none.

    One expression a table: to name each column in a JSON object took Django three times as long (November 2026).
    """

    output_field = JSONField()

    def as_sql(self, compiler, connection):
        (column,) = self.get_source_expressions()
        return f"to_jsonb({compiler.quote_name_unless_alias(column.alias)})", []


def read_together(row: Model, **querysets: QuerySet) -> dict[str, list[Model]]:
    """Return the instances of each queryset, in its order and with its `select_related`, with one query.

    `row` is any row that exists; the querysets need not be about it. Meant for some tens of rows of each.
    """
    arrays = [ArraySubquery(queryset.values_list(nested(queryset))) for queryset in querysets.values()]
    found = type(row)._base_manager.values_list(*arrays).get(pk=row.pk)
    return {
        name: [instance(queryset.model, related_of(queryset), iter(rows)) for rows in array or ()]  # none(): null
        for (name, queryset), array in zip(querysets.items(), found, strict=True)
    }


def related_of(queryset: QuerySet) -> Related:
    return queryset.query.select_related or {}


def nested(queryset: QuerySet) -> Func:
    """Return an array of the row and those related to it, each before the ones that it leads to."""
    return Func(*rows(queryset.model, related_of(queryset)), function="jsonb_build_array", output_field=JSONField())


def rows(model: type[Model], related: Related, path: str = "") -> Iterator[WholeRow]:
    # Not the key: what points to it has the same value, so Django would not join the table.
    column = next(field.attname for field in model._meta.concrete_fields if not field.primary_key)
    yield WholeRow(F(path + column))
    for name, deeper in related.items():
        yield from rows(model._meta.get_field(name).related_model, deeper, f"{path}{name}__")


def instance(model: type[Model], related: Related, rows: Iterator[dict | None]) -> Model | None:
    """Make the instance of the next row, and those of the rows after it that it leads to."""
    row = next(rows)
    others = {
        name: instance(model._meta.get_field(name).related_model, deeper, rows) for name, deeper in related.items()
    }
    if row is None:
        return None
    fields = model._meta.concrete_fields
    values = [field.to_python(row[field.column]) for field in fields]
    found = model.from_db(DEFAULT_DB_ALIAS, [field.attname for field in fields], values)
    for name, other in others.items():
        setattr(found, name, other)
    return found
