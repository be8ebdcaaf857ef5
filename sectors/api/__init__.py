"""Industries and sectors of activity in the API, each figure with its release or why there is none."""

from sectors.api.views import GroupingViewSet, IndustryViewSet

__all__ = ["GroupingViewSet", "IndustryViewSet"]
