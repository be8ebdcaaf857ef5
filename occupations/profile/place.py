"""Where a class stands in the classification: the classes above it, beside it and below it."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.utils.translation import get_language

from occupations.models import NocGroup

MINOR = NocGroup.Level.MINOR_GROUP


@dataclass(frozen=True)
class Place:
    group: NocGroup
    family: dict[str, NocGroup]  # by code: the class itself, those above it, and those below its minor group or itself

    @classmethod
    def of(cls, code: str) -> "Place | None":
        """Return the place of a class with one query, or None when there is no such class."""
        above = [code[:length] for length in range(1, len(code) + 1)]
        found = NocGroup.objects.filter(Q(pk__in=above) | Q(pk__startswith=code[:MINOR]))
        family = {group.code: group for group in found}
        return cls(family[code], family) if code in family else None

    @property
    def definition(self) -> str:
        """Return the official definition, in the page's language only; empty until an operator has loaded it."""
        return getattr(self.group, f"definition_{get_language()}") or ""

    @cached_property
    def ancestors(self) -> list[NocGroup]:
        """Return the classes above, from the broad category down."""
        return [self.family[code] for code in self.group.ancestor_codes if code in self.family]

    @cached_property
    def siblings(self) -> list[NocGroup]:
        """Return the other unit groups of the minor group."""
        return [group for group in self.unit_groups(self.group.code[:MINOR]) if group != self.group]

    @cached_property
    def children(self) -> list[NocGroup]:
        """Return the classes one level below."""
        return [group for group in self._current(self.group.code) if group.level == self.group.level + 1]

    def unit_groups(self, code: str) -> list[NocGroup]:
        """Return the unit groups of a class."""
        return [group for group in self._current(code) if group.level == NocGroup.Level.UNIT_GROUP]

    def _current(self, code: str) -> list[NocGroup]:
        return [group for each, group in self.family.items() if each.startswith(code) and group.retired_on is None]
