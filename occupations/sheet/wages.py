"""Wages on the sheet: the answer for the region, the chart, and the table with the same figures."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from imt.templatetags.portal import money, number
from occupations.models import Wage
from occupations.profile.wage_chart import WageChart
from occupations.profile.wage_place import WagePlace
from occupations.profile.wages import WageRow, WageTable
from occupations.sheet import blocks
from occupations.sheet.glance import pay
from occupations.templatetags.occupations import signed_percent


def wages(wages: WageTable, chart: WageChart, place: WagePlace | None) -> dict:
    parts = list(answer(wages))
    if place and place.others:
        parts.append(blocks.paragraph(standing(place, wages.chosen.figure)))
    if wages.published:
        if chart:
            parts.append(drawing(chart, wages))
        parts += [blocks.subtitle(heading(wages)), table(wages), blocks.notes(list(notes(wages)))]
    if wages.release:
        parts.append(blocks.source(wages.release))
    return blocks.section(_("Wages"), *parts)


def answer(wages: WageTable):
    row = wages.chosen.figure
    if row is None:
        nothing = _(
            "No wage is published for this occupation (%(region)s). %(reason)s The portal does not make one up."
        )
        yield blocks.notice(nothing % {"region": wages.region.name, "reason": wages.missing.reason})
        return
    if wages.chosen.is_fallback:
        said = _("No wage is published for %(region)s. %(reason)s This is the value for the whole of Québec.")
        yield blocks.notice(said % {"region": wages.region.name, "reason": wages.missing.reason})
    period = wages.release.reference_period
    yield blocks.answer(f"{row.region.name}, {period}", pay(row.wage.median, row.wage.unit))
    yield blocks.paragraph(" ".join(sentences(row)))


def standing(place: WagePlace, row: WageRow) -> str:
    said = _(
        "%(region)s: this occupation earns more than %(lower)s of the %(others)s other occupations with a published "
        "wage, comparing medians."
    )
    return said % {"region": row.region.name, "lower": number(place.lower), "others": number(place.others)}


def sentences(row: WageRow):
    wage = row.wage
    said = _("Half of the people in this occupation earn %(median)s or less, half earn more.")
    yield said % {"median": money(wage.median)}
    if wage.low is not None and wage.high is not None:
        yield _("Most earn between %(low)s and %(high)s.") % {"low": money(wage.low), "high": money(wage.high)}
    if wage.quartile_1 is not None and wage.quartile_3 is not None:
        said = _("Half earn between %(first)s and %(third)s (first and third quartiles).")
        yield said % {"first": money(wage.quartile_1), "third": money(wage.quartile_3)}
    if wage.average is not None:
        yield _("Average: %(average)s.") % {"average": money(wage.average)}
    if row.survey:
        yield _("Made by the publisher from: %(survey)s.") % {"survey": row.survey}
    if row.comment:
        yield _("The publisher's remark: %(comment)s") % {"comment": row.comment}


def heading(wages: WageTable) -> str:
    is_hourly = wages.unit == Wage.Unit.HOUR
    return _("Hourly wage in each region") if is_hourly else _("Annual wage in each region")


def drawing(chart: WageChart, wages: WageTable) -> blocks.Block:
    """Return the chart of the page, whose places along a bar are texts such as "12.50%", as typst writes them too."""
    is_hourly = wages.unit == Wage.Unit.HOUR
    title = (
        _("Hourly wage by region: low, median and high")
        if is_hourly
        else _("Annual wage by region: low, median and high")
    )
    alt = [title + "."]
    if chart.extremes:
        lowest, highest = chart.extremes
        said = _(
            "Among the regions with figures of their own, the median goes from "
            "%(low)s (%(low_region)s) to %(high)s (%(high_region)s)."
        )
        alt.append(
            said
            % {
                "low": money(lowest.wage.median),
                "low_region": lowest.region.name,
                "high": money(highest.wage.median),
                "high_region": highest.region.name,
            }
        )
    bars = [
        {
            "name": bar.row.region.name,
            "amount": money(bar.row.wage.median),
            "x": bar.x,
            "width": bar.width,
            "median": bar.median_x,
            "chosen": bar.row.region == wages.region,
        }
        for bar in chart.bars
    ]
    return {
        "kind": "chart",
        "title": title,
        "alt": " ".join([*alt, _("The table below has the same figures.")]),
        "caption": _("Bar: from low to high. Dot and number: median."),
        "bars": bars,
        "ticks": [{"label": money(tick.value, 0), "x": tick.x, "anchor": tick.anchor} for tick in chart.ticks],
    }


def table(wages: WageTable) -> blocks.Block:
    head = [
        _("Region"),
        pgettext("wage", "Low"),
        pgettext("wage", "Median"),
        pgettext("wage", "High"),
        _("Against Québec"),
    ]
    chosen = [row.region for row in wages.rows].index(wages.region)
    return blocks.table(heading(wages), head, [line(row, wages) for row in wages.rows], figures=True, chosen=chosen)


def line(row: WageRow, wages: WageTable) -> list[str]:
    if not row.is_published:
        return [row.region.name, *[_("NP")] * 3, "–"]
    is_other_unit = row.wage.unit != wages.unit
    name = f"{row.region.name} ({row.wage.get_unit_display()})" if is_other_unit else row.region.name
    amounts = [_("NP") if each is None else money(each) for each in (row.wage.low, row.wage.median, row.wage.high)]
    return [name, *amounts, against_quebec(row)]


def against_quebec(row: WageRow) -> str:
    if row.same_as_quebec:
        return _("same figures")
    return "–" if row.difference_percent is None else signed_percent(row.difference_percent)


def notes(wages: WageTable):
    if wages.has_fallbacks:
        yield _(
            "“Same figures”: low, median and high are those of the whole of Québec. Where it lacks a regional figure, "
            "the publisher uses that of a wider area without saying so; do not read a likeness into it."
        )
    for reason in wages.reasons:
        yield _("NP (not published): %(reason)s") % {"reason": reason}
