"""What an address names one by one, `?code=31301&code=32101&region=06`, and what one types to add an occupation."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property

from django.utils.http import urlencode
from django.utils.translation import get_language

from catalog.models import Reference
from occupations.models import NocGroup
from occupations.search import search
from regions.choice import PARAMETER, RegionChoice
from regions.models import Region

UNIT_GROUP_CODE = re.compile(r"\d{5}")
FORMER_CODE = re.compile(r"[0-9]{4}")
LOOKED_UP = 50  # codes of one address: beyond that somebody plays


@dataclass(frozen=True)
class AskedReferences(ABC):
    """Codes, each once, in their order, of which a page takes the first `most` that are current."""

    codes: list[str]
    most: int

    # Of what, and how their codes look: said by each kind, and no field.
    model = Reference
    code_format = re.compile("")

    @staticmethod
    def given(request, name: str) -> list[str]:
        return list(dict.fromkeys(filter(None, map(str.strip, request.GET.getlist(name)))))

    @cached_property
    def found(self) -> dict[str, Reference]:
        wanted = [code for code in self.codes[:LOOKED_UP] if self.code_format.fullmatch(code)]
        found = self.model.objects.in_bulk(wanted) if wanted else {}
        return {code: found[code] for code in wanted if code in found}

    @property
    def known(self) -> list[Reference]:
        return [group for group in self.found.values() if group.retired_on is None]

    @property
    def groups(self) -> list[Reference]:
        return self.known[: self.most]

    @property
    def is_full(self) -> bool:
        return len(self.groups) == self.most

    @abstractmethod
    def address(self, codes: list[str]) -> str:
        """Return the address of the same page for these codes."""

    @property
    def each_without(self) -> list[tuple[Reference, str]]:
        """Return each with the address of the page without it."""
        codes = [group.code for group in self.groups]
        return [(group, self.address([code for code in codes if code != group.code])) for group in self.groups]

    @property
    def left_out(self) -> list[Reference]:
        return self.known[self.most :]

    @property
    def retired(self) -> list[Reference]:
        return [group for group in self.found.values() if group.retired_on is not None]

    @property
    def unknown(self) -> list[str]:
        return [code for code in self.codes[:LOOKED_UP] if code not in self.found]


class AskedCodes(AskedReferences):
    """Occupations: unit groups of NOC 2021."""

    model = NocGroup
    code_format = UNIT_GROUP_CODE

    @property
    def perhaps_former(self) -> list[str]:
        """Return the unknown codes that have the four digits of those of 2016 and 2011."""
        return [code for code in self.unknown if FORMER_CODE.fullmatch(code)]

    def address_with(self, text: str) -> str | None:
        """Return the address that has also what a person typed, or None where those words lead to no occupation."""
        codes = [group.code for group in self.known]
        if not text:
            return self.address(codes)
        hit = first_hit(text)
        return self.address(list(dict.fromkeys([*codes, hit]))) if hit else None


@dataclass(frozen=True)
class AskedAreas:
    """The regions that an address names, of which a comparison shows one after the other."""

    codes: list[str]
    choice: RegionChoice

    @classmethod
    def of(cls, request) -> "AskedAreas":
        return cls(AskedReferences.given(request, PARAMETER), RegionChoice.of(request))

    @property
    def offered(self) -> list[Region]:
        return self.choice.everywhere

    @cached_property
    def chosen(self) -> list[Region]:
        return [region for region in self.offered if region.code in self.codes]

    @property
    def shown(self) -> list[Region]:
        return self.chosen or [self.choice.quebec]

    @property
    def unpublished(self) -> list[Region]:
        """Return the places that are no region, of which nothing is published here."""
        return [place for place in self.choice.places if place.code in self.codes and place not in self.offered]

    @property
    def unknown(self) -> list[str]:
        known = {place.code for place in self.choice.places}
        return [code for code in self.codes if code not in known]

    def address(self, path: str, codes: list[str]) -> str:
        """Return the address that names these codes and the same regions."""
        pairs = [("code", code) for code in codes] + [(PARAMETER, region.code) for region in self.chosen]
        return f"{path}?{urlencode(pairs)}" if pairs else path


def first_hit(text: str) -> str:
    """Return the code of the unit group that words or a code most likely mean, or ""."""
    return next((hit.code for hit in search(text, get_language()) if UNIT_GROUP_CODE.fullmatch(hit.code)), "")


def added(request) -> str:
    """Return what a person typed in the field of `occupations/_add_field.html`."""
    return request.GET.get("add", "").replace("\x00", "").strip()
