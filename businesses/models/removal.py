"""What somebody asked to have left out of the directory. No load touches these rows; every load obeys them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RemovalRequest(models.Model):
    """An establishment, or all those of an enterprise, that the directory does not show any more."""

    establishment = models.CharField(_("key of the establishment"), max_length=40, blank=True)
    enterprise = models.CharField(_("Québec enterprise number (NEQ)"), max_length=10, blank=True)
    asked_on = models.DateField(_("asked on"))
    note = models.TextField(_("note"), blank=True, help_text=_("For the staff only."))

    class Meta:
        ordering = ["-asked_on", "-pk"]
        verbose_name = _("removal request")
        verbose_name_plural = _("removal requests")
        constraints = [
            models.CheckConstraint(
                condition=Q(establishment="") ^ Q(enterprise=""),
                name="removal_of_one_or_all",
                violation_error_message=_("Give the key of an establishment, or the number of an enterprise."),
            ),
        ]

    def __str__(self) -> str:
        return self.establishment or self.enterprise
