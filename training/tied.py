"""The occupations that programmes lead to, with their wages and prospects for a region."""

from collections.abc import Iterable
from functools import cached_property

from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.models import NocGroup, OutlookLevel
from occupations.profile import live_releases
from occupations.results import Result, Results
from regions.models import Region
from training.models import Programme


class TiedOccupations(Results):
    """Occupations by their codes, seen from one region; three queries, whatever their number.

    It is what `occupations/_shown_wage.html` and `occupations/_shown_outlook.html` take as `results`.
    """

    def __init__(self, codes: Iterable[str], area: Region):
        groups = NocGroup.objects.unit_groups().filter(pk__in=set(codes))
        shown = groups.with_wage(area.code).with_outlook(area.code).with_demand(area.code)
        super().__init__(shown, {}, area)

    @classmethod
    def of(cls, programmes: Iterable[Programme], area: Region) -> "TiedOccupations":
        return cls({code for each in programmes for code in (*each.leads_to, *each.may_lead_to)}, area)

    @cached_property
    def by_code(self) -> dict[str, Result]:
        return {row.group.code: row for row in self.rows}

    @cached_property
    def releases(self) -> dict[int, Release]:
        """Return the releases of the figures shown, from those that every page knows."""
        columns = ("outlook_release", "demand_release", "wage_release")
        known = {release.pk: release for release in live_releases().values()}
        keys = dict.fromkeys(getattr(group, column) for column in columns for group in self.groups)
        return {key: known[key] for key in keys if key in known}

    @property
    def figures(self) -> list[Release]:
        """Return the releases of prospects and wages, which lists show."""
        keys = {getattr(group, column) for column in ("outlook_release", "wage_release") for group in self.groups}
        return [release for key, release in self.releases.items() if key in keys]

    @cached_property
    def missing_wages(self) -> dict[str, str]:
        reason = _("The edition has no wage for this occupation, neither here nor for the whole of Québec.")
        return {group.code: reason for group in self.groups if group.wage_median is None}

    def led_to(self, programme: Programme) -> list[Result]:
        """Return the occupations that a programme leads to, in the order of their codes."""
        return self.rows_of(programme.leads_to)

    def may_lead_to(self, programme: Programme) -> list[Result]:
        return self.rows_of(programme.may_lead_to)

    def rows_of(self, codes: Iterable[str]) -> list[Result]:
        return [self.by_code[code] for code in codes if code in self.by_code]

    def level_of(self, programme: Programme) -> OutlookLevel | None:
        """Return the least favourable level of the occupations that a programme leads to.

        None where none has a determined one, or where two scales would have to be compared.
        """
        levels = [row.level for row in self.led_to(programme) if row.level and row.level.rank is not None]
        scales = {level.scale for level in levels}
        return max(levels, key=lambda level: level.rank) if len(scales) == 1 else None
