"""A list of programmes as lines of a CSV file, each figure with its source or why there is none."""

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from catalog.models import Release
from occupations.export import Source
from occupations.profile import live_releases
from occupations.results import Result
from regions.models import Region
from training import editions
from training.models import Credential
from training.results import ProgrammeResults, Row


def csv_rows(results: ProgrammeResults, regions: Iterable[Region], absolute: Callable[[str], str]) -> Iterator[list]:
    """Yield the head and a line for each programme; `absolute` makes an address whole.

    Prospects and wage are those of the first of its occupations.
    """
    by_code = {region.code: region for region in regions}
    duration, where, placement, led_to = _("Hours"), _("Institutions"), _("Graduates with a job, %"), _("Leads to")
    yield [
        _("Code"),
        _("Program"),
        _("Language of the title"),
        _("Credential"),
        duration,
        _("Months full time"),
        *Source.names(duration),
        where,
        *Source.names(where),
        _("Nearest"),
        _("Distance, km"),
        placement,
        *Source.names(placement),
        led_to,
        _("Prospects"),
        *Source.names(_("Prospects")),
        _("Median wage"),
        *Source.names(_("Median wage")),
        _("Page"),
    ]
    for row in results.rows:
        yield line(row, results, by_code, absolute)


def line(row: Row, results: ProgrammeResults, regions: dict[str, Region], absolute: Callable[[str], str]) -> list:
    programme, known = row.programme, {release.pk: release for release in live_releases().values()}
    none = _("No edition says it.")

    def source(said: dict | None, reason: str = none) -> list[str]:
        release = known.get(said["release_id"]) if said else None
        return Source(None, release, "" if release else reason).cells

    offered = Source(None, editions.offerings(), none).cells
    best = row.occupations[0] if row.occupations else None
    return [
        programme.code,
        programme.title,
        programme.title_language,
        Credential(programme.credential).label,
        blank(row.hours),
        blank(row.months),
        *source(programme.length),
        row.everywhere,
        *offered,
        row.nearest.name if row.nearest else "",
        f"{row.nearest.km:.1f}" if row.nearest else "",
        blank(row.placement),
        *source(programme.outcome if row.placement is not None else None, row.missing_placement),
        " | ".join(f"{each.group.code} {each.group.name}" for each in row.occupations),
        *figure(best, "outlook", results, regions, none),
        *figure(best, "wage", results, regions, none),
        absolute(programme.get_absolute_url()),
    ]


def figure(best: Result | None, name: str, results: ProgrammeResults, regions: dict[str, Region], none: str) -> list:
    """Return a figure of the first occupation and its source."""
    if best is None:
        return ["", *Source(None, None, _("It is tied to no occupation.")).cells]
    group = best.group
    release: Release | None = results.tied.releases.get(getattr(group, f"{name}_release"))
    said = best.level.label if name == "outlook" and best.level else blank(group.wage_median) if name == "wage" else ""
    return [said, *Source(regions.get(getattr(group, f"{name}_region")), release, none).cells]


def blank(value) -> str:
    return "" if value is None else f"{value}"
