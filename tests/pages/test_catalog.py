import pytest
from django.utils import timezone, translation

from catalog.models import Dataset, Release
from catalog.registry import registry

pytestmark = pytest.mark.django_db
State = Release.State


def release(slug="wages", state=State.LIVE, **fields):
    dataset, _ = Dataset.objects.get_or_create(slug=slug)
    now = timezone.now()
    defaults = {"kind": "official", "retrieved_at": now, "published_at": now, "sha256": "0" * 64}
    made = Release.objects.create(dataset=dataset, state=state, **(defaults | fields))
    if state == State.LIVE:
        dataset.live_release = made
        dataset.save()
    return made


def test_every_dataset_is_listed_even_before_its_first_release(client):
    release(label="2024", reference_period="2023-2024", loaded=2532, kind="third-party")
    page = client.get("/en/sources-and-dates/").page
    for definition in registry:
        assert page.find("a", href=f"/en/sources-and-dates/{definition.slug}/")
        with translation.override("en"):
            assert str(definition.publisher) in page.text
    assert "2023-2024" in page.text
    assert "2,532" in page.text
    assert page.find("span", class_="badge badge-third-party")
    assert page.text.count("Nothing loaded yet.") == len(list(registry)) - 1


def test_a_dataset_tells_its_history_and_hides_what_the_public_never_saw(client):
    release(label="2023", state=State.SUPERSEDED, loaded=2400, rejected=7)
    release(label="2024", read=2600, loaded=2532, added=132, changed=2000, removed=3, note_fr="Une note.")
    release(label="2025-held", state=State.HELD)
    release(label="2025-failed", state=State.FAILED)
    page = client.get("/fr/sources-et-dates/wages/").page
    for text in (
        "2023",
        "2024",
        "Affichée maintenant",
        "2\u00a0600".replace("\u00a0", " "),
        "132",
        "Une note.",
    ):
        assert text in page.text, text
    assert "2025-held" not in page.text
    assert "2025-failed" not in page.text
    assert page.text.count("Affichée maintenant") == 1
    assert "Une note." not in client.get("/en/sources-and-dates/wages/").page.text


def test_demonstration_figures_are_announced_on_their_page(client):
    release("outlooks-demonstration", kind="demonstration")
    page = client.get("/fr/sources-et-dates/outlooks-demonstration/").page
    assert page.find("div", class_="notice notice-warning")
    assert page.find("span", class_="badge badge-demonstration")


def test_a_dataset_without_release_says_so(client):
    assert "Rien n’est encore chargé" in client.get("/fr/sources-et-dates/wages/").page.text


def test_other_sites_are_announced(client):
    release()
    for link in client.get("/fr/sources-et-dates/wages/").page.find("a"):
        if link["href"].startswith("http"):
            assert link["class"] == "external"


def test_home_shows_how_recent_the_figures_are(client):
    release("wages", label="2024")
    release("wages", label="2023", state=State.SUPERSEDED)
    release("regions", label="decree of 2025")
    page = client.get("/en/").page
    assert page.find("a", href="/en/sources-and-dates/wages/")
    assert "Edition: 2024" in page.text
    assert "Edition: 2023" not in page.text
    assert "decree of 2025" not in page.text  # geography is not a figure


@pytest.mark.parametrize("address", ["/fr/", "/fr/sources-et-dates/", "/fr/sources-et-dates/wages/", "/fr/a-propos/"])
def test_pages_stay_far_within_the_budget(client, address, django_assert_max_num_queries):
    for slug in ("wages", "cops", "outlooks", "regions"):
        release(slug)
    with django_assert_max_num_queries(4):
        first = client.get(address)
    with django_assert_max_num_queries(0):
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
