"""The North American Industry Classification System (NAICS), Canada 2022."""

from django.db import models
from django.db.models import Case, Value, When
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from catalog.slugs import slug_of


class Industry(Reference):
    """A class of NAICS, at any of its five levels. Three sectors span a range of codes: 31-33, 44-45, 48-49."""

    class Level(models.IntegerChoices):
        SECTOR = 1, _("Sector")
        SUBSECTOR = 2, _("Subsector")
        INDUSTRY_GROUP = 3, _("Industry group")
        INDUSTRY = 4, _("Industry")
        CANADIAN_INDUSTRY = 5, _("Canadian industry")

    code = models.CharField(primary_key=True, max_length=6)
    name = models.CharField(_("name"), max_length=250)
    definition = models.TextField(_("official definition"), blank=True, default="")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    # Derived from the prefixes that groupings are made of; null where a class spans several groupings.
    grouping = models.ForeignKey(
        "sectors.Grouping", on_delete=models.PROTECT, null=True, editable=False, related_name="industries"
    )
    level = models.GeneratedField(
        expression=Case(When(code__contains="-", then=Value(1)), default=Length("code") - 1),
        output_field=models.PositiveSmallIntegerField(choices=Level),
        db_persist=True,
    )

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["code"]
        verbose_name = _("industry")
        verbose_name_plural = _("industries")
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^(\d{2,6}|\d\d-\d\d)$"), name="naics_code"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def level_name(self) -> str:
        """Return what a class of its level is called: "Subsector"."""
        return self.Level(self.level).label

    @property
    def slug(self) -> str:
        """Return the decorative end of the page's address, in the active language."""
        return slug_of(self.name)

    def get_absolute_url(self) -> str:
        return reverse("sectors:industry", args=[self.code, self.slug])
