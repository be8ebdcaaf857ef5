"""How much of an occupation works in a sector: shown where an edition says it, on both sides."""

from decimal import Decimal

import pytest
from django.core.cache import cache

from sectors.models import OccupationShare
from sectors.shares import added_up
from tests.occupations.detail.world import publish

NURSES, HOSPITALS = "/en/occupations/31301-registered-nurses/", "/en/sectors/groupings/34-hospitals/"
SAID = "62% of the people in it work here"


@pytest.fixture
def shares(world):
    release = publish("occupation-shares", kind="third-party")
    for industry, share in (("622", "62.4"), ("6221", "50"), ("621", "11.5"), ("62", "80")):
        OccupationShare.objects.create(release=release, unit_group_id="31301", industry_id=industry, share=share)


@pytest.mark.parametrize(
    ("shares", "total"),
    [
        ({}, None),
        ({"622": 60, "6221": 50}, 60),
        ({"6221": 50, "6222": 5}, 55),
        ({"31-33": 40, "311": 10}, 40),
        ({"44-45": 7, "41": 3}, 10),
    ],
)
def test_each_class_is_counted_once(shares, total):
    found = added_up({code: Decimal(share) for code, share in shares.items()})
    assert found == total


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (HOSPITALS, SAID),
        ("/en/sectors/622-hospitals/", SAID),
        ("/en/sectors/6221-general-hospitals/", SAID),  # of the subsector, as the page says
        ("/en/sectors/62-health-care-and-social-assistance/", "80% of the people in it work here"),
    ],
)
def test_the_share_stands_beside_the_occupation_with_its_source(client, shares, address, said):
    text = client.get(address).page.text
    assert said in text
    assert text.count("of the people in it work here") == 1  # economists have no share
    assert "Where the people of each occupation work Kind of data: Republished by a third party" in text
    assert "Note on occupation-shares." in text


def test_the_occupation_says_where_its_people_work(client, shares):
    text = client.get(NURSES).page.text
    assert "62% of the people in it work there" in text
    assert "12% of the people in it work there" in text
    assert "Note on occupation-shares." in text


def test_nothing_is_said_without_an_edition(client, world):
    assert "of the people in it" not in client.get(HOSPITALS).page.text
    assert "of the people in it" not in client.get(NURSES).page.text


def test_it_costs_no_query(client, shares, django_assert_max_num_queries):
    for address in (HOSPITALS, NURSES):
        cache.clear()
        with django_assert_max_num_queries(12):
            client.get(address)
