"""A removal request in the admin: obeyed at once, and kept."""

import pytest
from django.db.models import Sum
from django.urls import reverse

from businesses.models import BusinessCount, Establishment, RemovalRequest
from catalog.models import DataVersion
from tests.businesses.register import establishment, write
from tests.files import load

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(world, tmp_path):
    load("business-register", write(tmp_path / "r.zip", establishments=[establishment(), establishment(suffix="2")]))


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"establishment": "1100000001-1"}, {"1100000001-2"}),
        ({"enterprise": "1100000001"}, set()),
        ({"enterprise": "1199999999"}, {"1100000001-1", "1100000001-2"}),
    ],
)
def test_what_is_asked_for_is_gone_at_once(register, admin_client, asked, left):
    version = DataVersion.objects.get().number
    answer = admin_client.post(
        reverse("admin:businesses_removalrequest_add"), {"asked_on": "2026-11-22", "note": ""} | asked
    )
    assert answer.status_code == 302
    assert set(Establishment.objects.values_list("key", flat=True)) == left
    assert RemovalRequest.objects.get().asked_on.year == 2026
    assert DataVersion.objects.get().number == version + 1
    assert (BusinessCount.objects.aggregate(n=Sum("establishments"))["n"] or 0) == len(left)


@pytest.mark.parametrize("asked", [{}, {"establishment": "1100000001-1", "enterprise": "1100000001"}])
def test_a_request_is_about_one_or_all(register, admin_client, asked):
    answer = admin_client.post(
        reverse("admin:businesses_removalrequest_add"), {"asked_on": "2026-11-22", "note": ""} | asked
    )
    assert answer.status_code == 200
    assert not RemovalRequest.objects.exists()
    assert Establishment.objects.count() == 2


@pytest.mark.parametrize("model", ["establishment", "caeindustry", "businessmovement"])
def test_lists_open(register, admin_client, model):
    assert admin_client.get(reverse(f"admin:businesses_{model}_changelist")).status_code == 200
