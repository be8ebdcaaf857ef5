from occupations.models.characteristics import Category, Characteristic, Descriptor, Measure, SimilarOccupation
from occupations.models.demand import InDemand
from occupations.models.fields import FieldOfInterest, OccupationField
from occupations.models.ict import IctOccupation
from occupations.models.noc import FormerCode, JobTitle, NocGroup, OfficialText
from occupations.models.outlook import Outlook, OutlookLevel
from occupations.models.plain_profile import EditedProfile, PlainProfile
from occupations.models.projection import Projection
from occupations.models.regulation import Regulation, RegulatoryBody
from occupations.models.search_index import SearchPhrase, SearchPosting, SearchWord
from occupations.models.search_term import SearchTerm
from occupations.models.wage import Wage
from occupations.models.workforce import Workforce

__all__ = [
    "Category",
    "Characteristic",
    "Descriptor",
    "EditedProfile",
    "FieldOfInterest",
    "FormerCode",
    "IctOccupation",
    "InDemand",
    "JobTitle",
    "Measure",
    "NocGroup",
    "OccupationField",
    "OfficialText",
    "Outlook",
    "OutlookLevel",
    "PlainProfile",
    "Projection",
    "Regulation",
    "RegulatoryBody",
    "SearchPhrase",
    "SearchPosting",
    "SearchTerm",
    "SearchWord",
    "SimilarOccupation",
    "Wage",
    "Workforce",
]
