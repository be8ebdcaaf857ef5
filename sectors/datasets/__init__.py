from sectors.datasets import (  # noqa: F401  importing registers
    groupings,
    labour_force,
    naics,
    occupations,
    prospects,
    regional,
    statistics,
)
