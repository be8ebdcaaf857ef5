"""What one page says of the demand of the moment: another indicator than prospects, which look years ahead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.models import InDemand
from occupations.profile.regional import Chosen, for_region
from regions.models import Region


@dataclass(frozen=True)
class DemandRow:
    region: Region
    demand: InDemand
    release: Release


class DemandNow:
    """Whether one unit group is in demand in each region that the live edition speaks of."""

    def __init__(
        self,
        demands: Iterable[InDemand],
        releases: Mapping[int, Release],
        regions: Sequence[Region],
        region: Region,
    ):
        by_region = {demand.region_id: demand for demand in demands}
        self.region = region
        self.rows = [
            DemandRow(each, demand, releases[demand.release_id])
            for each in regions
            if (demand := by_region.get(each.code)) and demand.release_id in releases
        ]

    @cached_property
    def chosen(self) -> Chosen[DemandRow]:
        return for_region({row.region.code: row for row in self.rows}, self.region.code)

    @property
    def regions(self) -> list[Region]:
        """Return the regions where the occupation is in demand."""
        return [row.region for row in self.rows if row.demand.in_demand and not row.region.is_quebec]

    @property
    def release(self) -> Release | None:
        return self.chosen.figure.release if self.chosen.figure else None

    @property
    def missing(self) -> str:
        """Return what to say when there is no chosen figure."""
        return _("No edition says whether this occupation is in demand now in this region.")
