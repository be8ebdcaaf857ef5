from sectors.datasets import (  # noqa: F401  importing registers
    descriptions,
    groupings,
    labour_force,
    naics,
    occupations,
    organizations,
    prospects,
    regional,
    statistics,
)
