"""Characteristics on the sheet, in plain sentences, and the occupations that resemble this one."""

from django.utils.translation import gettext as _

from imt.templatetags.portal import number
from occupations.profile import OccupationProfile
from occupations.profile.characteristics import CharacteristicsOf
from occupations.sheet import blocks


def characteristics(characteristics: CharacteristicsOf) -> dict:
    parts = []
    if characteristics.interests:
        names = ", ".join(rating.characteristic.descriptor.name for rating in characteristics.interests)
        parts.append(blocks.answer(_("Interests that go with this work"), names))
        parts.append(blocks.listing([rating.sentence for rating in characteristics.interests]))
    for part in characteristics.parts:
        if part.leading:
            parts += [blocks.subtitle(part.title), blocks.listing([rating.sentence for rating in part.leading])]
    relations = [
        f"{relation.title} – {relation.words} {_('(%(mean)s out of 5)') % {'mean': number(relation.mean, 1)}}"
        for relation in characteristics.relations
    ]
    note = _(
        "What is listed counts most: the highest levels and, at equal levels, those that the fewest occupations share. "
        "Data, people and things: the mean complexity of the work activities of each kind. The sentences are the "
        "portal's; the ratings behind them are the publisher's."
    )
    return blocks.section(
        _("Characteristics"),
        *parts,
        blocks.subtitle(_("Data, people and things")),
        blocks.listing(relations),
        blocks.notes([note]),
        blocks.source(characteristics.release),
    )


def similar(profile: OccupationProfile) -> dict:
    said = _(
        "By what the work asks of people and what it is like. “To develop” is what the other occupation asks for much "
        "more than this one."
    )
    listed = [f"{each.group.name} ({each.group.code}). {each.why}".strip() for each in profile.similar_occupations]
    return blocks.section(_("Similar occupations"), blocks.paragraph(said), blocks.listing(listed))
