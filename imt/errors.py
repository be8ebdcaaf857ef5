"""Error pages, in the language of the address, with the toggle working and without any query."""

import sys

from django.db import InterfaceError, OperationalError
from django.shortcuts import render


def forbidden(request, exception=None):
    return render(request, "errors/403.html", status=403)


def csrf_failure(request, reason=""):
    return forbidden(request)


def not_found(request, exception=None):
    return render(request, "errors/404.html", status=404)


def server_error(request):
    """Answer 503 when the cause is a database that cannot be reached, 500 for a defect of ours."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return render(request, "errors/503.html", status=503, headers={"Retry-After": "30"})
    return render(request, "errors/500.html", status=500)
