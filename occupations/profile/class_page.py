"""What the page of a class above the unit groups shows: the occupations in it, by the class just below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.models import Release
from occupations.models import NocGroup, Outlook, Wage
from occupations.profile.place import Place
from occupations.profile.regional import Chosen, for_region
from regions.models import QUEBEC, Region


@dataclass(frozen=True)
class ListedOccupation:
    group: NocGroup
    wage: Chosen[Wage]
    outlook: Chosen[Outlook]


@dataclass(frozen=True)
class Section:
    """A class just below this one and its occupations; `heading` is None where they are one and the same."""

    heading: NocGroup | None
    occupations: list[ListedOccupation]


def sections(place: Place, region: Region) -> list[Section]:
    """Return the occupations of a class, with median wage and prospects for the region or for Québec."""
    parent = place.group
    areas = {QUEBEC, region.code}
    wages = Wage.objects.live().filter(unit_group__code__startswith=parent.code, region__in=areas, median__isnull=False)
    outlooks = Outlook.objects.live().filter(unit_group__code__startswith=parent.code, region__in=areas)
    wages_of, outlooks_of = by_group(wages), by_group(outlooks.with_level())

    def listed(groups: Sequence[NocGroup]) -> list[ListedOccupation]:
        return [
            ListedOccupation(
                group,
                for_region(wages_of.get(group.code, {}), region.code),
                for_region(outlooks_of.get(group.code, {}), region.code),
            )
            for group in groups
        ]

    if parent.level == NocGroup.Level.MINOR_GROUP:
        return [Section(None, listed(place.children))]
    return [Section(child, listed(place.unit_groups(child.code))) for child in place.children]


def figure_releases(listed: Sequence[Section], releases: Mapping[int, Release]) -> list[Release]:
    """Return the releases of the figures of a class page."""
    occupations = [occupation for section in listed for occupation in section.occupations]
    facts = [each.figure for occupation in occupations for each in (occupation.wage, occupation.outlook) if each.figure]
    used = dict.fromkeys(fact.release_id for fact in facts)
    return [releases[pk] for pk in used if pk in releases]


def by_group(facts) -> dict[str, dict]:
    """Return {unit group: {region: fact}}."""
    found: dict[str, dict] = {}
    for fact in facts:
        found.setdefault(fact.unit_group_id, {})[fact.region_id] = fact
    return found
