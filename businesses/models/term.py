"""What the directory can be asked: each word and facet, with how many listed establishments have it."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Term(models.Model):
    """A word of a name or of an activity, or a facet (`establishment.Terms`): made anew from what is listed.

    It tells how long a search would be before it is made, and what a mistyped word may mean: a million names have a
    few hundred thousand words, of which an index of letters is small. Words made of digits only are left out.
    """

    term = models.TextField(primary_key=True, db_collation="C")
    stem = models.TextField(blank=True)  # of a word, as French has it; "" for a facet
    establishments = models.PositiveIntegerField(_("establishments"))

    class Meta:
        verbose_name = _("term of the directory")
        verbose_name_plural = _("terms of the directory")
        indexes = [
            models.Index(fields=["stem"], name="term_by_stem", condition=~Q(stem="")),
            GinIndex(OpClass(F("term"), name="gin_trgm_ops"), name="term_by_letters", condition=~Q(stem="")),
        ]

    def __str__(self) -> str:
        return self.term
