"""Jobs of a sector of activity in a region, year by year."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, StandInQuerySet
from regions.models import Region
from sectors.models.grouping import Grouping
from sectors.models.statistic import Status


class RegionalEmploymentQuerySet(StandInQuerySet):
    dataset = "regional-employment"

    def for_region(self, region: str):
        return self.filter(region_id=region)


class RegionalEmployment(Fact):
    """Persons employed in a sector of activity, in a region or in the whole of Québec (00); null with its reason."""

    grouping = models.ForeignKey(Grouping, on_delete=models.PROTECT, related_name="employment", db_index=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="sector_employment", db_index=False)
    year = models.PositiveSmallIntegerField(_("year"))
    employed = models.PositiveIntegerField(_("employed"), null=True)
    status = models.CharField(_("status"), max_length=2, blank=True, choices=Status)

    objects = RegionalEmploymentQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("employment of a sector in a region")
        verbose_name_plural = _("employment of sectors in regions")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "grouping", "region", "year"], name="one_regional_employment_per_release"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grouping_id} {self.region_id} {self.year}"
