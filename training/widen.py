"""When a list of programmes is short: what to change, and how many programmes each change would give."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from occupations.panel import changed, without
from occupations.widen import Step
from regions.nearby import RADII, WITHIN
from training.facets import ProgrammeFacets
from training.offers import offers_from
from training.panel import ProgrammePanel


def steps(panel: ProgrammePanel) -> list[Step]:
    """Return the steps that give more than the list has; one query at most."""
    found = len(panel.filters.found)
    return [step for step in (*criteria(panel), *words(panel), *farther(panel)) if step.count > found]


def criteria(panel: ProgrammePanel) -> Iterator[Step]:
    """One question less."""
    for question in panel.questions:
        if question.chosen:
            label = _("Without the criterion “%(criterion)s”") % {"criterion": question.label}
            count = len(panel.filters.facets.left(without=question.name))
            yield Step(label, count, without(panel.query, question.parameter))


def words(panel: ProgrammePanel) -> Iterator[Step]:
    """The criteria without the words."""
    filters = panel.filters
    if filters.query and (filters.chosen or filters.led_to):
        everything = ProgrammeFacets(filters.near, filters.offers, filters.chosen)
        label = _("Without the words “%(words)s”") % {"words": filters.query}
        yield Step(label, len(everything.left()), without(panel.query, "q"))
    yield from sector(panel)


def sector(panel: ProgrammePanel) -> Iterator[Step]:
    """The whole training sector of the best match instead of the words."""
    filters = panel.filters
    first = next(iter(filters.hits), None)
    code = next((each.sector_id for each in filters.everything if each.pk == first), None)
    if not code or "sector" in filters.chosen:
        return
    everything = ProgrammeFacets(filters.near, filters.offers, filters.chosen | {"sector": [code]})
    label = _("The whole training sector “%(sector)s”") % {"sector": dict(filters.answers["sector"])[code]}
    yield Step(label, len(everything.left()), changed(panel.query, q=None, sector=code))


def farther(panel: ProgrammePanel) -> Iterator[Step]:
    """The same at any distance, or at the longest one that may be chosen."""
    filters = panel.filters
    if not filters.radius:
        return
    offers = offers_from(filters.nearby.point, None)
    wanted = [each for each in filters.tied if not filters.query or each.pk in filters.hits]
    for radius in (*(radius for radius in RADII if radius > filters.radius), None):
        here = [offer for offer in offers if radius is None or offer.km <= radius]
        given = {offer.programme for offer in here}
        near = [each for each in wanted if radius is None or each.pk in given]
        label = _("%(km)s km or less") % {"km": radius} if radius else _("At any distance")
        count = len(ProgrammeFacets(near, here, filters.chosen).left())
        yield Step(label, count, changed(panel.query, **{WITHIN: str(radius) if radius else None}))
