"""Who speaks for a sector of activity: sectoral workforce committees and sectoral associations."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from occupations.models import Regulation
from sectors.models.grouping import Grouping


class Organization(Reference):
    """A body of a sector. Most have a French name only; `field` says in both languages what it is about."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee", _("Sectoral workforce committee")
        ASSOCIATION = "association", _("Sectoral association")

    Evidence = Regulation.Evidence

    code = models.SlugField(primary_key=True, max_length=30)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    short_name = models.CharField(_("usual short name"), max_length=40, blank=True)
    name = models.CharField(_("name"), max_length=200)
    field = models.CharField(_("field"), max_length=120)
    website = models.URLField(_("website"), blank=True)
    evidence = models.CharField(_("evidence"), max_length=10, choices=Evidence)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["kind", "name"]
        verbose_name = _("organization of a sector")
        verbose_name_plural = _("organizations of sectors")

    def __str__(self) -> str:
        return self.name


class OrganizationGrouping(Reference):
    """A sector of activity that an organization speaks for, in whole or in part."""

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="groupings")
    grouping = models.ForeignKey(Grouping, on_delete=models.PROTECT, related_name="organizations")

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["organization", "grouping"]
        verbose_name = _("sector of an organization")
        verbose_name_plural = _("sectors of organizations")
        constraints = [
            models.UniqueConstraint(fields=["organization", "grouping"], name="organization_grouping_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organization_id} {self.grouping_id}"
