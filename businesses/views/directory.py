"""The directory: what an address asks for, as a page or as a file."""

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from businesses.directory import Directory
from businesses.export import MOST, csv_lines
from regions.choice import RegionChoice


@require_safe
def index(request):
    """Show a page of the directory; what is not understood of the address is said, and left out."""
    directory = Directory(request.GET, {region.code: region for region in RegionChoice.of(request).regions})
    form = directory.form
    form.errors.pop("region", None)  # the frame says it, of every page
    context = {
        "directory": directory,
        "form": form,
        "q": form.asked.get("q", ""),
        "choices": form.choices,
        "most_exported": MOST,
    }
    return render(request, "businesses/index.html", context)


@require_safe
def export(request):
    """Give the list as CSV, up to a number of lines."""
    directory = Directory(request.GET, {})
    lines = csv_lines(directory.form, request.build_absolute_uri)
    name = f"{_('businesses')}-{get_language()}-{timezone.localdate():%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Language": get_language()}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
