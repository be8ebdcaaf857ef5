"""The portal's own words about a sector of activity, or a sector of NAICS."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from sectors.models.grouping import Grouping
from sectors.models.industry import Industry


class SectorDescription(Reference):
    """What a sector is, who works there, what is in it and what is elsewhere: as its file has it.

    Two documents in the shape of `datasets.description_texts.SectorText` and no translated field: each language is
    written for itself, and neither stands in for the other.
    """

    code = models.CharField(primary_key=True, max_length=12)  # grouping-07, naics-31-33
    grouping = models.OneToOneField(Grouping, on_delete=models.PROTECT, null=True, related_name="description")
    industry = models.OneToOneField(Industry, on_delete=models.PROTECT, null=True, related_name="description")
    text_fr = models.JSONField(_("French text"))
    text_en = models.JSONField(_("English text"))
    reviewed_on = models.DateField(_("reviewed on"), null=True)  # null: nobody else has read it yet

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["code"]
        verbose_name = _("description of a sector")
        verbose_name_plural = _("descriptions of sectors")
        constraints = [
            models.CheckConstraint(
                condition=Q(grouping=None, industry__isnull=False) | Q(grouping__isnull=False, industry=None),
                name="sector_description_of_one",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def text(self) -> dict:
        """Return the text in the active language."""
        return getattr(self, f"text_{get_language()}")
