from regions.datasets import directory, portal  # noqa: F401  importing registers them
