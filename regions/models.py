"""The geography that figures are about: administrative regions, RCMs, municipalities, postal areas."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from regions.codes import AREA, MERGED_REGIONS, METROPOLITAN_AREAS, QUEBEC


class Region(Reference):
    """A place that figures are about: one of the 17 administrative regions, or the whole of Québec (code 00).

    The Labour Force Survey knows others (`regions.codes`): two regions merged into one, and metropolitan areas.
    """

    code = models.CharField(primary_key=True, max_length=5, validators=[RegexValidator(AREA)])
    name = models.CharField(_("name"), max_length=100)
    economic_region = models.CharField(max_length=4, blank=True, help_text=_("Statistics Canada's code"))
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["code"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=AREA), name="region_code"),
            models.UniqueConstraint(
                fields=["economic_region"],
                condition=~models.Q(economic_region=""),
                name="one_region_per_economic_region",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_quebec(self) -> bool:
        return self.code == QUEBEC

    @property
    def is_metropolitan(self) -> bool:
        """Return whether it is a census metropolitan area."""
        return self.code in METROPOLITAN_AREAS

    @property
    def members(self) -> tuple[str, ...]:
        """Return the codes of the regions that it merges; none of the others does."""
        return MERGED_REGIONS.get(self.code, ())

    @property
    def is_administrative(self) -> bool:
        """Return whether it is one of the 17 regions."""
        return not (self.is_quebec or self.is_metropolitan or self.members)


class Rcm(Reference):
    """A regional county municipality (MRC) or a territory that stands for one."""

    code = models.CharField(primary_key=True, max_length=3)
    name = models.CharField(_("name"), max_length=100)  # official in French only
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="rcms")
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["name"]
        verbose_name = _("RCM")
        verbose_name_plural = _("RCMs")

    def __str__(self) -> str:
        return self.name


class Municipality(Reference):
    """A local municipality, Indigenous community or unorganized territory."""

    code = models.CharField(primary_key=True, max_length=5)
    name = models.CharField(_("name"), max_length=100)
    designation = models.CharField(_("designation"), max_length=60)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="municipalities")
    rcm = models.ForeignKey(Rcm, on_delete=models.PROTECT, null=True, blank=True, related_name="municipalities")
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=7, blank=True)
    website = models.CharField(_("website"), max_length=200, blank=True)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["name"]
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")

    def __str__(self) -> str:
        return self.name


class PostalArea(Reference):
    """The first three characters of a postal code (FSA), and the region that most of it lies in."""

    fsa = models.CharField(primary_key=True, max_length=3)
    place = models.CharField(_("place"), max_length=120, blank=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="postal_areas")
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    method = models.CharField(_("method"), max_length=60, blank=True)
    other_regions = models.CharField(max_length=60, blank=True, help_text=_("Codes separated by a space"))

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["fsa"]
        verbose_name = _("postal area")
        verbose_name_plural = _("postal areas")
        constraints = [models.CheckConstraint(condition=models.Q(fsa__regex=r"^[GHJK]\d[A-Z]$"), name="fsa_format")]

    def __str__(self) -> str:
        return self.fsa
