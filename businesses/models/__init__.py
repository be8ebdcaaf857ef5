from businesses.models.activity import CaeIndustry
from businesses.models.count import BusinessCount, BusinessMovement
from businesses.models.establishment import Establishment
from businesses.models.removal import RemovalRequest
from businesses.models.report import ErrorReport
from businesses.models.spread import Spread, Stretch
from businesses.models.term import Term

__all__ = [
    "BusinessCount",
    "BusinessMovement",
    "CaeIndustry",
    "ErrorReport",
    "Establishment",
    "RemovalRequest",
    "Spread",
    "Stretch",
    "Term",
]
