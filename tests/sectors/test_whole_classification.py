"""The whole of NAICS, as the embedded edition has it: each class has its page and its sector of activity."""

from itertools import cycle

import pytest
from django.test import Client
from django.urls import resolve
from django.utils import translation

from sectors.coverage import covers
from sectors.models import Grouping, GroupingCode, Industry
from sectors.occupations import SectorOccupations
from sectors.views.industry import detail
from tests.files import load_embedded

LEVELS = {1: 20, 2: 99, 3: 323, 4: 694, 5: 923}


@pytest.fixture
def classification(db):
    for slug in ("naics", "sector-groupings", "sector-grouping-codes"):
        load_embedded(slug)


@pytest.mark.parametrize("level", LEVELS)
def test_every_class_has_a_page_that_answers(classification, monkeypatch, level):
    """Classes are asked for in French and in English by turns, and have an address in the other language too."""
    # No occupation is loaded: to ask for them all the same would be most of the time.
    monkeypatch.setattr(SectorOccupations, "groups", [])
    client, industries = Client(), list(Industry.objects.current().filter(level=level))
    assert len(industries) == LEVELS[level]
    for industry, asked, other in zip(industries, cycle(("fr", "en")), cycle(("en", "fr"))):
        with translation.override(asked):
            response = client.get(industry.get_absolute_url())
        assert response.status_code == 200, industry
        assert f"<strong>{industry.code}</strong>" in response.text, industry
        with translation.override(other):
            found = resolve(industry.get_absolute_url())
        assert (found.func, found.kwargs["code"]) == (detail, industry.code)
        assert getattr(industry, f"name_{other}"), industry


def test_every_code_is_in_one_sector_of_activity_or_spans_several(classification):
    groupings = {code.industry_id: code.member_of_id for code in GroupingCode.objects.current()}
    industries = list(Industry.objects.current())
    for industry in industries:
        holding = {grouping for code, grouping in groupings.items() if covers(code, industry.code)}
        assert len(holding) <= 1, industry
        assert industry.grouping_id == next(iter(holding), None), industry
        if not holding:
            inside = [each for each in industries if each.parent_id == industry.code]
            assert inside, industry
            assert industry.level <= Industry.Level.INDUSTRY_GROUP, industry
    last = [each for each in industries if each.level == Industry.Level.CANADIAN_INDUSTRY]
    assert {each.grouping_id for each in last} == {grouping.code for grouping in Grouping.objects.current()}
    assert Grouping.objects.current().count() == 41
