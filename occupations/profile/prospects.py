"""What one page says of prospects: a level for each region, within the scale of its release."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.models import Kind, Release
from occupations.models import Outlook, OutlookLevel
from occupations.profile.regional import Chosen, for_region
from occupations.shades import level_legend, level_shade
from regions.map import UNSHADED, RegionMap, Shaded
from regions.models import Region


@dataclass(frozen=True)
class ProspectRow:
    """One region of the table. `outlook` is None when no live edition has a level for the pair."""

    region: Region
    outlook: Outlook | None
    release: Release | None

    @property
    def trends(self) -> str:
        """Return the publisher's own text in the active language, when its file is loaded."""
        if self.outlook is None:
            return ""
        return self.outlook.trends_en if get_language() == "en" else self.outlook.trends_fr


class Prospects:
    """The prospects of one unit group, Québec first, then the regions.

    `levels` are those of every scale that the outlooks use; two scales are listed apart and never compared.
    """

    def __init__(
        self,
        outlooks: Iterable[Outlook],
        levels: Iterable[OutlookLevel],
        releases: Mapping[int, Release],
        regions: Sequence[Region],
        region: Region,
    ):
        self.levels = list(levels)
        self.region = region
        by_region = {outlook.region_id: outlook for outlook in outlooks}

        def row(each: Region) -> ProspectRow:
            outlook = by_region.get(each.code)
            if outlook is None:
                return ProspectRow(each, None, None)
            return ProspectRow(each, outlook, releases[outlook.release_id])

        self.rows = [row(each) for each in regions]

    @cached_property
    def published(self) -> list[ProspectRow]:
        return [row for row in self.rows if row.outlook is not None]

    @cached_property
    def chosen(self) -> Chosen[ProspectRow]:
        return for_region({row.region.code: row for row in self.published}, self.region.code)

    @cached_property
    def map(self) -> RegionMap | None:
        """Draw the regions' own levels; None when no region has one, or when they are on two scales."""
        regional = [row for row in self.rows if not row.region.is_quebec]
        drawn = {row.outlook.level.scale for row in regional if row.outlook}
        if len(drawn) != 1:
            return None
        legend = next(scale for scale in self.scales if scale[0][0].scale in drawn)
        shaded = [
            Shaded(row.region, level_shade(row.outlook.level, row.outlook.steps), row.outlook.level.label)
            if row.outlook
            else Shaded(row.region, UNSHADED, _("not published"))
            for row in regional
        ]
        return RegionMap(shaded, level_legend(legend), _("No value of its own, or undetermined"))

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """Return (whose, kind) for the table's badges: Québec's level may come from another release."""
        kinds = {}
        for row in self.published:
            kinds.setdefault((row.region.is_quebec, row.release.kind), row.region.name)
        return [(name if is_quebec else _("Regions"), kind) for (is_quebec, kind), name in kinds.items()]

    @property
    def demonstration(self) -> Release | None:
        """Return the release of made-up levels that the table holds, to warn about it."""
        return next((release for release in self.releases if release.kind == Kind.DEMONSTRATION), None)

    @property
    def reason(self) -> str:
        """Say why a region has no level, in the active language."""
        return _("This edition has no level for this occupation and this region.")

    @cached_property
    def scales(self) -> list[list[tuple[OutlookLevel, int]]]:
        """Return each scale as (level, number of steps of its scale), most favourable first."""
        scales: dict[str, list[OutlookLevel]] = {}
        for level in self.levels:
            scales.setdefault(level.scale, []).append(level)
        return [[(level, sum(x.rank is not None for x in scale)) for level in scale] for scale in scales.values()]

    @cached_property
    def releases(self) -> list[Release]:
        """Return the releases of the rows, each once: the regions' may be another than Québec's."""
        return list({row.release.pk: row.release for row in self.published}.values())
