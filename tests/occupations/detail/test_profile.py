"""The plain objects behind the page: choices, differences, estimates and the geometry of the chart."""

from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from catalog.models import Release
from occupations.models import NocGroup, OutlookLevel, Projection, Wage
from occupations.profile.projection import NationalProjection
from occupations.profile.prospects import Prospects
from occupations.profile.regional import for_region
from occupations.profile.wage_chart import WageChart, steps
from occupations.profile.wages import WageRow, WageTable, year_of
from occupations.teer import TEER
from occupations.templatetags.occupations import breakable, outlook, signed_percent
from regions.models import Region

QUEBEC, MONTREAL, ESTRIE = Region(code="00", name="Québec"), Region(code="06", name="M"), Region(code="05", name="E")
REGIONS = [QUEBEC, ESTRIE, MONTREAL]


def wage(region: Region, low, median, high, unit="hour") -> Wage:
    low, median, high = (None if each is None else Decimal(str(each)) for each in (low, median, high))
    return Wage(region=region, unit=unit, low=low, median=median, high=high)


def table(*wages, region=QUEBEC) -> WageTable:
    return WageTable(wages, Release(), REGIONS, region)


def test_a_region_s_own_figure_comes_first():
    assert (for_region({"00": 1, "06": 2}, "06").figure, for_region({"00": 1, "06": 2}, "06").is_fallback) == (2, False)
    assert (for_region({"00": 1}, "06").figure, for_region({"00": 1}, "06").is_fallback) == (1, True)
    assert (for_region({"03": 1}, "06").figure, for_region({"03": 1}, "06").is_fallback) == (None, False)
    assert for_region({"00": 0}, "00").is_fallback is False


@pytest.mark.parametrize(
    ("hourly", "yearly"), [("38.00", "74100"), ("40", "78000"), ("15.75", "30700"), ("0", "0"), (None, None)]
)
def test_a_year_is_1950_hours_to_the_nearest_hundred(hourly, yearly):
    assert year_of(hourly and Decimal(hourly)) == (yearly and Decimal(yearly))


def test_difference_with_quebec():
    row = table(wage(QUEBEC, 20, 40, 50), wage(MONTREAL, 20, 38, 50)).rows[2]
    assert (row.difference, row.difference_percent) == (Decimal(-2), Decimal(-5))
    assert (row.gap, row.gap_percent) == (Decimal(2), Decimal(5))


@pytest.mark.parametrize(
    "pair",
    [
        (wage(QUEBEC, 20, 40, 50), wage(MONTREAL, 40000, 80000, 100000, "year")),
        (wage(QUEBEC, None, None, None), wage(MONTREAL, 20, 38, 50)),
        (wage(QUEBEC, 20, 40, 50), wage(MONTREAL, None, None, None)),
        (wage(QUEBEC, 20, 40, 50), wage(MONTREAL, 20, 40, 50)),
    ],
)
def test_what_cannot_be_compared_has_no_difference(pair):
    row = table(*pair).rows[2]
    assert (row.difference, row.difference_percent, row.gap, row.gap_percent) == (None, None, None, None)


def test_the_same_median_alone_is_not_a_fallback():
    row = table(wage(QUEBEC, 20, 40, 50), wage(MONTREAL, 21, 40, 50)).rows[2]
    assert (row.same_as_quebec, row.difference) == (False, Decimal(0))


def test_a_withheld_figure_without_a_comment_still_has_a_reason():
    assert str(WageRow(MONTREAL, wage(MONTREAL, None, None, None), None).reason)
    assert WageRow(MONTREAL, None, None).reason != WageRow(MONTREAL, wage(MONTREAL, None, None, None), None).reason


def test_a_table_of_two_units_is_hourly_and_draws_the_hourly_rows():
    both = table(wage(QUEBEC, 20, 40, 50), wage(MONTREAL, 40000, 80000, 100000, "year"))
    assert both.unit == Wage.Unit.HOUR
    assert [row.region for row in both.in_unit] == [QUEBEC]
    assert both.rows[2].year.is_estimate is False
    assert both.rows[0].year.is_estimate is True


def test_extremes_leave_out_borrowed_figures():
    rows = wage(QUEBEC, 20, 40, 50), wage(ESTRIE, 20, 40, 50), wage(MONTREAL, 20, 38, 50)
    assert table(*rows).extremes is None
    lowest, highest = table(rows[0], wage(ESTRIE, 20, 41, 50), rows[2]).extremes
    assert (lowest.region, highest.region) == (MONTREAL, ESTRIE)


@given(st.floats(0, 500_000), st.floats(0, 500_000))
def test_steps_are_few_round_and_enclose(one, other):
    low, high = sorted((one, other))
    numbers = steps(low, high)
    assert 2 <= len(numbers) <= 7
    assert numbers[0] <= low
    assert numbers[-1] >= high
    assert numbers == sorted(set(numbers))


@given(st.lists(st.tuples(*[st.decimals(1, 300, places=2)] * 3).map(sorted), min_size=1, max_size=3))
def test_the_chart_stays_within_its_frame(figures):
    chart = WageChart(table(*(wage(region, *three) for region, three in zip(REGIONS, figures, strict=False))))
    for bar in chart.bars:
        left, width, median = (float(each.removesuffix("%")) for each in (bar.x, bar.width, bar.median_x))
        assert 0 <= left <= median + 0.01
        assert median <= left + width + 0.02
        assert left + width <= 100.01
    assert chart.ticks[0].x == "0.00%"
    assert chart.ticks[-1].x == "100.00%"


def test_a_row_without_its_ends_is_not_drawn():
    chart = WageChart(table(wage(QUEBEC, None, 40, None), wage(MONTREAL, 20, 38, 50)))
    assert [bar.row.region for bar in chart.bars] == [MONTREAL]
    assert chart.quebec_x == ""
    assert not WageChart(table(wage(QUEBEC, None, 40, None)))


def test_two_scales_are_listed_apart():
    levels = [OutlookLevel(code=f"{scale}:{rank}", scale=scale, rank=rank) for scale in "ab" for rank in (1, 2, None)]
    prospects = Prospects([], levels, {}, REGIONS, QUEBEC)
    assert [[(level.scale, steps) for level, steps in scale] for scale in prospects.scales] == [
        [("a", 2)] * 3,
        [("b", 2)] * 3,
    ]


@pytest.mark.parametrize(
    ("period", "years", "base"),
    [("2024-2033", (2024, 2033), 2023), ("2024 à 2033", (2024, 2033), 2023), ("2024", None, None)],
)
def test_the_base_year_is_the_one_before_the_projection(period, years, base):
    projection = NationalProjection(Projection(), Release(reference_period=period))
    assert (projection.years, projection.base_year) == (years, base)


def test_each_teer_of_the_classification_is_explained():
    assert sorted(TEER) == [0, 1, 2, 3, 4, 5]
    assert all(teer.number == number for number, teer in TEER.items())


@pytest.mark.parametrize(("rank", "full"), [(1, 5), (3, 3), (5, 1), (None, 0)])
def test_the_picture_of_a_level_has_as_many_full_steps_as_it_is_favourable(rank, full):
    bars = outlook(OutlookLevel(rank=rank), 5)["bars"]
    assert [bar["is_full"] for bar in bars] == [True] * full + [False] * (5 - full)


def test_a_name_may_wrap_after_a_slash_and_is_escaped():
    assert breakable("a/b <i>") == "a/<wbr>b &lt;i&gt;"


@pytest.mark.parametrize(("value", "shown"), [("2.55", "+2.6%"), ("-2", "−2.0%"), ("0", "0.0%"), ("0.04", "0.0%")])
def test_a_difference_carries_its_sign(value, shown):
    with translation.override("en"):
        assert signed_percent(Decimal(value)) == shown


def test_every_unit_group_has_a_teer(world):
    unit_groups = NocGroup.objects.unit_groups()
    assert {group.teer for group in unit_groups} == {0, 1, 2}
