"""From the register's classification of activities (CAE) to NAICS."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from businesses.models.establishment import Establishment
from catalog.models import Reference
from sectors.models import Industry


class CaeIndustry(Reference):
    """The NAICS class for the codes of the CAE that begin with `code`, where no longer beginning is known."""

    code = models.CharField(_("beginning of the CAE code"), primary_key=True, max_length=4)
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="cae_codes", db_index=False)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Establishment.Confidence)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["code"]
        verbose_name = _("CAE code in NAICS")
        verbose_name_plural = _("CAE codes in NAICS")

    def __str__(self) -> str:
        return f"{self.code} {self.industry_id}"
