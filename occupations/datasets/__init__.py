from occupations.datasets import (  # noqa: F401  importing registers
    concordance,
    cops,
    elements,
    fields,
    noc,
    oasis,
    outlooks,
    search_terms,
    wages,
)
