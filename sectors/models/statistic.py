"""What surveys say of industries, in the whole of Québec, year by year: jobs and weekly earnings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, FactQuerySet

ALL_INDUSTRIES = "all"


class Status(models.TextChoices):
    """What the publisher says of a figure, with Statistics Canada's own signs."""

    SUPPRESSED = "x", _("Suppressed to keep answers confidential")
    UNRELIABLE = "F", _("Too unreliable to be published")
    NOT_AVAILABLE = "..", _("Not available for this period")
    EXCELLENT = "A", _("Excellent quality")
    VERY_GOOD = "B", _("Very good quality")
    GOOD = "C", _("Good quality")
    ACCEPTABLE = "D", _("Acceptable quality")
    CAUTION = "E", _("To be used with caution")


WITHOUT_FIGURE = frozenset({Status.SUPPRESSED, Status.UNRELIABLE, Status.NOT_AVAILABLE})


class IndustryStatisticQuerySet(FactQuerySet):
    def of(self, measure: str):
        return self.filter(measure=measure).order_by("industries", "year")


class IndustryStatistic(Fact):
    """One figure of the industries that a survey speaks of together, for one year.

    Surveys have their own cut of NAICS: `industries` is the NAICS codes that one figure covers, in order and separated
    by a space ("31-33", "41 44-45", "113 1153"), or `all`. `sectors.coverage` finds the one that covers a class.
    """

    class Measure(models.TextChoices):
        EMPLOYED = "employed", _("Employment")  # persons; full and part time added up where the publisher does not
        FULL_TIME = "full-time", _("Full-time employment")  # persons; 30 hours a week or more at the main job
        PART_TIME = "part-time", _("Part-time employment")  # persons
        WEEKLY_EARNINGS = "weekly-earnings", _("Average weekly earnings")  # current dollars, overtime included

    measure = models.CharField(_("measure"), max_length=20, choices=Measure)
    industries = models.CharField(_("industries"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=2, null=True)
    status = models.CharField(_("status"), max_length=2, blank=True, choices=Status)

    objects = IndustryStatisticQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("statistic of industries")
        verbose_name_plural = _("statistics of industries")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "measure", "industries", "year"], name="one_industry_statistic_per_release"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.industries} {self.year}"
