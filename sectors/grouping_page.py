"""What is known of one sector of activity as one asks for it: its page, and its sheet, are made of this."""

from functools import cached_property

from catalog.models import Release
from occupations.profile import live_releases
from regions.choice import RegionChoice
from regions.models import Region
from sectors.figures import Figures
from sectors.grouping_profile import GroupingProfile, RegionRow
from sectors.models import Grouping
from sectors.occupations import SectorOccupations
from sectors.place import included_in
from sectors.trend_chart import TrendChart

SOURCES = ("occupation-industries", "occupation-shares", "sector-groupings", "sector-grouping-codes", "naics")


class GroupingPage:
    """A sector of activity seen from the chosen place; `asked` is the query of the address (sort, page)."""

    def __init__(self, grouping: Grouping, choice: RegionChoice, asked):
        self.grouping = grouping
        self.choice = choice
        self.releases = live_releases()
        self.included = included_in(grouping)
        self.occupations = SectorOccupations(choice.region or choice.quebec, asked, industry__grouping=grouping)

    @property
    def area(self) -> Region:
        return self.choice.area

    @cached_property
    def figures(self) -> Figures:
        return Figures([part.industry.code for part in self.included], self.releases)

    @cached_property
    def charts(self) -> dict[str, TrendChart]:
        return {name: TrendChart(series.points) for name, series in self.figures.shown.items()}

    @cached_property
    def profile(self) -> GroupingProfile:
        levels = sorted(self.occupations.results.levels.values(), key=lambda level: level.rank or 0)
        return GroupingProfile(self.grouping, self.choice.places, self.releases, levels)

    @cached_property
    def chosen(self) -> RegionRow | None:
        """Return the row of the prospects of the chosen place, or of those of the next level up."""
        return self.profile.nearest_prospects(self.choice.levels)

    @property
    def sources(self) -> list[Release]:
        described = ["sector-descriptions"] if self.profile.description else []
        turned_to = ["sector-organizations"] if self.profile.organizations else []
        return [
            *self.figures.used,
            *self.profile.used,
            *self.occupations.results.releases.values(),
            *(self.releases[slug] for slug in (*described, *turned_to, *SOURCES) if slug in self.releases),
        ]
