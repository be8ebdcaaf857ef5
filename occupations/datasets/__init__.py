from occupations.datasets import (  # noqa: F401  importing registers
    concordance,
    cops,
    elements,
    noc,
    oasis,
    outlooks,
    search_terms,
    wages,
)
