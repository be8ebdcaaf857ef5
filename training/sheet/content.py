"""What the sheet of a programme says, in the active language: that of the page, from the same presenters."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from occupations.sheet import blocks
from training.models import Programme
from training.profile import ProgrammeProfile
from training.sheet.glance import glance
from training.sheet.graduates import graduates
from training.sheet.occupations import occupations
from training.sheet.partials import admission, financing
from training.sheet.where import where


def content(profile: ProgrammeProfile, address: str) -> dict:
    """Return what sheet.typ lays out, as plain JSON."""
    programme = profile.programme
    return {
        "title": f"{programme.title} – {profile.area.name}",
        "name": programme.title,
        "code": " · ".join(described(programme)),
        "region": profile.area.name,
        "address": address,
        "retired": "",
        "glance": {"title": _("At a glance"), "cards": glance(profile)},
        "sections": [section for section in sections(profile) if section["blocks"]],
    }


def described(programme: Programme) -> Iterator[str]:
    yield f"{programme.get_credential_display()} {programme.code}".strip()
    if programme.sector:
        yield _("training sector") + f" {programme.sector.name}"
    if programme.status != Programme.Status.OFFERED:
        yield programme.get_status_display()


def sections(profile: ProgrammeProfile) -> Iterator[dict]:
    if profile.tied.groups:
        yield occupations(profile)
    yield admission(profile.programme)
    if profile.where.given:
        yield where(profile)
    if profile.outcome:
        yield graduates(profile)
    yield other(profile)
    yield financing(profile.programme)
    yield sources(profile)


def other(profile: ProgrammeProfile) -> dict:
    parts = []
    for title, programmes in (
        (_("To go on afterwards"), profile.next_ones),
        (_("Other ways to the same occupations"), profile.alike),
    ):
        if programmes:
            parts += [blocks.subtitle(title), blocks.listing([line(each) for each in programmes])]
    return blocks.section(_("Other programs"), *parts)


def line(programme: Programme) -> str:
    return f"{programme.title} {programme.code}".strip() + f" – {programme.get_credential_display()}"


def sources(profile: ProgrammeProfile) -> dict:
    said = _("What is said of the program itself:") + f" {profile.programme.get_evidence_display()}."
    parts = []
    for release in profile.sources:
        parts += [blocks.source(release), blocks.paragraph(release.note)]
    return blocks.section(_("Sources"), blocks.paragraph(said), *parts)
