"""The national projection of job openings and job seekers over ten years (COPS)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact
from occupations.models.noc import NocGroup


class Condition(models.TextChoices):
    """The labour market as COPS assesses it: signs in recent years, risks in the years to come."""

    STRONG_SHORTAGE_SIGNS = "strong-shortage-signs", _("Strong signs of shortage")
    MODERATE_SHORTAGE_SIGNS = "moderate-shortage-signs", _("Moderate signs of shortage")
    BALANCE = "balance", _("Balance")
    MODERATE_SURPLUS_SIGNS = "moderate-surplus-signs", _("Moderate signs of surplus")
    STRONG_SURPLUS_SIGNS = "strong-surplus-signs", _("Strong signs of surplus")
    STRONG_SHORTAGE_RISK = "strong-shortage-risk", _("Strong risk of shortage")
    MODERATE_SHORTAGE_RISK = "moderate-shortage-risk", _("Moderate risk of shortage")
    MODERATE_SURPLUS_RISK = "moderate-surplus-risk", _("Moderate risk of surplus")
    STRONG_SURPLUS_RISK = "strong-surplus-risk", _("Strong risk of surplus")


class Projection(Fact):
    """Canada-wide figures of one unit group or aggregate over the reference period, in persons.

    Suppressed figures are null.
    """

    code = models.CharField(max_length=12)  # as published: 31301, TEER_1, 00000 (all occupations) …
    unit_group = models.ForeignKey(
        NocGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="projections"
    )
    employment = models.IntegerField(_("employment in the base year"), null=True)
    employment_growth = models.IntegerField(_("employment growth"), null=True)
    retirements = models.IntegerField(_("retirements"), null=True)
    other_replacement = models.IntegerField(_("other replacement"), null=True)
    job_openings = models.IntegerField(_("job openings"), null=True)
    school_leavers = models.IntegerField(_("school leavers"), null=True)
    immigration = models.IntegerField(_("immigration"), null=True)
    other_seekers = models.IntegerField(_("other job seekers"), null=True)
    job_seekers = models.IntegerField(_("job seekers"), null=True)
    recent_conditions = models.CharField(_("recent conditions"), max_length=24, blank=True, choices=Condition)
    future_conditions = models.CharField(_("future conditions"), max_length=24, blank=True, choices=Condition)

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("national projection")
        verbose_name_plural = _("national projections")
        constraints = [
            models.UniqueConstraint(fields=["release", "code"], name="one_projection_per_release"),
        ]

    def __str__(self) -> str:
        return self.code
