"""The occupations of information and communications technologies (ICT)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from occupations.models.noc import NocGroup


class IctOccupation(Reference):
    """A unit group whose work is to make, run or maintain information and communications technologies."""

    unit_group = models.OneToOneField(NocGroup, on_delete=models.PROTECT, primary_key=True, related_name="ict")

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["unit_group"]
        verbose_name = _("ICT occupation")
        verbose_name_plural = _("ICT occupations")

    def __str__(self) -> str:
        return self.unit_group_id
