"""Who holds the jobs of an occupation in Québec: by age, by sex, full time or part time."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, StandInQuerySet
from occupations.models.noc import NocGroup

AGES = {
    "age_15_24": _("15 to 24"),
    "age_25_34": _("25 to 34"),
    "age_35_44": _("35 to 44"),
    "age_45_54": _("45 to 54"),
    "age_55_64": _("55 to 64"),
    "age_65_plus": _("65 and over"),
}


class WorkforceQuerySet(StandInQuerySet):
    dataset = "workforce"


class Workforce(Fact):
    """Employed persons aged 15 and over of a unit group, in the whole of Québec. A suppressed figure is null.

    Full time is 30 hours a week or more at the main job. Parts may differ from the total by the publisher's rounding.
    """

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="workforce", db_index=False)
    employed = models.PositiveIntegerField(_("employed"), null=True)
    women = models.PositiveIntegerField(_("women"), null=True)
    men = models.PositiveIntegerField(_("men"), null=True)
    full_time = models.PositiveIntegerField(_("full time"), null=True)
    part_time = models.PositiveIntegerField(_("part time"), null=True)
    age_15_24 = models.PositiveIntegerField(AGES["age_15_24"], null=True)
    age_25_34 = models.PositiveIntegerField(AGES["age_25_34"], null=True)
    age_35_44 = models.PositiveIntegerField(AGES["age_35_44"], null=True)
    age_45_54 = models.PositiveIntegerField(AGES["age_45_54"], null=True)
    age_55_64 = models.PositiveIntegerField(AGES["age_55_64"], null=True)
    age_65_plus = models.PositiveIntegerField(AGES["age_65_plus"], null=True)
    # Women hold fewer than one job in three; null where the figures are.
    non_traditional = models.GeneratedField(
        expression=models.ExpressionWrapper(
            models.Q(men__gt=2 * F("women")), output_field=models.BooleanField(null=True)
        ),
        output_field=models.BooleanField(_("non-traditional"), null=True),
        db_persist=True,
    )

    objects = WorkforceQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("workforce of an occupation")
        verbose_name_plural = _("workforces of occupations")
        constraints = [
            models.UniqueConstraint(fields=["release", "unit_group"], name="one_workforce_per_release"),
        ]

    def __str__(self) -> str:
        return self.unit_group_id

    @property
    def share_of_women(self) -> float | None:
        """Return the percentage of women among those employed."""
        return self.share("women", of=("women", "men"))

    @property
    def share_full_time(self) -> float | None:
        return self.share("full_time", of=("full_time", "part_time"))

    @property
    def by_age(self) -> list[tuple[str, int | None, float | None]]:
        """Return the label, the persons and the percentage of each age group, the youngest first."""
        return [(label, getattr(self, name), self.share(name, of=tuple(AGES))) for name, label in AGES.items()]

    def share(self, part: str, of: tuple[str, ...]) -> float | None:
        """Return a part as a percentage of all parts together; None where a figure is missing or all are zero."""
        figures = [getattr(self, name) for name in of]
        if None in figures or not sum(figures):
            return None
        return 100 * getattr(self, part) / sum(figures)
