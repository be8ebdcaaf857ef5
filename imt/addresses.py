"""Addresses that say what was chosen, and nothing else."""

from django.http import HttpResponseRedirect


def tidied(request) -> HttpResponseRedirect | None:
    """Return the way to the same page without the parameters that its form sends empty; None where there are none."""
    query = request.GET.copy()
    for name, values in request.GET.lists():
        query.setlist(name, [value for value in values if value])
    if query == request.GET:
        return None
    chosen = query.urlencode()
    return HttpResponseRedirect(f"{request.path}?{chosen}" if chosen else request.path)
