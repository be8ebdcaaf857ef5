"""JSON-LD under the strict Content-Security-Policy: the browser keeps it as data and finds nothing to refuse."""

import json

from tests.occupations.detail.world import build


def test_the_browser_keeps_the_data_and_reports_no_violation(open_page, transactional_db):
    build()
    page = open_page("/en/occupations/31301-registered-nurses/?region=06")
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.reload()
    block = page.locator("script[type='application/ld+json']").text_content()
    assert json.loads(block)["estimatedSalary"]["median"] == 38
    assert not [text for text in said if "Content Security Policy" in text or "Content-Security-Policy" in text]
    # The same policy refuses a script there: the silence above means something.
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in text for text in said)
