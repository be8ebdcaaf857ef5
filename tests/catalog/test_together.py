"""Rows read together are the rows that each queryset gives alone."""

import pytest

from catalog.together import read_together
from occupations.models import NocGroup, Outlook, Projection, Regulation, RegulatoryBody, Wage
from tests.occupations.detail.world import build


@pytest.fixture
def group(db):
    build()
    group = NocGroup.objects.get(pk="31301")
    for code in ("b", "a"):
        body = RegulatoryBody.objects.create(code=code, name_fr=code, is_order=True)
        Regulation.objects.create(unit_group=group, body=body, title_fr="Ordre", covers_all=True)
    return group


def columns(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_values_order_and_related_rows_are_the_same(group, django_assert_num_queries):
    querysets = {
        "wages": Wage.objects.live().filter(unit_group=group).order_by("region"),  # decimals and nulls
        "outlooks": Outlook.objects.filter(unit_group=group).select_related("level", "region").order_by("pk"),
        "regulations": group.regulations.select_related("body").order_by("body"),
        "projections": Projection.objects.filter(unit_group=group),
        "nothing": Wage.objects.none(),
        "two": NocGroup.objects.order_by("-code")[:2],
    }
    with django_assert_num_queries(1):
        together = read_together(group, **querysets)
        assert [regulation.body.code for regulation in together["regulations"]] == ["a", "b"]
        assert {outlook.level.scale for outlook in together["outlooks"]} == {"job-bank-2024"}
    for name, queryset in querysets.items():
        assert list(map(columns, together[name])) == list(map(columns, queryset))
    assert len(together["wages"]) > 1
    assert not together["nothing"]
    assert len(together["two"]) == 2


def test_names_follow_the_language(group):
    (wage, *_others) = read_together(group, wages=Wage.objects.select_related("unit_group"))["wages"]
    assert wage.unit_group.name == wage.unit_group.name_fr


def test_a_missing_relation_is_none(group):
    projection = Projection.objects.filter(unit_group=group).first()
    Projection.objects.filter(pk=projection.pk).update(unit_group=None)
    rows = Projection.objects.filter(pk=projection.pk).select_related("unit_group")
    assert read_together(group, rows=rows)["rows"][0].unit_group is None
