"""Programmes of study, institutions and who gives what in the API, each figure with its release."""

from training.api.views import InstitutionViewSet, OfferingViewSet, ProgrammeViewSet

__all__ = ["InstitutionViewSet", "OfferingViewSet", "ProgrammeViewSet"]
