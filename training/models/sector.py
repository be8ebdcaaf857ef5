"""The 21 training sectors in which Québec’s vocational and technical programmes are arranged."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference


class TrainingSector(Reference):
    """A training sector, such as 07 Buildings and Public Works. Not to be taken for a sector of activity."""

    code = models.CharField(primary_key=True, max_length=2)
    name = models.CharField(_("name"), max_length=120)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["code"]
        verbose_name = _("training sector")
        verbose_name_plural = _("training sectors")
        constraints = [models.CheckConstraint(condition=models.Q(code__regex=r"^\d\d$"), name="training_sector_code")]

    def __str__(self) -> str:
        return self.name
