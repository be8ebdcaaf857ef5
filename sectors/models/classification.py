"""What the classification says around its classes: what each includes and excludes, and what it was in 2017."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from occupations.models.noc import Language
from sectors.models.industry import Industry


class IndustryText(Reference):
    """A line of the classification about an industry: present only when an operator has loaded the elements."""

    class Element(models.TextChoices):
        EXAMPLE = "example", _("Examples")
        INCLUSION = "inclusion", _("Inclusions")
        EXCLUSION = "exclusion", _("Exclusions")

    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="official_texts")
    language = models.CharField(_("language"), max_length=2, choices=Language)
    element = models.CharField(_("element"), max_length=12, choices=Element)
    position = models.PositiveIntegerField(_("position"))
    text = models.TextField(_("text"))

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["element", "position"]
        verbose_name = _("official text about an industry")
        verbose_name_plural = _("official texts about industries")
        constraints = [
            models.UniqueConstraint(fields=["industry", "language", "element", "position"], name="industry_text_once"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class FormerIndustry(Reference):
    """A code of NAICS 2017 and a class of NAICS 2022 that it became, in whole or in part."""

    former_code = models.CharField(max_length=6)
    former_name = models.CharField(_("former name"), max_length=250)
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="former_codes")
    change = models.CharField(_("type of change"), max_length=60, blank=True)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["former_code", "industry"]
        verbose_name = _("former code of industry")
        verbose_name_plural = _("former codes of industries")
        constraints = [
            models.UniqueConstraint(fields=["former_code", "industry"], name="former_industry_once"),
            models.CheckConstraint(
                condition=models.Q(former_code__regex=r"^(\d{2,6}|\d\d-\d\d)$"), name="former_industry_format"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.former_code} → {self.industry_id}"
