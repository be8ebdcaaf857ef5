"""What an occupation asks of people and what working in it is like, as rated by OaSIS."""

from django.db import models
from django.db.models import Case, ExpressionWrapper, F, Q, When
from django.utils.translation import gettext_lazy as _

from catalog.models import Fact, FactQuerySet, Reference, ReferenceQuerySet
from occupations.models.noc import NocGroup


class Category(models.TextChoices):
    """The first level of the taxonomy, by the letter that its codes begin with."""

    ABILITIES = "A", _("Abilities")
    PERSONAL_ATTRIBUTES = "B", _("Personal attributes")
    INTERESTS = "C", _("Interests")
    SKILLS = "F", _("Skills")
    KNOWLEDGE = "G", _("Knowledge")
    WORK_CONTEXT = "J", _("Work context")
    WORK_ACTIVITIES = "K", _("Work activities")


class Measure(models.TextChoices):
    """What the values of a descriptor tell. Their meaning in words is in `occupations.characteristics`."""

    PROFICIENCY = "proficiency", _("Level of proficiency")
    COMPLEXITY = "complexity", _("Level of complexity")
    KNOWLEDGE = "knowledge", _("Level of knowledge")
    IMPORTANCE = "importance", _("Importance")
    FREQUENCY = "frequency", _("Frequency")
    DURATION = "duration", _("Share of the time")
    AUTOMATION = "automation", _("Degree of automation")
    COMPETITION = "competition", _("Degree of competition")
    CONSEQUENCE = "consequence", _("Consequence of an error")
    DECISIONS = "decisions", _("Freedom to make decisions")
    TASKS = "tasks", _("Freedom to organize one’s tasks")
    IMPACT = "impact", _("Impact of decisions")
    RESPONSIBILITY = "responsibility", _("Degree of responsibility")
    PROXIMITY = "proximity", _("Physical closeness to others")
    HOURS = "hours", _("Length of the work week")
    SCHEDULE = "schedule", _("Type of schedule")  # regular, irregular, seasonal: the only one that is not a level
    INTEREST = "interest", _("Place among the interests")  # 3 the first, 2 the second, 1 the third

    @property
    def top(self) -> int:
        """Return the highest value; 0 is always "does not apply"."""
        return 3 if self in THREE_LEVELS else 5


THREE_LEVELS = frozenset({Measure.KNOWLEDGE, Measure.AUTOMATION, Measure.HOURS, Measure.SCHEDULE, Measure.INTEREST})


class DescriptorQuerySet(ReferenceQuerySet):
    def rated(self):
        """Return what occupations are rated on, without the headings of the taxonomy."""
        return self.current().exclude(measure="")

    def under(self, code: str):
        """Return a branch of the taxonomy: a category (`F`), a sub-category (`F01`), a group (`F01b`)."""
        return self.filter(code__startswith=code)


class Descriptor(Reference):
    """A node of the taxonomy: what occupations are rated on (with a measure), or a heading above (without).

    Codes tell the tree: F, F01, F01b, F01b01. Where OaSIS measures one descriptor twice, the second measure has a row
    of its own with the same names: J02b01 (how often) and J02b01-duration (how long).
    """

    code = models.CharField(primary_key=True, max_length=20)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(_("name"), max_length=150)
    measure = models.CharField(_("measure"), max_length=15, choices=Measure, blank=True)

    objects = DescriptorQuerySet.as_manager()

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["code"]
        verbose_name = _("descriptor")
        verbose_name_plural = _("descriptors")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def category(self) -> Category:
        return Category(self.code[0])

    @property
    def sub_category_code(self) -> str:
        """Return the code of the second level, e.g. J03 (physical demands)."""
        return self.code[:3]

    @property
    def top(self) -> int:
        return Measure(self.measure).top


class CharacteristicQuerySet(FactQuerySet):
    def of(self, *unit_groups: str):
        """Return all that unit groups (their codes) are rated on, in the order of the taxonomy: one query."""
        return (
            self.filter(unit_group__in=unit_groups)
            .select_related("descriptor")
            .order_by("descriptor_id", "unit_group_id")
        )

    def under(self, *codes: str):
        """Keep branches of the taxonomy: `"J03"` the physical demands, `"F", "G"` skills and knowledge."""
        branches = Q()
        for code in codes:
            branches |= Q(descriptor__code__startswith=code)
        return self.filter(branches)

    def applying(self):
        """Leave out what does not apply to the occupation."""
        return self.filter(value__gt=0)

    def interests(self):
        """Return the Holland interests, the most important first: three at most."""
        return self.under(Category.INTERESTS).applying().order_by("unit_group_id", "-value")

    def strongest(self, number: int):
        """Return what marks an occupation most: the highest levels and, at equal levels, the least common ones.

        Schedules are not levels, and are left out.
        """
        top = Case(When(descriptor__measure__in=THREE_LEVELS, then=3.0), default=5.0, output_field=models.FloatField())
        level = ExpressionWrapper(F("value") / top, output_field=models.FloatField())
        ordered = self.applying().exclude(descriptor__measure=Measure.SCHEDULE)
        return ordered.order_by(level.desc(), "-standing", "descriptor_id")[:number]


class Characteristic(Fact):
    """The rating of a unit group on a descriptor, made from those of its OaSIS profiles (rule: `datasets.oasis`)."""

    unit_group = models.ForeignKey(
        NocGroup, models.PROTECT, related_name="characteristics", db_index=False, db_constraint=False
    )
    descriptor = models.ForeignKey(
        Descriptor, models.PROTECT, related_name="characteristics", db_index=False, db_constraint=False
    )
    value = models.PositiveSmallIntegerField(_("value"))  # 0 to the measure's top
    lowest = models.PositiveSmallIntegerField(_("lowest among the profiles"))
    highest = models.PositiveSmallIntegerField(_("highest among the profiles"))
    standing = models.PositiveSmallIntegerField(_("percentage of the other unit groups that are rated lower"))

    objects = CharacteristicQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("characteristic")
        verbose_name_plural = _("characteristics")
        constraints = [
            models.UniqueConstraint(fields=["release", "unit_group", "descriptor"], name="one_rating_per_release"),
            models.CheckConstraint(
                condition=Q(value__lte=5, highest__lte=5, standing__lte=100), name="rating_in_scale"
            ),
        ]
        indexes = [
            models.Index(fields=["release", "descriptor", "value"], include=["unit_group"], name="rating_by_level")
        ]

    def __str__(self) -> str:
        return f"{self.unit_group_id} {self.descriptor_id} {self.value}"


class SimilarOccupation(models.Model):
    """One of the unit groups whose characteristics are nearest. Made by `occupations.similarity`."""

    unit_group = models.ForeignKey(
        NocGroup, models.CASCADE, related_name="similar_occupations", db_index=False, db_constraint=False
    )
    other = models.ForeignKey(NocGroup, models.CASCADE, related_name="near", db_index=False, db_constraint=False)
    rank = models.PositiveSmallIntegerField()  # 1: the nearest
    likeness = models.PositiveSmallIntegerField()  # 0 to 100: the same rating on everything

    class Meta:
        verbose_name = "similar occupation"
        ordering = ["unit_group", "rank"]
        constraints = [models.UniqueConstraint(fields=["unit_group", "rank"], name="one_similar_occupation_per_rank")]

    def __str__(self) -> str:
        return f"{self.unit_group_id} → {self.other_id}"
