"""What one may ask of a programme in a list, and which answers each programme has (`occupations.criteria` for more).

Language and region are answers of an offer rather than of a programme: a programme that is given in English in
Montréal and in French in Estrie is not given in English in Estrie. See `training.facets`.
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from occupations.criteria import Criterion
from occupations.models.noc import Language
from occupations.order import plain
from regions.models import Region
from training.durations import BRACKETS, brackets_of
from training.models import LEVELS, Credential, Level, Programme

LANGUAGE, OFFERED_IN = "language", "offered_in"

CRITERIA = (
    Criterion("level", _("Level"), lambda programme: [programme.level], enum=tuple(Level.values)),
    Criterion(OFFERED_IN, _("Offered in"), lambda programme: []),
    Criterion("duration", _("Duration, full time"), lambda programme: brackets_of(months_of(programme))),
    Criterion("sector", _("Training sector"), lambda programme: filter(None, [programme.sector_id])),
    Criterion("credential", _("Credential"), lambda programme: [programme.credential], enum=tuple(Credential.values)),
    Criterion(LANGUAGE, _("Language of instruction"), lambda programme: [], enum=tuple(Language.values)),
)


def months_of(programme: Programme) -> int | None:
    return programme.length["months"] if programme.length else None


def answers(programmes: Iterable[Programme], regions: Iterable[Region]) -> dict[str, list]:
    """Return the (value, name) pairs of each criterion, in the active language and in the order of the page."""
    sectors = {programme.sector_id: programme.sector.name for programme in programmes if programme.sector_id}
    return {
        "level": Level.choices,
        OFFERED_IN: [(region.code, region.name) for region in regions],
        "duration": [(bracket.value, bracket.label) for bracket in BRACKETS],
        "sector": sorted(sectors.items(), key=lambda pair: plain(pair[1])),
        "credential": [(each.value, each.label) for credentials in LEVELS.values() for each in credentials],
        LANGUAGE: Language.choices,
    }
