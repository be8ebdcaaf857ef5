"""Where along the order of names the common terms are, so that a page of them is found without reading all names."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Stretch(models.Model):
    """A run of listed establishments in the order of names, by its last one."""

    number = models.PositiveIntegerField(primary_key=True)  # from 0
    folded_name = models.TextField(db_collation="C")
    key = models.CharField(max_length=40)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["folded_name", "key"], name="stretch_by_last")]
        verbose_name = _("stretch of the directory")
        verbose_name_plural = _("stretches of the directory")

    def __str__(self) -> str:
        return f"{self.number} {self.folded_name}"


class Spread(models.Model):
    """How many establishments of each stretch have a common term."""

    term = models.TextField(primary_key=True, db_collation="C")
    counts = ArrayField(models.PositiveIntegerField())  # by the number of the stretch

    class Meta:
        verbose_name = _("spread of a term")
        verbose_name_plural = _("spreads of terms")

    def __str__(self) -> str:
        return self.term
