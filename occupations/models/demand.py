"""Occupations in demand now: another indicator than prospects, which look years ahead."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, StandInQuerySet
from occupations.models.noc import NocGroup
from regions.models import Region


class InDemandQuerySet(StandInQuerySet):
    dataset = "in-demand"

    def for_region(self, region: str):
        return self.filter(region_id=region)


class InDemand(Fact):
    """Whether employers of a region are looking for more workers of a unit group than they find, these months."""

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="demand", db_index=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="demand", db_index=False)
    in_demand = models.BooleanField(_("in demand now"))

    objects = InDemandQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("demand of the moment")
        verbose_name_plural = _("demands of the moment")
        constraints = [
            models.UniqueConstraint(fields=["release", "unit_group", "region"], name="one_demand_per_release"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_group_id} {self.region_id} {self.in_demand}"
