"""Errors reported by visitors: who may, what comes of it, and what machines cannot."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.utils import timezone

from businesses import reports
from businesses.models import ErrorReport, Establishment, RemovalRequest
from tests.businesses.pages.world import settled

FORM = "/en/businesses/business/bakery-1/report-an-error/"
SENT = f"{FORM}sent/"


@pytest.fixture
def mailed(settings):
    settings.MAIL_IS_SENT, settings.CONTACT_EMAIL = True, "portal@example.org"


def post(client, after=10, **changes):
    """Fill in the form `after` seconds, and send it."""
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        page = client.get(FORM).page
    (moment,) = page.find("input", name="moment")
    values = {
        "subject": "address",
        "message": "It moved.",
        "email": "someone@example.org",
        "trap": "",
        "moment": moment["value"],
    } | changes
    with time_machine.travel(now + timedelta(seconds=after), tick=False):
        return client.post(FORM, values)


def test_a_report_is_in_the_queue_at_once_where_no_mail_is_sent(client, world):
    answer = post(client)
    assert (answer.status_code, answer.headers["Location"]) == (302, SENT)
    report = ErrorReport.objects.get()
    assert (report.establishment, report.state, report.is_confirmed) == ("bakery-1", "waiting", False)
    assert "Your report has been received" in client.get(SENT).page.text
    assert mail.outbox == []


def test_it_is_confirmed_by_e_mail(client, world, mailed):
    post(client)
    assert ErrorReport.objects.get().state == "unconfirmed"
    assert "An e-mail has been sent to you" in client.get(SENT).page.text
    (message,) = mail.outbox
    assert message.to == ["someone@example.org"]
    address = re.search(r"http://testserver(\S+)", message.body)[1]
    assert "Confirm your report" in client.get(address).page.text
    assert ErrorReport.objects.get().state == "unconfirmed"  # a program that opens links confirms nothing
    assert "Your report is confirmed" in client.post(address).page.text
    report = ErrorReport.objects.get()
    assert (report.state, report.is_confirmed) == ("waiting", True)


def test_a_confirmation_is_good_for_a_week(client, world, mailed):
    post(client)
    address = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert client.post(address).status_code == 404
    assert client.post(address.replace(":", "x", 1)).status_code == 404
    assert ErrorReport.objects.get().state == "unconfirmed"


def test_nothing_is_kept_when_mail_cannot_be_sent(client, world, mailed, monkeypatch):
    def fail(*args):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", fail)
    answer = post(client)
    assert answer.status_code == 503
    assert "could not be sent" in answer.page.text
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"message": ""}, 422, "This field is required."),
        ({"email": "nobody"}, 422, "Write it in full, as in name@example.com."),
        ({"subject": "anything"}, 422, "Select a valid choice"),
        ({"after": 1}, 422, "too quickly for a person"),
        ({"after": 5 * 3600}, 422, "open for too long"),
        ({"moment": "made-up"}, 422, "open for too long"),
        ({"moment": reports.shown.sign("hospital")}, 422, "open for too long"),
    ],
)
def test_what_is_not_taken(client, world, changes, status, said):
    answer = post(client, **changes)
    assert answer.status_code == status
    assert said in answer.page.text
    assert not ErrorReport.objects.exists()


def test_what_is_wrong_is_said_at_its_field(client, world):
    page = post(client, email="nobody").page
    (field,) = page.find("input", name="email")
    assert (field["aria-invalid"], field["aria-describedby"]) == ("true", "report-email-hint report-email-error")
    assert page.find("p", id="report-email-error")
    assert not page.find("p", id="report-message-error")


def test_a_machine_that_fills_everything_is_told_nothing(client, world):
    assert post(client, trap="https://buy.example").headers["Location"] == SENT
    assert not ErrorReport.objects.exists()


def test_few_from_one_address(client, world):
    answers = [post(client).status_code for _report in range(reports.MOST + 1)]
    assert answers == [302] * reports.MOST + [429]
    assert ErrorReport.objects.count() == reports.MOST
    values = {"subject": "size", "message": "x", "email": "a@example.org", "moment": reports.shown.sign("bakery-1")}
    with time_machine.travel(timezone.now() + timedelta(seconds=10)):
        assert client.post(FORM, values, headers={"X-Forwarded-For": "10.0.0.1, 192.0.2.7"}).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_a_burst_does_not_pass():
    def send(_report) -> bool:
        try:
            return reports.too_many_from("192.0.2.7")
        finally:
            connection.close()

    cache.clear()
    with ThreadPoolExecutor(8) as people:
        refused = list(people.map(send, range(40)))
    assert refused.count(False) == reports.MOST


def test_not_from_another_site(client, world):
    assert client.post(FORM, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_the_form_is_never_remembered(client, world):
    assert "no-store" in client.get(FORM).headers["Cache-Control"]
    assert "ETag" not in client.get(FORM).headers
    assert client.get(FORM.replace("bakery-1", "gone")).status_code == 404


@pytest.fixture
def staff(client, world):
    client.force_login(User.objects.create_superuser("staff"))
    return client


def decide(staff, action: str, **values) -> ErrorReport:
    report = ErrorReport.objects.create(
        establishment="bakery-1", name="Bakery", message="x", email="a@example.org", state="waiting", **values
    )
    answer = staff.post(
        "/admin/businesses/errorreport/", {"action": action, "_selected_action": [report.pk]}, follow=True
    )
    assert answer.status_code == 200
    report.refresh_from_db()
    return report


def test_the_staff_refuses(staff):
    report = decide(staff, "refuse", subject="removal")
    assert (report.state, report.email, report.settled_by.username) == ("refused", "", "staff")
    assert not RemovalRequest.objects.exists()


def test_an_accepted_request_to_be_left_out_is_obeyed(staff):
    report = decide(staff, "accept", subject="removal")
    assert (report.state, report.email) == ("accepted", "")
    assert RemovalRequest.objects.get().establishment == "bakery-1"
    assert not Establishment.objects.filter(pk="bakery-1").exists()
    settled()
    assert staff.get("/en/businesses/business/bakery-1/").status_code == 404


def test_an_accepted_correction_changes_nothing_by_itself(staff):
    assert decide(staff, "accept", subject="size").state == "accepted"
    assert Establishment.objects.listed().filter(pk="bakery-1").exists()
