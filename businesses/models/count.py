"""How many establishments the directory lists, and how many came and went: rewritten when a release goes live."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from regions.models import Region
from sectors.models import Grouping


class BusinessCount(models.Model):
    """Listed establishments of a sector, in a region, in a bracket of size; null where it is not known."""

    grouping = models.ForeignKey(Grouping, on_delete=models.CASCADE, null=True, related_name="business_counts")
    region = models.ForeignKey(Region, on_delete=models.CASCADE, null=True, related_name="business_counts")
    size_min = models.PositiveIntegerField(null=True)  # persons
    size_max = models.PositiveIntegerField(null=True)
    establishments = models.PositiveIntegerField(_("establishments"))

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
