"""Where an occupation is found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, Reference
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


class OccupationShare(Fact):
    """The share of the people of an occupation who work in an industry, in percent, in the whole of Québec."""

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="industry_shares", db_index=False)
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="occupation_shares", db_index=False)
    share = models.DecimalField(_("share"), max_digits=5, decimal_places=2)

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("share of an occupation in an industry")
        verbose_name_plural = _("shares of occupations in industries")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "unit_group", "industry"], name="one_occupation_share_per_release"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_group_id} {self.industry_id}"
