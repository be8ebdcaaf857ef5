"""Prospects of a sector of activity in a region."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, StandInQuerySet
from occupations.models import OutlookLevel
from regions.models import Region
from sectors.models.grouping import Grouping


class SectorProspectQuerySet(StandInQuerySet):
    dataset = "sector-prospects"

    def for_region(self, region: str):
        return self.filter(region_id=region)


class SectorProspect(Fact):
    """How employment of a sector should change, over the reference period of its release.

    The level is of the scale that the release uses; scales of occupations and of sectors are never compared.
    """

    grouping = models.ForeignKey(Grouping, on_delete=models.PROTECT, related_name="prospects", db_index=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="sector_prospects", db_index=False)
    level = models.ForeignKey(OutlookLevel, on_delete=models.PROTECT, related_name="sector_prospects", db_index=False)

    objects = SectorProspectQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("prospect of a sector")
        verbose_name_plural = _("prospects of sectors")
        constraints = [
            models.UniqueConstraint(fields=["release", "grouping", "region"], name="one_sector_prospect_per_release"),
        ]

    def __str__(self) -> str:
        return f"{self.grouping_id} {self.region_id} {self.level_id}"
