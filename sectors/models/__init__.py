from sectors.models.grouping import Grouping, GroupingCode
from sectors.models.industry import Industry
from sectors.models.occupation import OccupationIndustry

__all__ = ["Grouping", "GroupingCode", "Industry", "OccupationIndustry"]
