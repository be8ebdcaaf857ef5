"""The console of the API: Swagger UI works under the strict policy, from this site alone."""

import pytest

from tests.browser.test_frame import violations

CONSOLE = "/api/console/"


def test_the_console_works_and_asks_nothing_of_another_site(open_page, live_server, transactional_db):
    page = open_page("/en/api/")
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Console").click()
    page.get_by_text("/api/v1/releases/", exact=True).click()
    page.get_by_role("button", name="Execute").click()
    page.get_by_text('"count": 0').first.wait_for()
    assert complaints == []
    assert f"{live_server.url}/api/v1/releases/" in asked
    assert [url for url in asked if not url.startswith((live_server.url, "data:", "blob:"))] == []


@pytest.mark.parametrize("address", [CONSOLE, "/fr/api/", "/en/api/"])
def test_axe_finds_nothing_and_nothing_overflows(open_page, transactional_db, address):
    page = open_page(address, bypass_csp=True)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
