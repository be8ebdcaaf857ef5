"""What to study, and where near the region of the sheet."""

from django.utils.translation import gettext as _

from catalog.models import Kind, Release
from occupations.profile.schools import School, Schools, Study
from occupations.sheet import blocks

MOST = 10  # programmes of each kind; the page has them all


def training(schools: Schools, ties: Release | None) -> dict:
    if not schools:
        nothing = _(
            "No program of the portal’s table leads to this occupation in particular: people come to it from several "
            "fields, by experience or by training at work."
        )
        return blocks.section(_("Training"), blocks.paragraph(nothing))
    parts = []
    for title, studies in (
        (_("The programs that lead to it"), schools.direct),
        (_("Programs that may lead to it"), schools.indirect),
    ):
        if studies:
            parts += [blocks.subtitle(title), blocks.listing([line(study, schools) for study in studies[:MOST]])]
    if ties:
        parts.append(blocks.source(ties))
    if schools.nearest:
        parts += [blocks.subtitle(_("The nearest institutions")), blocks.listing(list(map(place, schools.nearest)))]
    if schools.given:
        if schools.offered_by.kind == Kind.DEMONSTRATION:
            parts.append(blocks.notice(schools.offered_by.note))
        parts.append(blocks.source(schools.offered_by))
    return blocks.section(_("Training"), *parts)


def line(study: Study, schools: Schools) -> str:
    programme = study.programme
    said = [f"{programme.title} {programme.code}".strip(), programme.get_credential_display()]
    if schools.given:
        said.append(_("institutions in Québec: %(count)s") % {"count": study.institutions})
        if not schools.area.is_quebec:
            said.append(f"{schools.area.name}: {study.here}")
    return " – ".join(said)


def place(school: School) -> str:
    return ", ".join(filter(None, [school.name, school.place]))
