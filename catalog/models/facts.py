"""The two ways a row can belong to a dataset: as a fact of one release, or as reference merged in place."""

from django.db import models
from django.db.models import Exists
from django.utils.translation import gettext_lazy as _

from catalog.models.dataset import Dataset


class FactQuerySet(models.QuerySet):
    def live(self):
        """Return the facts of live releases only: what the public sees."""
        return self.filter(release_id__in=Dataset.objects.values("live_release_id"))


class StandInQuerySet(FactQuerySet):
    """Facts for which the demonstration figures of another dataset stand in until the real one has a live release."""

    dataset = ""  # the slug of the real one; that of the other ends in -demonstration

    def live(self):
        real = Dataset.objects.filter(slug=self.dataset).exclude(live_release=None)
        return super().live().exclude(Exists(real), release__dataset_id=f"{self.dataset}-demonstration")


class Fact(models.Model):
    """A figure of one release. It never changes: another edition is another release.

    Every query starts from a release, so the unique constraint of each fact starts with it too and is the index of its
    foreign keys: an index for each of them would be written with every edition and read by nobody.
    """

    release = models.ForeignKey("catalog.Release", on_delete=models.CASCADE, related_name="+", db_index=False)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True


class ReferenceQuerySet(models.QuerySet):
    def current(self):
        """Return the rows that the live release of their dataset still has."""
        return self.filter(retired_on=None)


class Reference(models.Model):
    """A thing that figures are about (an occupation, a municipality): merged in place, retired, never deleted."""

    retired_on = models.DateField(_("retired on"), null=True, blank=True, editable=False)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        abstract = True
