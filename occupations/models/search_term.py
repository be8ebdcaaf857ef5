"""The words that people use for an occupation and that its official titles lack."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from occupations.models.noc import Language, NocGroup


class SearchTerm(Reference):
    """A word or a short phrase that leads to a unit group: Québec usage, abbreviations, newcomers' words."""

    unit_group = models.ForeignKey(NocGroup, on_delete=models.PROTECT, related_name="search_terms")
    language = models.CharField(_("language"), max_length=2, choices=Language)
    term = models.CharField(_("term"), max_length=120)
    position = models.PositiveSmallIntegerField(_("position"))  # 1: what most people mean by it

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["language", "term", "position"]
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")
        constraints = [
            models.UniqueConstraint(fields=["language", "term", "unit_group"], name="search_term_once"),
            models.CheckConstraint(condition=models.Q(language__in=["fr", "en"]), name="search_term_language"),
        ]

    def __str__(self) -> str:
        return self.term
