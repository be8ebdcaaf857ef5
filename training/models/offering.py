"""Who gives which programme, and how long it takes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, StandInQuerySet
from occupations.models.noc import Language
from training.models.institution import Institution
from training.models.programme import Programme


class OfferingQuerySet(StandInQuerySet):
    dataset = "programme-offerings"


class Offering(Fact):
    """A programme that an institution gives, in a language."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="offerings", db_index=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="offerings", db_index=False)
    language = models.CharField(_("language of instruction"), max_length=2, choices=Language)

    objects = OfferingQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("program offered by an institution")
        verbose_name_plural = _("programs offered by institutions")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "programme", "institution", "language"], name="one_offering_per_release"
            ),
        ]
        indexes = [models.Index(fields=["release", "institution"], name="offering_by_institution")]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.institution_id} {self.language}"


class ProgrammeDurationQuerySet(StandInQuerySet):
    dataset = "programme-durations"


class ProgrammeDuration(Fact):
    """How long a programme takes: hours of instruction where they are counted, and months of full-time studies."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="durations", db_index=False)
    hours = models.PositiveIntegerField(_("hours"), null=True)
    months = models.PositiveSmallIntegerField(_("months full time"), null=True)

    objects = ProgrammeDurationQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("duration of a program")
        verbose_name_plural = _("durations of programs")
        constraints = [
            models.UniqueConstraint(fields=["release", "programme"], name="one_programme_duration_per_release"),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.hours} h"
