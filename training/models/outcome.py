"""What became of the graduates of a programme."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, StandInQuerySet
from training.models.programme import Programme


class GraduateOutcomeQuerySet(StandInQuerySet):
    dataset = "graduate-outcomes"


class GraduateOutcome(Fact):
    """Answers of a survey of graduates; shares in percent. A figure is null for the reason that `status` gives."""

    class Status(models.TextChoices):
        FEW = "few-graduates", _("Too few graduates answered for figures to be published")
        NOT_SURVEYED = "not-surveyed", _("The graduates of this program were not surveyed")

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="outcomes", db_index=False)
    year = models.PositiveSmallIntegerField(_("year of the survey"))
    # Of those who have a job or look for one, how many have one.
    placement_rate = models.DecimalField(_("placement rate"), max_digits=4, decimal_places=1, null=True)
    # Of those who have a full-time job, how many work in what they studied.
    related_rate = models.DecimalField(_("jobs related to the studies"), max_digits=4, decimal_places=1, null=True)
    weekly_earnings = models.PositiveIntegerField(_("average gross earnings, dollars a week"), null=True)
    studying_rate = models.DecimalField(_("pursuing other studies"), max_digits=4, decimal_places=1, null=True)
    status = models.CharField(_("status"), max_length=15, blank=True, choices=Status)

    objects = GraduateOutcomeQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("outcome of graduates")
        verbose_name_plural = _("outcomes of graduates")
        constraints = [
            models.UniqueConstraint(fields=["release", "programme", "year"], name="one_graduate_outcome_per_release"),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.year}"

    @property
    def reason(self) -> str:
        """Return why figures are missing, or "", in the active language."""
        return self.Status(self.status).label if self.status else ""
