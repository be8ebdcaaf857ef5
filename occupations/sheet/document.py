"""A sheet as a tagged PDF (PDF/UA-1), to print, send or keep: what sheet.typ makes of contents."""

import json
from functools import cache
from pathlib import Path

import typst
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

LAYOUT = Path(__file__).with_name("sheet.typ")


@cache
def fonts() -> typst.Fonts:
    """Return the fonts that typst carries, so that a sheet is the same on every machine.

    The design system's own are WOFF2 files for browsers, which typst does not read.
    """
    return typst.Fonts(include_system_fonts=False)


def frame() -> dict:
    """Return what every sheet says, in the active language."""
    return {
        "language": get_language(),
        "portal": _("LMI Portal"),
        "page": _("Page {page} of {pages}"),
        "independence": _("An independent project."),
        "origin": _("The same page online, with its current figures:"),
    }


def pdf(content: dict) -> bytes:
    """Return a sheet in the active language; some 30 ms.

    `content`: title, name, code, region, address (of the page with the same figures), retired ("" or a sentence),
    glance (title, cards) and sections (`sheet.blocks`). Nothing of the data is typst markup: the layout reads it as
    JSON, and typst shows a text as it is.
    """
    return typst.compile(
        LAYOUT,
        root=LAYOUT.parent,
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"sheet": json.dumps(frame() | content, cls=DjangoJSONEncoder)},
    )


def pdf_response(content: dict, address: str, name: str) -> HttpResponse:
    """Answer a sheet; `address` is that of its page, where search engines should lead, `name` that of the file."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}.pdf"',
        "Link": f'<{address}>; rel="canonical"',
    }
    return HttpResponse(pdf(content), content_type="application/pdf", headers=headers)
