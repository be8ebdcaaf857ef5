"""Occupations by region: where the chances are better, by one measure at a time, within one scale at a time."""

from occupations.matrix.table import Matrix

__all__ = ["Matrix"]
