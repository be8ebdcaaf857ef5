"""A list of occupations as CSV, for a spreadsheet: each figure with its source, or why it is not published."""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.models import NocGroup
from occupations.results import Result, Results
from regions.models import Region

BOM = "\ufeff"  # without which Excel reads UTF-8 as Windows-1252


@dataclass(frozen=True)
class Source:
    """Where one figure of a line comes from: five columns, of which only the last is filled when there is none."""

    region: Region | None
    release: Release | None
    missing: str

    @staticmethod
    def names(figure: str) -> list[str]:
        columns = (_("region"), _("source"), _("kind"), _("edition"), _("retrieved on"), _("reason if not published"))
        return [f"{figure} – {column}" for column in columns]

    @property
    def cells(self) -> list[str]:
        if self.release is None:
            return ["", "", "", "", "", self.missing]
        release = self.release
        retrieved = timezone.localdate(release.retrieved_at)
        title = f"{release.definition.publisher}, {release.definition.title}"
        place = self.region.name if self.region else ""
        return [place, title, release.get_kind_display(), release.label, f"{retrieved:%Y-%m-%d}", ""]


def csv_file(name: str, lines: Iterable[list]) -> HttpResponse:
    """Answer lines as a file to download, under a name without its ending."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"', "Content-Language": get_language()}
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8", headers=headers)
    csv.writer(response).writerows(lines)
    return response


class Echo:
    """A file that gives each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(results: Results, regions: Iterable[Region], absolute: Callable[[str], str]) -> Iterator[str]:
    """Yield the lines of the file; `absolute` makes an address whole. All that is needed is read before the first."""
    writer = csv.writer(Echo())
    return (writer.writerow(line) for line in marked(csv_table(results, regions, absolute)))


def csv_table(results: Results, regions: Iterable[Region], absolute: Callable[[str], str]) -> list[list]:
    by_code = {region.code: region for region in regions}
    rows = [
        cells(row, results, by_code, absolute) if row.is_occupation else class_cells(row.group, absolute)
        for row in results.rows
    ]
    return [heads(), *rows]


def marked(lines: list[list]) -> Iterator[list]:
    """Put the byte order mark before the first line."""
    first, *others = lines
    yield [BOM + first[0], *first[1:]]
    yield from others


def heads() -> list[str]:
    prospects, demand, wage = _("Prospects"), _("In demand now"), _("Median wage")
    return [
        _("Code"),
        _("Occupation"),
        _("TEER"),
        prospects,
        *Source.names(prospects),
        demand,
        *Source.names(demand),
        wage,
        _("Unit of the wage"),
        *Source.names(wage),
        _("Page"),
    ]


def cells(row: Result, results: Results, regions: dict[str, Region], absolute: Callable[[str], str]) -> list:
    group, releases = row.group, results.releases
    outlook = Source(regions.get(group.outlook_region), releases.get(group.outlook_release), row.missing_level)
    demand = Source(regions.get(group.demand_region), releases.get(group.demand_release), row.missing_demand)
    wage = Source(regions.get(group.wage_region), releases.get(group.wage_release), row.missing_wage)
    return [
        group.code,
        group.name,
        group.teer,
        row.level.label if row.level else "",
        *outlook.cells,
        row.demand,
        *demand.cells,
        "" if group.wage_median is None else f"{group.wage_median:f}",
        row.wage_unit,
        *wage.cells,
        absolute(group.get_absolute_url()),
    ]


def class_cells(group: NocGroup, absolute: Callable[[str], str]) -> list:
    """Return the line of a class above the unit groups, which only its code finds."""
    none = Source(None, None, _("A class of several occupations has no figure of its own.")).cells
    return [group.code, group.name, "", "", *none, "", *none, "", "", *none, absolute(group.get_absolute_url())]
