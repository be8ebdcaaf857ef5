from occupations.models.noc import FormerCode, JobTitle, NocGroup, OfficialText
from occupations.models.outlook import Outlook, OutlookLevel
from occupations.models.projection import Projection
from occupations.models.search_index import SearchPhrase, SearchPosting, SearchWord
from occupations.models.search_term import SearchTerm
from occupations.models.wage import Wage

__all__ = [
    "FormerCode",
    "JobTitle",
    "NocGroup",
    "OfficialText",
    "Outlook",
    "OutlookLevel",
    "Projection",
    "SearchPhrase",
    "SearchPosting",
    "SearchTerm",
    "SearchWord",
    "Wage",
]
