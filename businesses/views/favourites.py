"""The businesses that an address keeps: a list to share or to print."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from businesses.directory import Entry, sources
from businesses.favourites import Favourites


@require_safe
def favourites(request):
    """Show them in the order in which they were chosen; those that are listed no more are counted."""
    kept = Favourites(request.GET)
    listed = kept.listed()
    context = {
        "favourites": kept,
        "entries": [Entry(each, True, kept.toggled(each.key)) for each in listed],
        "missing": len(kept) - len(listed),
        "sources": sources(listed),
    }
    return render(request, "businesses/favourites.html", context)
