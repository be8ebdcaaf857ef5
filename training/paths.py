"""From one programme to others: those that go on from it, and those that lead to the same occupations.

A programme goes on from another when its credential may follow that one and both are tied to a same occupation: one
that the first may lead to, where the second is what it takes to get there.
"""

from collections.abc import Iterable

from occupations.order import plain
from training.models import LEVELS, Credential, Programme

AFTER = {
    Credential.AEP: (Credential.DEP,),
    Credential.DEP: (Credential.ASP, Credential.DEC_TECHNICAL),
    Credential.ASP: (Credential.DEC_TECHNICAL,),
    Credential.AEC: (Credential.DEC_TECHNICAL,),
    Credential.DEC_TECHNICAL: (Credential.BACHELOR,),
    Credential.DEC_PRE_UNIVERSITY: (Credential.BACHELOR,),
    Credential.CERTIFICATE: (Credential.BACHELOR,),
    Credential.BACHELOR: (Credential.MASTER,),
    Credential.MASTER: (Credential.DOCTORATE,),
}
MOST = 8
ORDER = [credential.value for credentials in LEVELS.values() for credential in credentials]


def occupations_of(programme: Programme) -> set[str]:
    return {*programme.leads_to, *programme.may_lead_to}


def next_ones(programme: Programme, everything: Iterable[Programme]) -> list[Programme]:
    """Return the programmes that go on from this one, the shortest studies first, then the most alike."""
    after = AFTER.get(programme.credential, ())
    mine = occupations_of(programme)
    found = [other for other in everything if other.credential in after and mine & occupations_of(other)]
    return in_order(found, mine)


def alike(programme: Programme, everything: Iterable[Programme]) -> list[Programme]:
    """Return the other programmes that lead to one of the same occupations, but those that go on from this one."""
    mine, after = set(programme.leads_to), AFTER.get(programme.credential, ())
    found = [
        other
        for other in everything
        if other != programme and other.credential not in after and mine & set(other.leads_to)
    ]
    return in_order(found, mine)


def in_order(programmes: Iterable[Programme], mine: set[str]) -> list[Programme]:
    def key(other: Programme):
        return ORDER.index(other.credential), -len(mine & occupations_of(other)), plain(other.title)

    return sorted(programmes, key=key)[:MOST]
