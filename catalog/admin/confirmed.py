"""An act of a person on what the public sees: asked for again on a page of its own, done by POST only, and logged."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse

from catalog.problems import RefreshError


class NotDone(Exception):
    """Nothing was done; the message tells the person why."""


@dataclass(frozen=True)
class Act:
    """What is about to be done. `do` returns what to say of it; raises NotDone or RefreshError when it could not."""

    title: str
    consequence: str
    button: str
    do: Callable[[], str]


def confirmed(model_admin: admin.ModelAdmin, request, obj, act: Act, permission: str, then: str):
    """Show the act (GET), or do it and go to `then` (POST). Raises PermissionDenied without the permission."""
    if not request.user.has_perm(permission):
        raise PermissionDenied
    if request.method == "POST":
        try:
            done = act.do()
        except (NotDone, RefreshError) as error:
            messages.error(request, str(error))
        else:
            model_admin.log_change(request, obj, done)
            messages.success(request, done)
        return HttpResponseRedirect(then)
    context = admin.site.each_context(request) | {
        "title": act.title,
        "act": act,
        "object": obj,
        "opts": model_admin.opts,
        "back": then,
    }
    return TemplateResponse(request, "admin/catalog/confirm.html", context)
