"""The rules that make demonstration figures, pure functions of what is known: each embedded file equals its rule.

They say nothing true of any programme or institution: a fresh copy of the portal shows with them what its pages look
like (docs/data.md). `programme` and `institution` are lines of `data/training/programmes.csv` and `institutions.csv`.
"""

from hashlib import sha256


def first_byte(text: str) -> int:
    return sha256(text.encode()).digest()[0]
