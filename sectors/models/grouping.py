"""The 41 groupings of industries in which the portal speaks of sectors of activity."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from catalog.slugs import slug_of
from sectors.models.industry import Industry


class Grouping(Reference):
    """One of the 41 sectors of activity, each made of whole NAICS classes."""

    code = models.CharField(primary_key=True, max_length=2)
    name = models.CharField(_("name"), max_length=120)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["code"]
        verbose_name = _("sector of activity")
        verbose_name_plural = _("sectors of activity")

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        """Return the decorative end of the page's address, in the active language."""
        return slug_of(self.name)

    def get_absolute_url(self) -> str:
        return reverse("sectors:grouping", args=[self.code, self.slug])

    def get_sheet_url(self) -> str:
        """Return the address of its PDF sheet."""
        return reverse("sectors:sheet", args=[self.code, self.slug])


class GroupingCode(Reference):
    """A NAICS class that belongs to a grouping with all classes below it, save those that another row names."""

    industry = models.OneToOneField(Industry, on_delete=models.PROTECT, primary_key=True, related_name="grouping_code")
    member_of = models.ForeignKey(Grouping, on_delete=models.PROTECT, related_name="codes")

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["industry"]
        verbose_name = _("NAICS code of a sector of activity")
        verbose_name_plural = _("NAICS codes of sectors of activity")

    def __str__(self) -> str:
        return f"{self.industry_id} {self.member_of_id}"
