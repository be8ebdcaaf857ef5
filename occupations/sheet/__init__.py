"""The sheet of an occupation: the figures of its page as a tagged PDF (PDF/UA-1), to print, send or keep."""

import json
from functools import cache
from pathlib import Path

import typst
from django.core.serializers.json import DjangoJSONEncoder

from occupations.profile import OccupationProfile
from occupations.sheet.content import content

LAYOUT = Path(__file__).with_name("sheet.typ")


@cache
def fonts() -> typst.Fonts:
    """Return the fonts that typst carries, so that a sheet is the same on every machine.

    The design system's own are WOFF2 files for browsers, which typst does not read.
    """
    return typst.Fonts(include_system_fonts=False)


def pdf(profile: OccupationProfile, address: str) -> bytes:
    """Return the sheet of an occupation seen from a region, in the active language; some 30 ms.

    `address` is that of the page with the same figures. Nothing of the data is typst markup: the layout reads it as
    JSON, and typst shows a text as it is.
    """
    return typst.compile(
        LAYOUT,
        root=LAYOUT.parent,
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"sheet": json.dumps(content(profile, address), cls=DjangoJSONEncoder)},
    )
