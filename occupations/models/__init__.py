from occupations.models.noc import FormerCode, JobTitle, NocGroup, OfficialText
from occupations.models.outlook import Outlook, OutlookLevel
from occupations.models.projection import Projection
from occupations.models.wage import Wage

__all__ = [
    "FormerCode",
    "JobTitle",
    "NocGroup",
    "OfficialText",
    "Outlook",
    "OutlookLevel",
    "Projection",
    "Wage",
]
