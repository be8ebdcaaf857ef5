"""What an occupation pays in a region."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, FactQuerySet
from occupations.models.noc import NocGroup
from regions.models import Region

# The portal's own rule, said on the page: between the 35 and the 40 hours of most full-time weeks in Québec.
HOURS_A_WEEK = Decimal("37.5")
HOURS_A_YEAR = HOURS_A_WEEK * 52


class WageQuerySet(FactQuerySet):
    def for_region(self, region: str):
        return self.filter(region_id=region)


class Wage(Fact):
    """Low, median and high wages of a unit group in a region, in Canadian dollars an hour or a year.

    A pair that the publisher suppressed is a row without figures, with the reason in both languages where one was
    given; a pair without a row was not in the edition at all. Either is shown as "N. P.".
    """

    class Unit(models.TextChoices):
        HOUR = "hour", _("hourly")
        YEAR = "year", _("annual")

    # Without constraints in the database: a load verifies the codes of all its rows at once, and references are never
    # deleted. To verify them again row by row took a sixth of the time of a load (observed with PostgreSQL 18).
    unit_group = models.ForeignKey(NocGroup, models.PROTECT, related_name="wages", db_index=False, db_constraint=False)
    region = models.ForeignKey(Region, models.PROTECT, related_name="wages", db_index=False, db_constraint=False)
    unit = models.CharField(_("unit"), max_length=4, choices=Unit)
    low = models.DecimalField(_("low"), max_digits=10, decimal_places=2, null=True)
    median = models.DecimalField(_("median"), max_digits=10, decimal_places=2, null=True)
    high = models.DecimalField(_("high"), max_digits=10, decimal_places=2, null=True)
    average = models.DecimalField(_("average"), max_digits=10, decimal_places=2, null=True)
    quartile_1 = models.DecimalField(_("first quartile"), max_digits=10, decimal_places=2, null=True)
    quartile_3 = models.DecimalField(_("third quartile"), max_digits=10, decimal_places=2, null=True)
    comes_from_fr = models.CharField(max_length=200, blank=True)  # the survey, where the edition says it by line
    comes_from_en = models.CharField(max_length=200, blank=True)
    comment_fr = models.CharField(max_length=500, blank=True)
    comment_en = models.CharField(max_length=500, blank=True)

    objects = WageQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("wage")
        verbose_name_plural = _("wages")
        constraints = [
            models.UniqueConstraint(fields=["release", "unit_group", "region"], name="one_wage_per_release"),
            models.CheckConstraint(
                condition=Q(median=None) | Q(median__gte=0) & (Q(low=None) | Q(low__gte=0)), name="wage_positive"
            ),
            models.CheckConstraint(
                condition=(Q(low=None) | Q(median=None) | Q(low__lte=F("median")))
                & (Q(high=None) | Q(median=None) | Q(median__lte=F("high"))),
                name="wage_in_order",
            ),
        ]
        indexes = [models.Index(fields=["release", "region", "median"])]

    def __str__(self) -> str:
        return f"{self.unit_group_id} {self.region_id} {self.median}"

    @property
    def is_published(self) -> bool:
        return self.median is not None
