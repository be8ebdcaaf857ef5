"""Error pages, in the language of the address, with the toggle working and without any query."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from imt.api import problem
from imt.middleware import API

TITLES = {
    403: _("You cannot open this page"),
    404: _("Page not found"),
    500: _("An error occurred"),
    503: _("The portal is unavailable for a moment"),
}
RETRY_AFTER = "30"  # seconds


def error_page(request, status: int):
    if request.path_info.startswith(API):
        return JsonResponse(problem(status), status=status)
    context = {"error_page": True, "error_title": TITLES[status]}
    return render(request, f"errors/{status}.html", context, status=status)


def forbidden(request, exception=None):
    return error_page(request, 403)


def csrf_failure(request, reason=""):
    return forbidden(request)


def not_found(request, exception=None):
    return error_page(request, 404)


def server_error(request):
    """Answer 503 when the cause is a database that cannot be reached, 500 for a defect of ours."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = error_page(request, 503)
        response.headers["Retry-After"] = RETRY_AFTER
        return response
    return error_page(request, 500)
