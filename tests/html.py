"""A test client that inspects every page and sheet it receives, so that each test of one is also one of the frame."""

import json
from html.parser import HTMLParser

from django.conf import settings
from django.test import Client

from tests import pdf

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """The elements of a page, in order: `elements` is a list of (tag, attributes); `text` is what one reads.

    `linked_data` is what its JSON-LD blocks say: data, which a browser does not run and the CSP does not concern.
    """

    def __init__(self, content: str):
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.problems: list[str] = []
        self.linked_data: list[dict] = []
        self.feed(content)
        if self.open:
            self.problems.append(f"never closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> at line {self.getpos()[0]} closes nothing")

    def handle_data(self, data):
        if not self.open or self.open[-1] not in {"script", "style"}:
            self.texts.append(data)
        elif self.elements[-1] == ("script", {"type": "application/ld+json"}):
            self.linked_data.append(json.loads(data))
        elif data.strip():
            self.problems.append(f"inline <{self.open[-1]}>")

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def find(self, tag: str, **attributes) -> list[dict]:
        """Return the attributes of each `tag` that has these (`class_` and `for_` for the reserved words)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [found for name, found in self.elements if name == tag and wanted.items() <= found.items()]

    @property
    def toggle(self) -> str:
        """The address of the link to the other language."""
        (link,) = self.find("a", class_="language")
        return link["href"]


def inspect(response) -> Page:
    """Assert what every HTML page of the portal promises, and return it parsed."""
    page = Page(response.content.decode())
    address = response.request["PATH_INFO"]
    assert page.problems == [], address
    (html,) = page.find("html")
    language = html["lang"]
    if (prefix := address.split("/")[1]) in dict(settings.LANGUAGES):
        assert language == prefix, address
    assert len(page.find("h1")) == 1, f"{address}: one h1"
    assert len(page.find("main")) == 1, f"{address}: one main"
    (toggle,) = page.find("a", class_="language")
    assert toggle["hreflang"] == toggle["lang"] == {"fr": "en", "en": "fr"}[language], address
    identifiers = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(identifiers) == len(set(identifiers)), f"{address}: an id is used twice"
    for tag, attributes in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes), f"{address}: inline in <{tag}>"
        for name in {"aria-labelledby", "aria-describedby", "aria-controls", "for"} & attributes.keys():
            assert set(attributes[name].split()) <= set(identifiers), f"{address}: {name}={attributes[name]}"
    source = response.content.decode()
    assert "{{" not in source, f"{address}: unrendered"
    assert "{%" not in source, f"{address}: unrendered"
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"], address
    assert not response.cookies, f"{address}: a public page sets no cookie"
    return page


class InspectingClient(Client):
    """Django's test client, which inspects HTML responses of public pages, and PDF: they carry `.page` or `.sheet`."""

    def request(self, **request):
        response = super().request(**request)
        kind = response.headers.get("Content-Type", "")
        if response.streaming or not response.content:
            return response
        if kind.startswith("text/html") and not response.request["PATH_INFO"].startswith("/admin/"):
            response.page = inspect(response)
        elif kind == "application/pdf":
            response.sheet = pdf.inspect(response)
        return response
