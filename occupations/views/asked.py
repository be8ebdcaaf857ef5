"""The occupations that an address names one by one: `?code=31301&code=32101`; and what a person types to add one."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language

from occupations.models import NocGroup
from occupations.search import search

UNIT_GROUP_CODE = re.compile(r"\d{5}")
FORMER_CODE = re.compile(r"[0-9]{4}")
LOOKED_UP = 50  # codes of one address: beyond that somebody plays


@dataclass(frozen=True)
class AskedCodes:
    """Codes, each once, in their order, of which a page takes the first `most` that are current unit groups."""

    codes: list[str]
    most: int

    @staticmethod
    def given(request, name: str) -> list[str]:
        return list(dict.fromkeys(filter(None, map(str.strip, request.GET.getlist(name)))))

    @cached_property
    def found(self) -> dict[str, NocGroup]:
        wanted = [code for code in self.codes[:LOOKED_UP] if UNIT_GROUP_CODE.fullmatch(code)]
        found = NocGroup.objects.in_bulk(wanted) if wanted else {}
        return {code: found[code] for code in wanted if code in found}

    @property
    def known(self) -> list[NocGroup]:
        return [group for group in self.found.values() if group.retired_on is None]

    @property
    def groups(self) -> list[NocGroup]:
        return self.known[: self.most]

    @property
    def left_out(self) -> list[NocGroup]:
        return self.known[self.most :]

    @property
    def retired(self) -> list[NocGroup]:
        return [group for group in self.found.values() if group.retired_on is not None]

    @property
    def unknown(self) -> list[str]:
        return [code for code in self.codes[:LOOKED_UP] if code not in self.found]

    @property
    def perhaps_former(self) -> list[str]:
        """Return the unknown codes that have the four digits of those of 2016 and 2011."""
        return [code for code in self.unknown if FORMER_CODE.fullmatch(code)]


def first_hit(text: str) -> str:
    """Return the code of the unit group that words or a code most likely mean, or ""."""
    return next((hit.code for hit in search(text, get_language()) if UNIT_GROUP_CODE.fullmatch(hit.code)), "")


def added(request) -> str:
    """Return what a person typed in the field of `occupations/_add_field.html`."""
    return request.GET.get("add", "").replace("\x00", "").strip()
