"""The admin of the catalog: who may do what, what it does, and what it shows."""

import json
from functools import partial

import pytest
import redis
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from catalog import tasks
from catalog.models import Dataset, DataVersion, Rejection, Release
from catalog.problems import Held
from imt.celery import app
from occupations.models import Wage
from regions.models import Region
from tests.catalog import database, wages
from tests.files import load, write_csv

pytestmark = pytest.mark.django_db

VIEW = ("view_dataset", "view_release")


@pytest.fixture
def member(client):
    """Log a member of the staff in, with the permissions named, in a language."""

    def log_in(*permissions: str, language: str = "en"):
        user = User.objects.create_user("staff", password="x", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=[*VIEW, *permissions]))
        client.force_login(user)
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
        return client

    return log_in


@pytest.fixture
def queue(settings):
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        client.flushdb()
        yield client
        client.flushdb()


@pytest.fixture
def two_releases(live, tmp_path) -> tuple[Release, Release]:
    """A superseded release of wages and the live one after it, a dollar higher."""
    newer = load("wages", wages.write(tmp_path, wages.lines(add=1))).release
    live.refresh_from_db()
    return live, newer


def address(name: str, *arguments) -> str:
    return reverse(f"admin:catalog_{name}", args=arguments)


def messages(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


# --- Permissions --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("name", "argument"), [("dataset_refresh", "wages"), ("release_publish", 1)])
def test_anonymous_visitors_are_asked_to_log_in(client, name, argument, method):
    response = getattr(client, method)(address(name, argument))
    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_staff_without_permission_can_only_look(member, two_releases, queue, settings, method):
    client, (older, newer) = member(), two_releases
    assert getattr(client, method)(address("dataset_refresh", "wages")).status_code == 403
    assert getattr(client, method)(address("release_publish", older.pk)).status_code == 403
    assert not queue.llen(settings.CELERY_TASK_DEFAULT_QUEUE)
    assert Dataset.objects.get(pk="wages").live_release == newer
    assert address("dataset_refresh", "wages") not in client.get(address("dataset_changelist")).text
    assert address("release_publish", older.pk) not in client.get(address("release_change", older.pk)).text


def test_staff_without_any_permission_sees_nothing(client, live):
    client.force_login(User.objects.create_user("staff", password="x", is_staff=True))
    assert client.get(address("dataset_changelist")).status_code == 403
    assert client.get(address("release_change", live.pk)).status_code == 403


def test_nothing_can_be_edited_by_hand(admin_client, live):
    for name in ("release", "dataset"):
        assert admin_client.get(address(f"{name}_add")).status_code == 403
        assert admin_client.post(address(f"{name}_delete", live.dataset_id), {"post": "yes"}).status_code in {302, 403}
    assert admin_client.post(address("release_change", live.pk), {"label": "other"}).status_code == 403
    live.refresh_from_db()
    assert live.label != "other"


def test_acts_need_the_token_of_the_form(two_releases, django_user_model):
    client = Client(enforce_csrf_checks=True)
    client.force_login(django_user_model.objects.create_superuser("root"))
    assert client.post(address("release_publish", two_releases[0].pk)).status_code == 403
    assert Dataset.objects.get(pk="wages").live_release == two_releases[1]


# --- Refresh ------------------------------------------------------------------------------------------------


def test_refresh_asks_first_then_queues_one_task_and_logs_it(member, queue, settings, live):
    client = member("refresh_release")
    page = client.get(address("dataset_refresh", "wages"))
    assert "Look for a new release" in page.text
    assert not queue.llen(settings.CELERY_TASK_DEFAULT_QUEUE)
    response = client.post(address("dataset_refresh", "wages"), follow=True)
    assert "is asked for" in messages(response)
    (message,) = queue.lrange(settings.CELERY_TASK_DEFAULT_QUEUE, 0, -1)
    headers = json.loads(message)["headers"]
    assert (headers["task"], headers["argsrepr"]) == ("catalog.tasks.refresh", "['wages']")
    assert headers["expires"]
    entry = LogEntry.objects.get()
    assert (entry.user.username, entry.object_id) == ("staff", "wages")


def test_refresh_says_clearly_that_the_queue_is_down(member, monkeypatch, live):
    send, nowhere = tasks.refresh.apply_async, app.connection_for_write("redis+socket:///nowhere/redis.sock")
    monkeypatch.setattr(tasks.refresh, "apply_async", partial(send, connection=nowhere))
    response = member("refresh_release").post(address("dataset_refresh", "wages"), follow=True)
    assert "Nothing was asked for" in messages(response)
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("slug", ["regions", "unknown"])
def test_only_a_dataset_with_an_address_can_be_looked_for(member, slug):
    assert member("refresh_release").post(address("dataset_refresh", slug)).status_code == 404


# --- Publish and roll back ----------------------------------------------------------------------------------


def test_roll_back_shows_the_earlier_figures_and_is_logged(member, two_releases):
    client, (older, newer) = member("publish_release"), two_releases
    before = DataVersion.objects.get().number
    page = client.get(address("release_publish", older.pk))
    assert f"instead of release {newer.pk}" in page.text
    assert Dataset.objects.get(pk="wages").live_release == newer
    response = client.post(address("release_publish", older.pk), follow=True)
    assert f"Release {older.pk} is live." in messages(response)
    assert set(Wage.objects.live().values_list("release", flat=True)) == {older.pk}
    assert DataVersion.objects.get().number == before + 1
    assert LogEntry.objects.get().object_id == str(older.pk)


def test_a_double_click_publishes_once(member, two_releases):
    client, (older, _newer) = member("publish_release"), two_releases
    client.post(address("release_publish", older.pk))
    version = DataVersion.objects.get().number
    response = client.post(address("release_publish", older.pk), follow=True)
    assert "cannot be published" in messages(response)
    assert DataVersion.objects.get().number == version
    assert LogEntry.objects.count() == 1


def test_a_held_release_waits_for_a_person(member, live, tmp_path):
    with pytest.raises(Held):
        load("wages", wages.write(tmp_path, wages.lines(add=60)))
    client, held = member("publish_release"), Release.objects.get(state="staged")
    page = client.get(address("release_publish", held.pk)).text
    assert "the median moved" in page
    client.post(address("release_publish", held.pk))
    assert Dataset.objects.get(pk="wages").live_release == held


def test_a_reference_is_merged_again(member, tmp_path):
    header = "code,name_fr,name_en,economic_region,population"
    first = load("regions", write_csv(tmp_path / "a.csv", header, [("00", "Ensemble", "Whole", "24", 9)])).release
    load("regions", write_csv(tmp_path / "b.csv", header, [("00", "Québec", "Québec", "24", 9)]))
    member("publish_release").post(address("release_publish", first.pk))
    assert Region.objects.get(pk="00").name_fr == "Ensemble"


@pytest.mark.django_db(transaction=True)
def test_publishing_while_a_refresh_runs_says_so(member, two_releases):
    client, (older, newer) = member("publish_release"), two_releases
    with database.locked_by_another("wages"):
        response = client.post(address("release_publish", older.pk), follow=True)
    assert "Another refresh of this dataset is running." in messages(response)
    assert Dataset.objects.get(pk="wages").live_release == newer


def test_there_is_no_release_9999(member):
    assert member("publish_release").post(address("release_publish", 9999)).status_code == 404


# --- What it shows ------------------------------------------------------------------------------------------


def test_every_dataset_is_listed_with_what_is_live(member, live, django_assert_max_num_queries):
    client = member("refresh_release")
    with django_assert_max_num_queries(12):
        page = client.get(address("dataset_changelist")).text
    assert address("release_change", live.pk) in page
    assert address("dataset_refresh", "wages") in page
    assert address("dataset_refresh", "noc") not in page


def test_a_dataset_leads_to_its_releases(member, live):
    page = member().get(address("dataset_change", "wages"), follow=True)
    assert page.request["PATH_INFO"] == address("release_changelist")
    assert address("release_change", live.pk) in page.text


def test_a_release_shows_counts_differences_and_files(member, two_releases):
    page = member().get(address("release_change", two_releases[1].pk)).text
    assert "<del>25.00</del> <ins>26.00</ins>" in page
    assert "Changed: 216 in all" in page
    assert two_releases[1].files[0]["sha256"] in page


def test_rejected_lines_come_in_pages(member, live):
    Rejection.objects.bulk_create(
        Rejection(release=live, file="wages.csv", line=number, column="Low", value="x", code="number")
        for number in range(2, 122)
    )
    client = member()
    first = client.get(address("release_change", live.pk)).text
    last = client.get(address("release_change", live.pk) + "?page=3").text
    assert first.count("<td>wages.csv</td>") == 50
    assert last.count("<td>wages.csv</td>") == 20
    assert "A number was expected" in last


@pytest.mark.parametrize(("language", "words"), [("fr", "Un chiffre ne peut pas"), ("en", "A figure cannot be")])
def test_problems_are_told_in_the_language_of_the_reader(member, live, language, words):
    Rejection.objects.create(release=live, file="wages.csv", line=2, column="Low", value="-1", code="negative")
    page = member(language=language).get(address("release_change", live.pk)).text
    assert f'<html lang="{language}"' in page
    assert words in page


def test_the_first_page_tells_how_the_portal_is(member, queue):
    page = member().get("/admin/").text
    assert "Health of the portal" in page
    assert "Not answering:" in page


@pytest.mark.parametrize(
    "name",
    ["occupations_nocgroup", "occupations_wage", "occupations_outlook", "regions_region", "regions_municipality"],
)
def test_figures_and_references_can_be_looked_at(admin_client, live, name):
    assert admin_client.get(reverse(f"admin:{name}_changelist")).status_code == 200
    assert admin_client.get(reverse(f"admin:{name}_add")).status_code == 403
