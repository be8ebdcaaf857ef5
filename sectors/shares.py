"""How much of an occupation works in a part of NAICS, where an edition says so."""

from collections.abc import Mapping
from decimal import Decimal

from sectors.coverage import covers


def added_up(shares: Mapping[str, Decimal]) -> Decimal | None:
    """Return the sum of the shares of classes of NAICS (percent, by code), each counted once; None without any.

    A matrix may have several levels: a class is left out when another one holds it.
    """
    counted = [
        share for code, share in shares.items() if not any(covers(other, code) for other in shares if other != code)
    ]
    return sum(counted) if counted else None
