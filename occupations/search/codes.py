"""Queries that are codes: of NOC 2021 at any level, or of NOC 2016 and 2011."""

import re

from django.db.models import Q

from occupations.models import FormerCode, NocGroup
from occupations.search.hits import Hit

CODE = re.compile(r"^(?:(?:noc|cnp)\s*(?:20(?:11|16|21))?\s*[-:]?\s*)?(\d{1,5})(?:\.\d+)?$", re.IGNORECASE)


def find_codes(query: str) -> list[Hit]:
    """Return the classes that a code means; empty when the query is not a code or the code is unknown.

    Four digits are read as a former unit group first, then as a minor group of today. Fewer than five digits also give
    the unit groups under the class.
    """
    if not (match := CODE.match(query.strip())):
        return []
    code = match[1]
    hits = {}
    if len(code) == 4:
        former_codes = FormerCode.objects.current().filter(former_code=code).select_related("unit_group")
        for former in former_codes.order_by("unit_group_id"):
            group = former.unit_group
            hits[group.code] = Hit(group.code, group.name, is_name=True, former=former, because="former-code")
    groups = NocGroup.objects.current().filter(Q(code=code) | Q(code__startswith=code, level=NocGroup.Level.UNIT_GROUP))
    for group in groups.order_by("code"):
        hits.setdefault(group.code, Hit(group.code, group.name, is_name=True, because="code"))
    return list(hits.values())
