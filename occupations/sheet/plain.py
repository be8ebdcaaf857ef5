"""The portal's own texts on the sheet."""

from django.utils.translation import gettext as _

from imt.templatetags.portal import day
from occupations.profile.plain import Plain
from occupations.sheet import blocks


def work(plain: Plain) -> dict:
    text = plain.text
    parts = [blocks.paragraph(text["summary"])]
    for group in text["duties"]:
        parts += [blocks.subtitle(group["job"]) if group["job"] else None, blocks.listing(group["duties"])]
    parts += [
        blocks.subtitle(_("Where they work")),
        blocks.listing(text["workplaces"]),
        blocks.subtitle(_("What the work is like")),
        blocks.listing(text["conditions"]),
        blocks.subtitle(_("Also called")),
        blocks.paragraph(" · ".join(text["also_called"])),
    ]
    return blocks.section(_("What people do"), *parts, *source(plain))


def requirements(plain: Plain) -> dict:
    listed = blocks.listing(plain.text["requirements"])
    return blocks.section(_("How people get in, in Québec"), listed, *source(plain))


def related(plain: Plain) -> dict:
    listed = [f"{other.group.name} ({other.group.code}) – {other.why}" for other in plain.related]
    return blocks.section(_("To compare with"), blocks.listing(listed), *source(plain))


def source(plain: Plain) -> list[blocks.Block]:
    """Return where the texts come from, and whether somebody read them over."""
    reviewed_on = plain.written.reviewed_on
    read_over = f"{_('Text reviewed on')} {day(reviewed_on)}." if reviewed_on else _("Text not reviewed yet.")
    return [blocks.paragraph(read_over), blocks.source(plain.release)]
