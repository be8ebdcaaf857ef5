"""What visitors say is wrong in the directory: a queue for the staff, which no load touches."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ErrorReport(models.Model):
    """One error that somebody reports of a business, or a request to leave it out."""

    class Subject(models.TextChoices):
        NAME = "name", _("Name")
        ADDRESS = "address", _("Address")
        CONTACT = "contact", _("Telephone or website")
        SIZE = "size", _("Number of employees")
        ACTIVITY = "activity", _("Activity or sector")
        CLOSED = "closed", _("It is closed")
        REMOVAL = "removal", _("I ask that it be left out of the directory")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("E-mail to be confirmed")
        WAITING = "waiting", _("Waiting")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")

    establishment = models.CharField(_("key of the establishment"), max_length=40)
    name = models.CharField(_("name of the business"), max_length=250)  # as it was shown
    subject = models.CharField(_("what is wrong"), max_length=8, choices=Subject)
    message = models.TextField(_("message"), max_length=2000)
    email = models.EmailField(_("e-mail address"), blank=True)  # "" once it is settled
    is_confirmed = models.BooleanField(_("e-mail confirmed"), default=False)
    state = models.CharField(_("state"), max_length=11, choices=State)
    reported_at = models.DateTimeField(_("reported at"), auto_now_add=True)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-reported_at"]
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")

    def __str__(self) -> str:
        return f"{self.get_subject_display()} – {self.name}"
