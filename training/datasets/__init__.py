from training.datasets import (  # noqa: F401  importing registers
    cip,
    institutions,
    programmes,
    sectors,
)
