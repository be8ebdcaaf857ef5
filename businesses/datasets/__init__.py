from businesses.datasets import cae, demonstration, lists, register  # noqa: F401  importing registers
