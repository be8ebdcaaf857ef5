"""The Classification of Instructional Programs (CIP), Canada 2021: the field that a programme is in."""

from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference


class CipClass(Reference):
    """A class of CIP, at any of its three levels: 14, 14.08, 14.0801."""

    class Level(models.IntegerChoices):
        SERIES = 1, _("Series")
        SUBSERIES = 2, _("Subseries")
        CLASS = 3, _("Class")

    code = models.CharField(primary_key=True, max_length=7)
    name = models.CharField(_("name"), max_length=250)
    definition = models.TextField(_("official definition"), blank=True, default="")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    level = models.GeneratedField(
        expression=Length("code") / 2,  # 2, 5 or 7 characters
        output_field=models.PositiveSmallIntegerField(choices=Level),
        db_persist=True,
    )

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["code"]
        verbose_name = _("field of study (CIP)")
        verbose_name_plural = _("fields of study (CIP)")
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^\d\d(\.\d\d(\d\d)?)?$"), name="cip_code"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
