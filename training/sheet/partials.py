"""Conditions of admission and financing on the sheet: the words of the page's own partials, as blocks."""

import re
from html.parser import HTMLParser

from django.template.loader import render_to_string
from django.utils.translation import get_language

from occupations.sheet import blocks
from training.models import Programme

SPACE = re.compile(r"[ \n]+")  # not the spaces that keep a sign with its word


def admission(programme: Programme) -> dict:
    return section("training/_admission.html", programme)


def financing(programme: Programme) -> dict:
    return section("training/_financing.html", programme)


def section(template: str, programme: Programme) -> dict:
    partial = Partial()
    partial.feed(render_to_string(template, {"programme": programme, "LANGUAGE_CODE": get_language()}))
    return blocks.section(partial.title, *partial.blocks)


class Partial(HTMLParser):
    """Make blocks of headings, paragraphs and lists. A link keeps its address; what only screen readers hear goes."""

    def __init__(self):
        super().__init__()
        self.title = ""
        self.blocks: list[blocks.Block] = []
        self.items: list[str] = []
        self.text = ""
        self.address = ""
        self.is_heard_only = False

    def handle_starttag(self, tag, attributes):
        if tag in {"h2", "h3", "p", "li"}:
            self.text = ""
        elif tag == "ul":
            self.items = []
        elif tag == "a":
            self.address = dict(attributes)["href"]
        elif tag == "span":
            self.is_heard_only = True

    def handle_data(self, data):
        if not self.is_heard_only:
            self.text += data

    def handle_endtag(self, tag):
        text = SPACE.sub(" ", self.text).strip(" ")
        if tag == "h2":
            self.title = text
        elif tag == "h3":
            self.blocks.append(blocks.subtitle(text))
        elif tag == "p":
            self.blocks.append(blocks.paragraph(text))
        elif tag == "li":
            self.items.append(text)
        elif tag == "ul":
            self.blocks.append(blocks.listing(self.items))
        elif tag == "a":
            self.text += f" ({self.address})"
        elif tag == "span":
            self.is_heard_only = False
