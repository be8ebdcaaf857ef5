"""Employment and earnings year by year on the sheet, each as a line and as a table."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from imt.templatetags.portal import money, number
from occupations.sheet import blocks
from sectors.grouping_page import GroupingPage
from sectors.points import Point, Signs
from sectors.sheet.glance import missing_total, wider
from sectors.trend_chart import TrendChart


def employment(page: GroupingPage) -> dict:
    figures = page.figures
    head = [_("Year"), *figures.heads]
    rows = [[str(year), *(cell(point, number) for point in points)] for year, points in figures.rows]
    all_jobs, full_time = _("People employed in Québec, by year"), _("People employed full time in Québec, by year")
    title = all_jobs if figures.employed else full_time
    return blocks.section(
        figures.jobs_label,
        *map(blocks.paragraph, [*missing_total(figures), *wider(figures.jobs)]),
        drawing(page.charts["jobs"], title),
        blocks.table(title, head, rows, figures=True),
        blocks.notes(signs(figures.signs)),
        blocks.source(figures.jobs.release),
    )


def earnings(page: GroupingPage) -> dict:
    series = page.figures.earnings
    title = _("Average weekly earnings in Québec, in dollars of each year")
    rows = [[str(point.year), cell(point, dollars)] for point in reversed(series.points)]
    return blocks.section(
        _("Average weekly earnings"),
        *map(blocks.paragraph, wider(series)),
        drawing(page.charts["earnings"], title),
        blocks.table(title, [_("Year"), _("A week")], rows, figures=True),
        blocks.notes(signs(series.signs)),
        blocks.source(series.release),
    )


def dollars(value) -> str:
    return money(value, 0)


def cell(point: Point, write: Callable[[object], str]) -> str:
    if point.value is None:
        return _("NP")
    return f"{write(point.value)} {point.status}".strip()


def signs(signs: Signs) -> list[str]:
    missing = [_("NP (not published): %(reason)s") % {"reason": reason} for reason in signs.reasons]
    return missing + [f"{letter} – {meaning}" for letter, meaning in signs.qualities]


def drawing(chart: TrendChart, title: str) -> blocks.Block:
    """Return the chart of the page, whose places are texts such as "12.50%" and "3.2em", as typst writes them too."""
    gaps = [
        _("No figure in %(years)s: %(reason)s.") % {"years": ", ".join(map(str, years)), "reason": reason}
        for reason, years in chart.gaps
    ]
    shaded = _("Shaded: the years in which the recessions of 2008–2009 and 2020 weighed on the average.")
    return {
        "kind": "trend",
        "alt": f"{title}. {_('The table below has the same figures.')}",
        "caption": " ".join([f"{title}.", *([shaded] if chart.recessions else []), *gaps]),
        "height": chart.height,
        "bottom": chart.bottom,
        "axis": chart.axis_y,
        "width": chart.width,
        "recessions": chart.recessions,
        "values": [{"label": number(tick.value), "at": tick.at} for tick in chart.values],
        "years": [{"label": str(tick.value), "at": tick.at} for tick in chart.years],
        "lines": [{"x1": line.x1, "y1": line.y1, "x2": line.x2, "y2": line.y2} for line in chart.lines],
        "dots": [{"x": x, "y": y} for x, y in chart.dots],
    }
