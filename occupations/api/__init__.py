"""The occupations (the unit groups of NOC 2021) and the figures of each, region by region.

Every figure carries its release and, where it is not published, why; figures are JSON numbers, codes are texts.
"""

from occupations.api.views import OccupationViewSet

__all__ = ["OccupationViewSet"]
