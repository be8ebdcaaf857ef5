"""The labour market of the whole of Québec, month by month."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact


class LabourForceMonth(Fact):
    """One month of the Labour Force Survey: persons aged 15 and over, and rates in percent."""

    month = models.DateField(_("month"))  # its first day
    employed = models.PositiveIntegerField(_("employment"), null=True)
    full_time = models.PositiveIntegerField(_("full-time employment"), null=True)
    part_time = models.PositiveIntegerField(_("part-time employment"), null=True)
    unemployment_rate = models.DecimalField(_("unemployment rate"), max_digits=4, decimal_places=1, null=True)
    participation_rate = models.DecimalField(_("participation rate"), max_digits=4, decimal_places=1, null=True)
    employment_rate = models.DecimalField(_("employment rate"), max_digits=4, decimal_places=1, null=True)

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("month of the Labour Force Survey")
        verbose_name_plural = _("months of the Labour Force Survey")
        constraints = [models.UniqueConstraint(fields=["release", "month"], name="one_labour_force_month_per_release")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"
