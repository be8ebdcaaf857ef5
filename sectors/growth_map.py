"""The change of a sector's employment over five years, on the map of the regions."""

from bisect import bisect_right
from collections.abc import Sequence

from django.utils.translation import gettext as _

from occupations.templatetags.occupations import signed_percent
from regions.map import UNSHADED, RegionMap, Shade, Shaded
from sectors.grouping_profile import RegionRow

# Percent at which the shade changes: the portal's own classes, said in the legend.
CHANGES = (-10, 0, 10, 20)


def growth_map(rows: Sequence[RegionRow]) -> RegionMap | None:
    """Return the map of the regions, of which two may be counted together; None where no change is known."""
    drawn = [row for row in rows if row.region.members or (row.region.is_administrative and not row.merged)]
    if all(row.growth is None for row in drawn):
        return None
    return RegionMap(map(shaded, drawn), legend(), _("not published"), _("Employment in five years"))


def shaded(row: RegionRow) -> Shaded:
    if row.growth is None:
        return Shaded(row.region, UNSHADED, _("not published"))
    return Shaded(row.region, str(bisect_right(CHANGES, row.growth) + 1), signed_percent(row.growth))


def legend() -> list[Shade]:
    """Return what the shades mean, the highest change first."""
    texts = [
        _("down by more than 10%"),
        _("down by 10% or less"),
        _("stable, or up by less than 10%"),
        _("up by 10% to 20%"),
        _("up by 20% or more"),
    ]
    return [Shade(str(place), text) for place, text in enumerate(texts, 1)][::-1]
