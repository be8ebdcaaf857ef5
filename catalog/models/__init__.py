from catalog.models.dataset import Dataset, DataVersion
from catalog.models.facts import Fact, FactQuerySet, Reference, ReferenceQuerySet, StandInQuerySet
from catalog.models.release import Kind, Rejection, Release

__all__ = [
    "DataVersion",
    "Dataset",
    "Fact",
    "FactQuerySet",
    "Kind",
    "Reference",
    "ReferenceQuerySet",
    "Rejection",
    "Release",
    "StandInQuerySet",
]
