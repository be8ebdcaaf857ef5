"""A list of businesses as lines of CSV, as it is read: each with where it comes from."""

import csv
import io
from collections.abc import Callable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from businesses.directory import sources
from businesses.filters import DirectoryForm
from businesses.models import Establishment
from businesses.search.listing import Listing
from catalog.models import Release

MOST = 5_000  # establishments of a file
AT_ONCE = 500
BOM = "\ufeff"  # without which Excel reads UTF-8 as Windows-1252


def csv_lines(form: DirectoryForm, absolute: Callable[[str], str]) -> Iterator[str]:
    """Yield the lines of the file, some hundreds at a time; `absolute` makes an address whole.

    The first ones are read before the answer begins: a failure is then a page of error and not half a file.
    """
    parts = read(form, absolute)
    first = next(parts)

    def lines() -> Iterator[str]:
        yield BOM + written([heads(), *first])
        for part in parts:
            yield written(part)

    return lines()


def read(form: DirectoryForm, absolute: Callable[[str], str]) -> Iterator[list[list]]:
    """Yield the rows, and a last one that says so where the list goes on."""
    releases: dict[str, Release] = {}
    after = ""
    for number in range(MOST // AT_ONCE):
        page = Listing(form.conditions, form.order, AT_ONCE, after).page
        found = Establishment.objects.shown().in_bulk(page.keys) if page.keys else {}
        if number == 0 or {each.source_id for each in found.values()} - releases.keys():
            releases |= {release.dataset_id: release for release in sources(list(found.values()))}
        rows = [cells(found[key], releases.get(found[key].source_id), absolute) for key in page.keys]
        if not page.has_next:
            yield rows
            return
        after = page.keys[-1]
        yield rows
    yield [[_("The list is longer: this file has only its first %(most)s businesses.") % {"most": MOST}]]


def written(rows: list[list]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def heads() -> list[str]:
    return [
        _("Name"),
        _("Legal name"),
        _("Street address"),
        _("Locality"),
        _("Postal code"),
        _("Region"),
        _("Telephone"),
        _("Website"),
        _("Employees, at least"),
        _("Employees, at most"),
        _("Year of the size"),
        _("The size is of"),
        _("Main activity"),
        _("NAICS"),
        _("Industry"),
        _("Confidence in the code"),
        _("Source"),
        _("Kind"),
        _("Edition"),
        _("Retrieved on"),
        _("Licence"),
        _("Page"),
    ]


def cells(each: Establishment, release: Release | None, absolute: Callable[[str], str]) -> list:
    definition = release and release.definition
    return [
        each.name,
        each.legal_name,
        each.address or each.get_withheld_display(),
        each.locality,
        each.postal_code,
        each.region.name if each.region else "",
        each.telephone,
        each.website,
        "" if each.size_min is None else each.size_min,
        "" if each.size_max is None else each.size_max,
        each.size_year or "",
        each.get_size_of_display(),
        each.activity,
        each.industry_id or "",
        each.industry.name if each.industry else "",
        each.get_industry_confidence_display(),
        f"{definition.publisher}, {definition.title}" if release else "",
        release.get_kind_display() if release else "",
        release.label if release else "",
        f"{timezone.localdate(release.retrieved_at):%Y-%m-%d}" if release else "",
        definition.licence if release else "",
        absolute(each.get_absolute_url()),
    ]
