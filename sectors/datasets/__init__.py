from sectors.datasets import groupings, naics, occupations  # noqa: F401  importing registers
