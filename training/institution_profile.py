"""One institution as its page shows it: its programmes by credential, each with what it leads to."""

from functools import cached_property
from itertools import groupby

from catalog.models import Release
from occupations.models.noc import Language
from occupations.order import plain
from occupations.profile import live_releases
from occupations.results import Result
from regions.models import Region
from training import editions
from training.listing import listed
from training.models import LEVELS, Credential, Institution, Offering, Programme
from training.tied import TiedOccupations

ORDER = [credential for credentials in LEVELS.values() for credential in credentials]


class InstitutionProfile:
    """Each part is read when it is asked for."""

    def __init__(self, institution: Institution, area: Region):
        self.institution = institution
        self.area = area

    @cached_property
    def languages(self) -> dict[str, list[str]]:
        """Return in which languages it gives each of its programmes, French first; one query."""
        found: dict[str, list[str]] = {}
        offers = Offering.objects.live().filter(institution=self.institution).order_by("-language")
        for programme, language in offers.values_list("programme", "language"):
            found.setdefault(programme, []).append(str(Language(language).label))
        return found

    @cached_property
    def programmes(self) -> list[Programme]:
        found = [programme for programme in listed() if programme.pk in self.languages]
        return sorted(found, key=lambda each: (ORDER.index(each.credential), plain(each.title)))

    @cached_property
    def tied(self) -> TiedOccupations:
        return TiedOccupations.of(self.programmes, self.area)

    @property
    def by_credential(self) -> list[tuple[str, list[tuple[Programme, str, Result | None]]]]:
        """Return (programme, languages, first occupation that it leads to) under each credential."""
        return [
            (Credential(credential).label, [self.row(programme) for programme in programmes])
            for credential, programmes in groupby(self.programmes, lambda each: each.credential)
        ]

    def row(self, programme: Programme) -> tuple[Programme, str, Result | None]:
        first = next(iter(self.tied.led_to(programme) or self.tied.may_lead_to(programme)), None)
        return programme, ", ".join(self.languages[programme.pk]), first

    @property
    def offered_by(self) -> Release | None:
        """Return the release that says what it gives."""
        return editions.offerings()

    @property
    def sources(self) -> list[Release]:
        """Return the releases that this page uses."""
        releases = live_releases()
        known = [releases[slug] for slug in ("institutions", "programmes", "programme-occupations") if slug in releases]
        given = [each for each in (self.offered_by, editions.durations()) if each and self.programmes]
        return [*known, *given, *self.tied.figures]
