"""Which occupations a programme leads to: the portal's own reviewed table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from occupations.models import NocGroup
from training.models.programme import Programme


class ProgrammeOccupation(Reference):
    """A tie between a programme and a unit group."""

    class Kind(models.TextChoices):
        LEADS_TO = "leads-to", _("Leads to")  # what the programme is for
        MAY_LEAD_TO = "may-lead-to", _("May lead to")  # with experience, other studies, or for some graduates

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="occupations")
    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="programmes")
    kind = models.CharField(_("kind of tie"), max_length=12, choices=Kind)
    reviewed_on = models.DateField(_("reviewed on"))

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["kind", "programme", "unit_group"]  # "leads-to" before "may-lead-to"
        verbose_name = _("occupation of a program")
        verbose_name_plural = _("occupations of programs")
        constraints = [
            models.UniqueConstraint(fields=["programme", "unit_group"], name="programme_occupation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.unit_group_id}"
