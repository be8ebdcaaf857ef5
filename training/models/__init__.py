from training.models.cip import CipClass
from training.models.institution import Institution
from training.models.occupation import ProgrammeOccupation
from training.models.offering import Offering, ProgrammeDuration
from training.models.outcome import GraduateOutcome
from training.models.prerequisite import Prerequisite
from training.models.programme import LEVELS, Credential, Evidence, Level, Programme
from training.models.sector import TrainingSector

__all__ = [
    "LEVELS",
    "CipClass",
    "Credential",
    "Evidence",
    "GraduateOutcome",
    "Institution",
    "Level",
    "Offering",
    "Prerequisite",
    "Programme",
    "ProgrammeDuration",
    "ProgrammeOccupation",
    "TrainingSector",
]
