"""Who may hold an occupation in Québec: professional orders, and other bodies that issue licences."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from occupations.models.noc import NocGroup


class RegulatoryBody(Reference):
    """A professional order, or a public body that issues a certificate, a permit or a licence."""

    code = models.SlugField(primary_key=True, max_length=20)  # its usual initials: oiiq, ccq
    name = models.CharField(_("name"), max_length=200)
    is_order = models.BooleanField(_("professional order"))  # governed by the Professional Code
    website = models.URLField(_("website"), blank=True)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["name"]
        verbose_name = _("regulatory body")
        verbose_name_plural = _("regulatory bodies")

    def __str__(self) -> str:
        return self.name


class Regulation(Reference):
    """What a body reserves, within a unit group, to the people it admits."""

    class Kind(models.TextChoices):
        EXCLUSIVE_PRACTICE = "exclusive-practice", _("Exclusive practice")
        RESERVED_TITLE = "reserved-title", _("Reserved title")
        COMPETENCY_CERTIFICATE = "competency-certificate", _("Certificate of competency")
        QUALIFICATION_CERTIFICATE = "qualification-certificate", _("Certificate of qualification")
        LICENCE = "licence", _("Licence or permit")

    class Evidence(models.TextChoices):
        """Where the tie between the body and the unit group comes from."""

        OFFICIAL = "official", _("Read from the body’s own publication")
        RELAYED = "relayed", _("Relayed by someone else")
        COMPILED = "compiled", _("Compiled by the portal, to be confirmed with the body")

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="regulations")
    body = models.ForeignKey(RegulatoryBody, on_delete=models.PROTECT, related_name="regulations")
    title = models.CharField(_("title or trade"), max_length=200)
    kind = models.CharField(_("kind of regulation"), max_length=30, choices=Kind)
    # Whether every job of the unit group is concerned; elsewhere only the jobs that the title names.
    covers_all = models.BooleanField(_("the whole unit group"))
    evidence = models.CharField(_("evidence"), max_length=10, choices=Evidence)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["unit_group", "body", "title"]
        verbose_name = _("regulation")
        verbose_name_plural = _("regulations")
        constraints = [
            models.UniqueConstraint(fields=["unit_group", "body", "title_fr"], name="regulation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_group_id} {self.title}"
