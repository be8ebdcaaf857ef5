"""What the sheet of a sector says, in the active language: that of the page, from the same presenters."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from occupations.sheet import blocks
from sectors.grouping_page import GroupingPage
from sectors.models import Organization, SectorDescription
from sectors.sheet.glance import glance
from sectors.sheet.occupations import in_demand, occupations
from sectors.sheet.places import places
from sectors.sheet.trend import earnings, employment


def content(page: GroupingPage, address: str) -> dict:
    """Return what sheet.typ lays out, as plain JSON."""
    name, area = page.grouping.name, page.area
    codes = ", ".join(part.industry.code for part in page.included)
    return {
        "title": f"{name} – {area.name}",
        "name": name,
        "code": f"{_('Sector of activity')} · {_('NAICS')} 2022 {codes}",
        "region": area.name,
        "address": address,
        "retired": "",
        "glance": {"title": _("At a glance"), "cards": glance(page)},
        "sections": [section for section in sections(page) if section["blocks"]],
    }


def sections(page: GroupingPage) -> Iterator[dict]:
    description = page.profile.description
    if description:
        yield told(description)
    yield included(page, description)
    if page.occupations:
        yield in_demand(page.occupations)
        yield occupations(page.occupations)
    if page.profile.rows:
        yield places(page)
    if page.figures.jobs:
        yield employment(page)
    if page.figures.earnings:
        yield earnings(page)
    yield turned_to(page.profile.organizations)
    yield sources(page)


def told(description: SectorDescription) -> dict:
    text = description.text
    return blocks.section(_("What it is"), blocks.paragraph(text["summary"]), blocks.paragraph(text["description"]))


def included(page: GroupingPage, description: SectorDescription | None) -> dict:
    parts = []
    if description:
        elsewhere = [f"{other['text']} ({_('NAICS')} {other['code']})" for other in description.text["not_here"]]
        parts += [
            blocks.listing(description.text["includes"]),
            blocks.subtitle(_("What is elsewhere:")),
            blocks.listing(elsewhere),
            blocks.subtitle(_("In the classification:")),
        ]
    if page.included:
        parts.append(blocks.listing([f"{part.industry.code} {part.industry.name}" for part in page.included]))
    return blocks.section(_("What it includes"), *parts)


def turned_to(organizations: list[tuple[str, list[Organization]]]) -> dict:
    titles = {"committee": _("Sectoral workforce committees"), "association": _("Sectoral associations")}
    parts = []
    for kind, bodies in organizations:
        parts += [blocks.subtitle(titles[kind]), blocks.listing([line(body) for body in bodies])]
    return blocks.section(_("Whom to turn to"), *parts)


def line(body: Organization) -> str:
    said = [body.name, body.short_name and f"({body.short_name})", body.website and f"– {body.website}"]
    return " ".join(filter(None, said))


def sources(page: GroupingPage) -> dict:
    parts = []
    for release in page.sources:
        parts += [blocks.source(release), blocks.paragraph(release.note)]
    return blocks.section(_("Sources"), *parts)
