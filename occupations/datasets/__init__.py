from occupations.datasets import concordance, cops, elements, noc, outlooks, wages  # noqa: F401  importing registers
