"""The partials that other pages build on, each rendered alone."""

from datetime import UTC, datetime

import pytest
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from catalog.models import Release
from tests.html import Page


def render(name: str, address: str = "/en/occupations/", language: str = "en", **context) -> Page:
    with translation.override(language):
        request = RequestFactory().get(address)
        return Page(render_to_string(f"components/{name}.html", context, request=request))


def test_pagination_keeps_the_search_and_says_where_one_is():
    page = render("pagination", "/en/occupations/?q=chef&page=10", page_obj=Paginator(range(500), 20).page(10))
    assert page.find("a", rel="prev", href="?q=chef&page=9")
    assert page.find("a", rel="next", href="?q=chef&page=11")
    assert page.text == "Previous page Page 1 … Page 8 Page 9 Page 10 Page 11 Page 12 … Page 25 Next page"
    assert page.find("span", aria_current="page")


def test_pagination_of_one_page_is_nothing():
    assert render("pagination", page_obj=Paginator(range(5), 20).page(1)).elements == []


@pytest.mark.parametrize(
    ("language", "context", "text"),
    [
        ("en", {}, "NP Not published"),
        ("en", {"reason": "too few people."}, "NP Not published: too few people."),
        ("fr", {"reason": "trop peu de personnes."}, "N. P. Non publié : trop peu de personnes."),
    ],
)
def test_a_figure_that_is_not_published_says_why(language, context, text):
    page = render("np", language=language, **context)
    assert page.text == text
    assert page.find("span", class_="qc-sr-only")


def test_the_reason_can_be_printed_beside_it():
    assert not render("np", reason="too few people.", visible=True).find("span", class_="qc-sr-only")


def test_a_source_line_says_everything():
    release = Release(dataset_id="wages", label="2024", reference_period="2023-2024", kind="third-party")
    release.retrieved_at = datetime(2025, 6, 1, 12, tzinfo=UTC)
    page = render("source_line", "/en/occupations/?region=06", release=release)
    definition = release.definition
    with translation.override("en"):
        said = [str(text) for text in (definition.publisher, definition.title, definition.licence)]
    assert [text for text in said if text not in page.text] == []
    for text in (
        "Edition: 2024",
        "period: 2023-2024",
        "Retrieved on June 1, 2025",
        "Republished by a third party",
    ):
        assert text in page.text
    assert page.find("a", href="/en/sources-and-dates/wages/?region=06")
    assert page.find("a", href=definition.licence_url, class_="external")


def test_the_search_keeps_the_region_and_what_was_asked():
    page = render("search_box", "/en/?region=06", id="other", q='chef "de" cuisine')
    (form,) = page.find("form")
    assert (form["method"], form["action"]) == ("get", "/en/occupations/")
    assert page.find("input", name="region", value="06", type="hidden")
    assert page.find("input", name="q", id="other", value='chef "de" cuisine')
    assert page.find("label", for_="other")


def test_notices_say_their_kind_in_words():
    page = render("notice", kind="warning", title="Look.", text="<b>")
    assert page.text == "Warning: Look. <b>"


def test_an_empty_state_leads_on():
    page = render("empty_state", title="Nothing", text="Try another word.", url="/en/", action="Start again")
    assert page.find("a", href="/en/")
    assert page.find("h2")
