from sectors.datasets import (  # noqa: F401  importing registers
    descriptions,
    groupings,
    labour_force,
    naics,
    naics_concordance,
    naics_elements,
    occupations,
    organizations,
    prospects,
    regional,
    shares,
    statistics,
)
