from training.datasets import (  # noqa: F401  importing registers
    cip,
    durations,
    institutions,
    links,
    offerings,
    outcomes,
    programmes,
    sectors,
)
