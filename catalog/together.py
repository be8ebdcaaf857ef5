"""Several small tables in one round trip: nested as JSON by PostgreSQL, given back as instances.

A page that needs a few rows of each of a dozen tables about one thing would wait a dozen times for the database.
"""

from collections.abc import Mapping

from django.contrib.postgres.expressions import ArraySubquery
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject

Related = Mapping[str, "Related"]  # as in `QuerySet.query.select_related`: {"industry": {"grouping": {}}}


def read_together(row: Model, **querysets: QuerySet) -> dict[str, list[Model]]:
    """Return the instances of each queryset, in its order and with its `select_related`, with one query.

    `row` is any row that exists; the querysets need not be about it. Meant for some tens of rows of each.
    """
    arrays = [ArraySubquery(queryset.values_list(nested(queryset))) for queryset in querysets.values()]
    found = type(row)._base_manager.values_list(*arrays).get(pk=row.pk)
    return {
        name: [instance(queryset.model, values, related_of(queryset)) for values in array or ()]  # none(): null
        for (name, queryset), array in zip(querysets.items(), found, strict=True)
    }


def related_of(queryset: QuerySet) -> Related:
    return queryset.query.select_related or {}


def nested(queryset: QuerySet) -> JSONObject:
    return columns(queryset.model, related_of(queryset))


def columns(model: type[Model], related: Related, prefix: str = "") -> JSONObject:
    own = {field.attname: f"{prefix}{field.attname}" for field in model._meta.concrete_fields}
    others = {
        name: columns(model._meta.get_field(name).related_model, deeper, f"{prefix}{name}__")
        for name, deeper in related.items()
    }
    return JSONObject(**own, **others)


def instance(model: type[Model], values: dict, related: Related) -> Model:
    fields = model._meta.concrete_fields
    found = model.from_db(
        DEFAULT_DB_ALIAS,
        [field.attname for field in fields],
        [field.to_python(values[field.attname]) for field in fields],
    )
    for name, deeper in related.items():
        field = model._meta.get_field(name)
        if values[field.attname] is not None:
            setattr(found, name, instance(field.related_model, values[name], deeper))
    return found
