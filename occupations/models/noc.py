"""The National Occupational Classification 2021: its classes, job titles, official texts and former codes."""

from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Cast, Length, NullIf, Substr
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from catalog.slugs import slug_of
from occupations.models.selection import SelectionQuerySet
from regions.models import QUEBEC


class Language(models.TextChoices):
    FRENCH = "fr", _("French")
    ENGLISH = "en", _("English")


class NocGroupQuerySet(SelectionQuerySet):
    def unit_groups(self):
        """Return the 516 classes of the last level: what the portal calls occupations."""
        return self.current().filter(level=NocGroup.Level.UNIT_GROUP)

    def with_wage(self, region: str):
        """Add the median wage to show for a region (its code): its own, else that of the whole of Québec.

        `wage_median` in dollars an hour or a year, as `wage_unit` says; `wage_region`, the code of the region that the
        figure is for; `wage_release`, the key of its release. All four are null when neither is published.
        """
        from occupations.models.wage import Wage  # which itself needs this module

        shown = for_region_or_quebec(Wage.objects.live().exclude(median=None), region)
        return self.annotate(
            wage_median=Subquery(shown.values("median")),
            wage_unit=Subquery(shown.values("unit")),
            wage_region=Subquery(shown.values("region")),
            wage_release=Subquery(shown.values("release")),
        )

    def with_outlook(self, region: str):
        """Add the prospects to show for a region (its code): its own, else those of the whole of Québec.

        `outlook_level`, the code of an OutlookLevel, and `outlook_rank`, its rank (1: most favourable; null when it is
        undetermined); `outlook_region` and `outlook_release` as in `with_wage`. Null when neither has a level.
        """
        from occupations.models.outlook import Outlook  # which itself needs this module

        shown = for_region_or_quebec(Outlook.objects.live(), region)
        return self.annotate(
            outlook_level=Subquery(shown.values("level")),
            outlook_rank=Subquery(shown.values("level__rank")),
            outlook_region=Subquery(shown.values("region")),
            outlook_release=Subquery(shown.values("release")),
        )

    def with_demand(self, region: str):
        """Add whether the occupation is in demand now in a region (its code), or else in the whole of Québec.

        `in_demand_now`, true or false; `demand_region` and `demand_release` as in `with_wage`. All three are null when
        neither is published.
        """
        from occupations.models.demand import InDemand  # which itself needs this module

        shown = for_region_or_quebec(InDemand.objects.live(), region)
        return self.annotate(
            in_demand_now=Subquery(shown.values("in_demand")),
            demand_region=Subquery(shown.values("region")),
            demand_release=Subquery(shown.values("release")),
        )

    def with_characteristic(self, descriptor: str, at_least: int):
        """Keep unit groups that are rated at this level or above on a descriptor (its code)."""
        from occupations.models.characteristics import Characteristic  # which itself needs this module

        rated = Characteristic.objects.live().filter(descriptor=descriptor, value__gte=at_least)
        return self.filter(pk__in=rated.values("unit_group"))

    def similar_to(self, code: str):
        """Return the unit groups whose characteristics are nearest to those of one, the nearest first.

        `likeness`: 0 to 100 (the same rating on everything). Nothing when that unit group has no characteristics.
        """
        near = self.current().filter(near__unit_group=code)
        return near.annotate(likeness=F("near__likeness")).order_by("near__rank")


def for_region_or_quebec(facts, region: str):
    """Return the one fact about the outer query's class that stands for a region."""
    nearest = facts.filter(unit_group=OuterRef("pk"), region__in={region, QUEBEC})
    # An expression, not the bare column: for that PostgreSQL 18 would walk the index of all regions backwards.
    return nearest.order_by(Exact(F("region_id"), QUEBEC))[:1]


class NocGroup(Reference):
    """A class of NOC 2021, at any of its five levels. The code is hierarchical: 3, 31, 313, 3130, 31301."""

    class Level(models.IntegerChoices):
        BROAD_CATEGORY = 1, _("Broad category")
        MAJOR_GROUP = 2, _("Major group")
        SUB_MAJOR_GROUP = 3, _("Sub-major group")
        MINOR_GROUP = 4, _("Minor group")
        UNIT_GROUP = 5, _("Unit group")

    code = models.CharField(primary_key=True, max_length=5)
    name = models.CharField(_("name"), max_length=250)
    definition = models.TextField(_("official definition"), blank=True, default="")
    level = models.GeneratedField(
        expression=Length("code"), output_field=models.PositiveSmallIntegerField(choices=Level), db_persist=True
    )
    teer = models.GeneratedField(
        expression=Cast(NullIf(Substr("code", 2, 1), models.Value("")), models.PositiveSmallIntegerField()),
        output_field=models.PositiveSmallIntegerField(null=True),
        db_persist=True,
    )

    objects = NocGroupQuerySet.as_manager()

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["code"]
        verbose_name = _("NOC class")
        verbose_name_plural = _("NOC classes")
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^\d{1,5}$"), name="noc_code"),
        ]
        indexes = [models.Index(fields=["level", "code"])]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def slug(self) -> str:
        """Return the decorative end of the page's address, in the active language."""
        return slug_of(self.name)

    def get_absolute_url(self) -> str:
        return reverse("occupations:detail", args=[self.code, self.slug])

    def get_sheet_url(self) -> str:
        """Return the address of a unit group's PDF sheet."""
        return reverse("occupations:sheet", args=[self.code, self.slug])

    def get_employer_url(self) -> str:
        """Return the address of a unit group as an employer sees it."""
        return reverse("occupations:employer", args=[self.code, self.slug])

    @property
    def ancestor_codes(self) -> list[str]:
        """Return the codes of the classes above this one, from the broad category down."""
        return [self.code[:length] for length in range(1, len(self.code))]


class JobTitle(Reference):
    """A title that people hold in a unit group, in one language, with its gender forms as published."""

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="job_titles")
    language = models.CharField(_("language"), max_length=2, choices=Language)
    title = models.CharField(_("title"), max_length=250)
    is_illustrative = models.BooleanField(_("main title"), default=False)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["-is_illustrative", "title"]
        verbose_name = _("job title")
        verbose_name_plural = _("job titles")
        constraints = [
            models.UniqueConstraint(fields=["unit_group", "language", "title"], name="job_title_once"),
            models.CheckConstraint(condition=models.Q(language__in=["fr", "en"]), name="job_title_language"),
        ]

    def __str__(self) -> str:
        return self.title


class OfficialText(Reference):
    """A sentence of the classification about a unit group: present only when an operator has loaded the elements."""

    class Element(models.TextChoices):
        MAIN_DUTY = "duty", _("Main duties")
        REQUIREMENT = "requirement", _("Employment requirements")
        ADDITIONAL = "additional", _("Additional information")
        EXCLUSION = "exclusion", _("Exclusions")

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="official_texts")
    language = models.CharField(_("language"), max_length=2, choices=Language)
    element = models.CharField(_("element"), max_length=12, choices=Element)
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.TextField(_("text"))

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["element", "position"]
        verbose_name = _("official text")
        verbose_name_plural = _("official texts")
        constraints = [
            models.UniqueConstraint(
                fields=["unit_group", "language", "element", "position"], name="official_text_once"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class FormerCode(Reference):
    """A four-digit code of NOC 2016 (and 2011, whose unit groups were the same) and a unit group it became."""

    former_code = models.CharField(max_length=4)
    former_name = models.CharField(_("former name"), max_length=250)
    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="former_codes")
    change = models.CharField(_("type of change"), max_length=60, blank=True)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["former_code", "unit_group"]
        verbose_name = _("former code")
        verbose_name_plural = _("former codes")
        constraints = [
            models.UniqueConstraint(fields=["former_code", "unit_group"], name="former_code_once"),
            models.CheckConstraint(condition=models.Q(former_code__regex=r"^\d{4}$"), name="former_code_format"),
        ]

    def __str__(self) -> str:
        return f"{self.former_code} → {self.unit_group_id}"
