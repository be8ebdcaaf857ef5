"""Error reports: taken from anybody without an account, confirmed by e-mail where mail is sent, settled by the staff.

A form that acts for nobody (there is no session) needs no defence against being sent from elsewhere, but one against
machines: a field that people do not see, a signed moment before which nobody can have filled it in, and a few reports
an hour from one address. Addresses are kept as a keyed hash for that hour, and nowhere else.
"""

import hashlib
import hmac
from datetime import timedelta

from django import forms
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.core.mail import send_mail
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from businesses import removal
from businesses.models import ErrorReport, Establishment, RemovalRequest

SOONEST, LATEST = 3, 4 * 3600  # seconds between the form and its answer
CONFIRMED_WITHIN = 7 * 86_400  # seconds
MOST, PERIOD = 5, 3600  # reports from one address, in seconds

shown = signing.TimestampSigner(salt="businesses.report.shown")
confirmation = signing.TimestampSigner(salt="businesses.report.confirmation")


class ReportForm(forms.Form):
    """What is wrong, and whom to write to. `trap` is hidden from people; `moment` is when the form was shown."""

    subject = forms.ChoiceField(label=gettext_lazy("What is wrong?"), choices=ErrorReport.Subject.choices)
    message = forms.CharField(
        label=gettext_lazy("What should it be, and how do you know?"), max_length=2000, widget=forms.Textarea
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        max_length=254,
        error_messages={"invalid": gettext_lazy("Write it in full, as in name@example.com.")},
    )
    trap = forms.CharField(label=gettext_lazy("Leave this empty"), required=False)
    moment = forms.CharField(required=False)

    use_required_attribute = False

    def __init__(self, key: str, data=None):
        super().__init__(data)
        self.key = key

    @property
    def signed_moment(self) -> str:
        return shown.sign(self.key)

    @property
    def is_by_a_machine(self) -> bool:
        return bool(self.cleaned_data.get("trap"))

    def clean_message(self) -> str:
        return self.cleaned_data["message"].replace("\x00", "")

    def clean(self):
        moment = self.cleaned_data.get("moment", "")
        try:
            if shown.unsign(moment, max_age=LATEST) != self.key:
                raise signing.BadSignature
        except signing.BadSignature:
            raise forms.ValidationError(_("The form was open for too long. Send it again.")) from None
        try:
            shown.unsign(moment, max_age=SOONEST)
        except signing.SignatureExpired:
            return
        raise forms.ValidationError(_("The form was sent too quickly for a person. Send it again."))


def too_many_from(address: str) -> bool:
    """Count a report of an address, and return whether it is one too many. Without Redis nothing is counted.

    Those sent at once are counted one after the other, whichever process takes them: no burst passes.
    """
    digest = hmac.new(settings.SECRET_KEY.encode(), address.encode(), hashlib.sha256).hexdigest()
    name = f"reports:{digest[:32]}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
        count = cache.get(name, 0) + 1
        cache.set(name, count, PERIOD)
    return count > MOST


@transaction.atomic
def take(business: Establishment, form: ReportForm, absolute) -> ErrorReport:
    """Keep a report, and ask its author to confirm it where mail is sent; `absolute` makes an address whole.

    Those that nobody confirmed in time are forgotten. Raises OSError, and keeps nothing, when the mail cannot be
    sent.
    """
    state = ErrorReport.State
    too_old = timezone.now() - timedelta(seconds=CONFIRMED_WITHIN)
    ErrorReport.objects.filter(state=state.UNCONFIRMED, reported_at__lt=too_old).delete()
    report = ErrorReport.objects.create(
        establishment=business.key,
        name=business.name,
        subject=form.cleaned_data["subject"],
        message=form.cleaned_data["message"],
        email=form.cleaned_data["email"],
        state=state.UNCONFIRMED if settings.MAIL_IS_SENT else state.WAITING,
    )
    if settings.MAIL_IS_SENT:
        address = absolute(reverse("businesses:confirm", args=[confirmation.sign(report.pk)]))
        send_mail(
            _("Confirm your report: %(name)s") % {"name": report.name},
            _(
                "Somebody, probably you, reported an error about “%(name)s” with this e-mail address.\n\n"
                "To confirm it, open this page within a week and choose “Confirm”:\n%(address)s\n\n"
                "If it was not you, there is nothing to do: it will not be read."
            )
            % {"name": report.name, "address": address},
            settings.CONTACT_EMAIL,
            [report.email],
        )
    return report


def of_token(token: str) -> ErrorReport | None:
    """Return the report that a confirmation is about; None for one that is too old or not ours."""
    try:
        key = confirmation.unsign(token, max_age=CONFIRMED_WITHIN)
    except signing.BadSignature:
        return None
    return ErrorReport.objects.filter(pk=key).first()


def confirm(report: ErrorReport) -> None:
    """Put a report in the queue."""
    unconfirmed = ErrorReport.objects.filter(pk=report.pk, state=ErrorReport.State.UNCONFIRMED)
    unconfirmed.update(state=ErrorReport.State.WAITING, is_confirmed=True)


@transaction.atomic
def settle(report: ErrorReport, user, *, accepted: bool) -> None:
    """Close a report and forget who sent it. An accepted request to be left out is obeyed, now and by every load."""
    report.state = ErrorReport.State.ACCEPTED if accepted else ErrorReport.State.REFUSED
    report.settled_at, report.settled_by, report.email = timezone.now(), user, ""
    report.save()
    if accepted and report.subject == ErrorReport.Subject.REMOVAL:
        asked_on = timezone.localdate(report.reported_at)
        request, _new = RemovalRequest.objects.get_or_create(
            establishment=report.establishment, defaults={"asked_on": asked_on}
        )
        removal.obey(request)
