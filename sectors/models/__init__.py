from sectors.models.classification import FormerIndustry, IndustryText
from sectors.models.description import SectorDescription
from sectors.models.grouping import Grouping, GroupingCode
from sectors.models.industry import Industry
from sectors.models.labour_force import LabourForceMonth
from sectors.models.occupation import OccupationIndustry, OccupationShare
from sectors.models.organization import Organization, OrganizationGrouping
from sectors.models.prospect import SectorProspect
from sectors.models.regional import RegionalEmployment
from sectors.models.statistic import ALL_INDUSTRIES, WITHOUT_FIGURE, IndustryStatistic, Status

__all__ = [
    "ALL_INDUSTRIES",
    "WITHOUT_FIGURE",
    "FormerIndustry",
    "Grouping",
    "GroupingCode",
    "Industry",
    "IndustryStatistic",
    "IndustryText",
    "LabourForceMonth",
    "OccupationIndustry",
    "OccupationShare",
    "Organization",
    "OrganizationGrouping",
    "RegionalEmployment",
    "SectorDescription",
    "SectorProspect",
    "Status",
]
