"""Where an occupation is found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from occupations.models import NocGroup
from sectors.models.industry import Industry


class OccupationIndustry(Reference):
    """A main sector of activity of an occupation."""

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="industries")
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="occupations")
    rank = models.PositiveSmallIntegerField(_("rank"))  # 1: the main one

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["unit_group", "rank"]
        verbose_name = _("industry of an occupation")
        verbose_name_plural = _("industries of occupations")
        constraints = [
            models.UniqueConstraint(fields=["unit_group", "industry"], name="occupation_industry_once"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_group_id} {self.industry_id}"
