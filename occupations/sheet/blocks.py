"""What a section of the sheet is made of. Each block is a dictionary that sheet.typ knows how to draw, by `kind`."""

from django.utils.translation import gettext as _

from catalog.models import Release
from imt.templatetags.portal import day, kind_label

Block = dict


def section(title: str, *blocks: Block | None) -> dict:
    """Return a section, without the blocks that have nothing to say (None)."""
    return {"title": title, "blocks": [block for block in blocks if block is not None]}


def answer(area: str, text: str) -> Block:
    return {"kind": "answer", "area": area, "text": text}


def paragraph(text: str) -> Block | None:
    return {"kind": "paragraph", "text": text} if text else None


def notice(text: str) -> Block:
    return {"kind": "notice", "text": text}


def subtitle(text: str) -> Block:
    return {"kind": "subtitle", "text": text}


def notes(texts: list[str]) -> Block | None:
    return {"kind": "notes", "texts": texts} if texts else None


def listing(texts: list[str]) -> Block:
    return {"kind": "list", "texts": texts}


def table(summary: str, head: list[str], rows: list[list[str]], figures: bool, chosen: int | None = None) -> Block:
    """Return a table; `figures` aligns all columns but the first to the right, `chosen` is the row to bring out."""
    return {"kind": "table", "summary": summary, "head": head, "rows": rows, "figures": figures, "chosen": chosen}


def source(release: Release) -> Block:
    definition = release.definition
    parts = [
        _("Source:") + f" {definition.publisher}, {definition.title}.",
        release.label and _("Edition:") + f" {release.label}.",
        release.reference_period and _("Reference period:") + f" {release.reference_period}.",
        _("Retrieved on") + f" {day(release.retrieved_at)}.",
        _("Licence:") + f" {definition.licence}.",
    ]
    return {"kind": "source", "text": " ".join(part for part in parts if part), "badge": badge(release)}


def badges(pairs: list[tuple[str, str]]) -> Block:
    """Return whose figures are of which kind, for a table that mixes kinds."""
    return {"kind": "badges", "items": [f"{whose} – {kind_label(kind)}" for whose, kind in pairs]}


def badge(release: Release) -> dict:
    return {"label": kind_label(release.kind), "kind": release.kind}
