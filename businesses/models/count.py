"""How many establishments the directory lists, and how many came and went: settled when a release goes live."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from businesses.models.bracket import bracket
from regions.models import Region
from sectors.models import Grouping


@dataclass(frozen=True)
class SizeCount:
    least: int | None
    most: int | None
    establishments: int

    @property
    def label(self) -> str:
        return bracket(self.least, self.most)


@dataclass(frozen=True)
class CountTable:
    """Establishments by bracket of size, the smallest first and the unknown last, and by region in order of codes."""

    sizes: list[SizeCount]
    regions: list[tuple[Region, int]]
    total: int


class BusinessCountQuerySet(models.QuerySet):
    @staticmethod
    def added_up(counts: "Iterable[BusinessCount]") -> CountTable:
        """Return what counts, read with their regions, make together."""
        sizes, regions, total = Counter(), Counter(), 0
        for count in counts:
            sizes[count.size_min, count.size_max] += count.establishments
            regions[count.region] += count.establishments
            total += count.establishments
        return CountTable(
            [SizeCount(*size, sizes[size]) for size in sorted(sizes, key=lambda size: (size[0] is None, size))],
            [(region, regions[region]) for region in sorted(filter(None, regions), key=lambda region: region.code)],
            total,
        )


class BusinessCount(models.Model):
    """Listed establishments of a sector, in a region, in a bracket of size; null where it is not known."""

    grouping = models.ForeignKey(Grouping, on_delete=models.CASCADE, null=True, related_name="business_counts")
    region = models.ForeignKey(Region, on_delete=models.CASCADE, null=True, related_name="business_counts")
    size_min = models.PositiveIntegerField(null=True)  # persons
    size_max = models.PositiveIntegerField(null=True)
    establishments = models.PositiveIntegerField(_("establishments"))

    objects = BusinessCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of establishments")
        verbose_name_plural = _("counts of establishments")
        constraints = [
            models.UniqueConstraint(
                fields=["grouping", "region", "size_min", "size_max"],
                name="one_business_count",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grouping_id} {self.region_id} {self.size_min} {self.establishments}"


class BusinessMovement(models.Model):
    """Establishments of a sector in a region that came into the register, or left it, between two releases of it.

    To be registered is not to open, nor to be struck off to close: pages say so.
    """

    grouping = models.ForeignKey(Grouping, on_delete=models.CASCADE, null=True, related_name="business_movements")
    region = models.ForeignKey(Region, on_delete=models.CASCADE, null=True, related_name="business_movements")
    since = models.DateField(_("since"))  # when the release before went live
    until = models.DateField(_("until"))
    opened = models.PositiveIntegerField(_("opened"))
    closed = models.PositiveIntegerField(_("closed"))

    class Meta:
        verbose_name = _("movement of establishments")
        verbose_name_plural = _("movements of establishments")
        constraints = [
            models.UniqueConstraint(fields=["grouping", "region"], name="one_business_movement", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.grouping_id} {self.region_id} +{self.opened} -{self.closed}"
