"""What surveys say of the compared sectors in the whole of Québec, each by the narrowest industry that holds it."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from catalog.models import Release
from imt.templatetags.portal import money, number, percent
from occupations.comparison.rows import Cell, Row
from occupations.templatetags.occupations import signed_percent
from sectors.figures import Figures, Series
from sectors.models import GroupingCode, IndustryStatistic

Measure = IndustryStatistic.Measure


def surveyed(codes: Sequence[str], releases: Mapping[str, Release]) -> list[Row]:
    """Return a row for each measure that some sector has; one query, and what is remembered of the surveys."""
    of_naics: dict[str, list[str]] = {code: [] for code in codes}
    members = GroupingCode.objects.current().filter(member_of__in=codes)
    for grouping, industry in members.values_list("member_of", "industry"):
        of_naics[grouping].append(industry)
    found = [Figures(of_naics[code], releases) for code in codes]
    rows = [
        Row(_("Employment"), [jobs(each, Measure.EMPLOYED) for each in found]),
        Row(_("Change in five years"), [cell(each.employed, change(each.employed), why(each)) for each in found]),
        Row(_("Full-time employment"), [jobs(each, Measure.FULL_TIME) for each in found]),
        Row(_("Part-time employment"), [jobs(each, Measure.PART_TIME) for each in found]),
        Row(_("Part-time jobs"), [cell(each.employed, percent(each.part_time_share, 0), why(each)) for each in found]),
        Row(
            _("Average weekly earnings"),
            [
                cell(each.earnings, latest(each.earnings, dollars), each.missing(Measure.WEEKLY_EARNINGS))
                for each in found
            ],
        ),
    ]
    return [row for row in rows if row.published]


def dollars(value) -> str:
    return money(value, 0)


def why(figures: Figures) -> str:
    """Return why the sum of full and part time is not known."""
    return figures.missing(Measure.EMPLOYED) or figures.missing(Measure.PART_TIME)


def jobs(figures: Figures, measure: Measure) -> Cell:
    series = figures.series(measure)
    return cell(series, latest(series, number), figures.missing(measure))


def latest(series: Series | None, write) -> str:
    return f"{write(series.latest.value)} ({series.latest.year})" if series else ""


def change(series: Series | None) -> str:
    return "" if series is None or series.growth is None else signed_percent(series.growth)


def cell(series: Series | None, text: str, missing: str) -> Cell:
    """Return a cell with the wider industry that the figure is of, where it is one, or why there is no figure."""
    if not text:
        return Cell(missing=missing or _("No survey speaks of this sector."))
    wider = _("value for a wider industry: %(names)s") % {"names": " + ".join(series.names)} if series.names else ""
    return Cell(text, (wider,) if wider else (), release=series.release)
