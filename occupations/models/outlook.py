"""Employment prospects. Each edition has its own scale; two scales are never compared or converted."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from catalog.models import Dataset, DataVersion, Fact, FactQuerySet, Reference
from occupations.models.noc import NocGroup
from regions.models import QUEBEC, Region


class OutlookLevel(Reference):
    """One level of one scale, e.g. "good" of the scale `job-bank-2024`."""

    code = models.CharField(primary_key=True, max_length=60)  # "job-bank-2024:very-good"
    scale = models.SlugField(_("scale"))
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True)  # 1: most favourable; null: undetermined
    label = models.CharField(_("label"), max_length=60)
    sentence = models.CharField(_("plain sentence"), max_length=400)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["scale", models.F("rank").asc(nulls_last=True)]
        verbose_name = _("outlook level")
        verbose_name_plural = _("outlook levels")
        constraints = [
            models.UniqueConstraint(fields=["scale", "rank"], name="one_level_per_rank"),
        ]

    def __str__(self) -> str:
        return self.label

    @classmethod
    def known(cls) -> list["OutlookLevel"]:
        """Return the levels of every scale, the most favourable first; one query per data version."""
        return DataVersion.remember("outlook-levels", lambda: list(cls.objects.current()))

    @property
    def level(self) -> str:
        """Return the level's code within its scale, e.g. `very-good`."""
        return self.code.partition(":")[2]


class OutlookQuerySet(FactQuerySet):
    def live(self):
        """Return the live outlooks; demonstration figures only while no real regional edition is live."""
        regional = self.model.objects.exclude(region_id=QUEBEC).filter(
            release_id__in=Dataset.objects.filter(slug="outlooks").values("live_release_id")
        )
        return super().live().exclude(Exists(regional), release__dataset_id="outlooks-demonstration")

    def for_region(self, region: str):
        return self.filter(region_id=region)

    def with_level(self):
        """Join the level, and give each outlook `steps`: how many levels its scale has, undetermined apart."""
        ranked = OutlookLevel.objects.filter(scale=OuterRef("level__scale"), rank__isnull=False).order_by()
        steps = ranked.values("scale").annotate(steps=Count("pk")).values("steps")
        return self.select_related("level").annotate(steps=Subquery(steps))


class Outlook(Fact):
    """The prospects of a unit group in a region, over the reference period of its release."""

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="outlooks", db_index=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="outlooks", db_index=False)
    level = models.ForeignKey(OutlookLevel, on_delete=models.PROTECT, related_name="outlooks", db_index=False)
    trends_fr = models.TextField(_("employment trends"), blank=True)  # the publisher's text, when its file is loaded
    trends_en = models.TextField(blank=True)

    objects = OutlookQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = False
        verbose_name = _("outlook")
        verbose_name_plural = _("outlooks")
        constraints = [
            models.UniqueConstraint(fields=["release", "unit_group", "region"], name="one_outlook_per_release"),
        ]
        indexes = [models.Index(fields=["release", "region"])]

    def __str__(self) -> str:
        return f"{self.unit_group_id} {self.region_id} {self.level_id}"
