"""The 25 fields of interest, and the occupations that each leads to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from occupations.models.noc import NocGroup


class FieldOfInterest(Reference):
    """What a person likes doing, in the words that people use of themselves."""

    code = models.SlugField(primary_key=True, max_length=30)
    name = models.CharField(_("name"), max_length=100)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["name"]
        verbose_name = _("field of interest")
        verbose_name_plural = _("fields of interest")

    def __str__(self) -> str:
        return self.name


class OccupationField(Reference):
    """A unit group belongs to a field of interest: to four at most, the closest first."""

    MOST = 4

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="fields_of_interest")
    field = models.ForeignKey(FieldOfInterest, on_delete=models.PROTECT, related_name="occupations")
    rank = models.PositiveSmallIntegerField(_("rank"))  # 1: the closest

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["unit_group", "rank"]
        verbose_name = _("field of interest of an occupation")
        verbose_name_plural = _("fields of interest of occupations")
        constraints = [
            models.UniqueConstraint(fields=["unit_group", "field"], name="occupation_field_once"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_group_id} {self.field_id}"
