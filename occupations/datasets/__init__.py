from occupations.datasets import (  # noqa: F401  importing registers
    concordance,
    cops,
    elements,
    noc,
    outlooks,
    search_terms,
    wages,
)
