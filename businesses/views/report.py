"""Reporting an error: the only pages of visitors that write. They are never remembered, unlike the rest."""

import logging

from django.conf import settings
from django.http import HttpResponseForbidden, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from businesses import reports
from businesses.models import Establishment
from imt.middleware import public_write
from imt.templatetags.portal import absolute

logger = logging.getLogger(__name__)


@never_cache
@csrf_exempt  # there is neither a session nor a cookie to protect; see `businesses.reports`
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, key: str):
    """Show the form, or take what it says."""
    business = get_object_or_404(Establishment.objects.listed(), pk=key)
    form = reports.ReportForm(key, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            return HttpResponseForbidden()
        if form.is_valid():
            if form.is_by_a_machine:
                return sent(business)
            status, problem = taken(request, business, form)
            if not problem:
                return sent(business)
            form.add_error(None, problem)
        else:
            status = 422
    return render(request, "businesses/report.html", {"business": business, "form": form}, status=status)


def taken(request, business: Establishment, form: reports.ReportForm) -> tuple[int, str]:
    """Take a report; return the status and the reason where it could not be."""
    if reports.too_many_from(sender(request)):
        return 429, _("Too many reports came from your network. Try again in an hour.")
    try:
        with public_write():
            reports.take(business, form, lambda path: absolute(request, path))
    except OSError:
        logger.exception("the confirmation of a report was not sent")
        return 503, _("The e-mail to confirm it could not be sent. Try again later.")
    return 303, ""


def sent(business: Establishment) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("businesses:report-sent", args=[business.key]))


def sender(request) -> str:
    """Return the address that the proxy in front saw, or the visitor's own without a proxy."""
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    return forwarded[-1].strip() or request.META["REMOTE_ADDR"]


@require_safe
def report_sent(request, key: str):
    """Thank, and say what comes next."""
    business = get_object_or_404(Establishment, pk=key)
    return render(request, "businesses/report_sent.html", {"business": business, "mail_is_sent": settings.MAIL_IS_SENT})


@never_cache
@csrf_exempt  # the link of the e-mail is the permission
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, token: str):
    """Ask once more, because programs that read mail open links; then put the report in the queue."""
    found = reports.of_token(token)
    done = bool(found) and found.is_confirmed
    if found and not done and request.method == "POST":
        with public_write():
            reports.confirm(found)
        done = True
    context = {"report": found, "is_done": done}
    return render(request, "businesses/confirm.html", context, status=200 if found else 404)
