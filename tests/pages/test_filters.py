from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from imt.templatetags.portal import day, kind_label, money, number, percent

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (61200, f"61{NBSP}200{NBSP}$", "$61,200"),
        (Decimal("61200.49"), f"61{NBSP}200{NBSP}$", "$61,200"),
        (Decimal("26.5"), f"26,50{NBSP}$", "$26.50"),
        (Decimal("26.505"), f"26,51{NBSP}$", "$26.51"),
        (0, f"0,00{NBSP}$", "$0.00"),
        (-1500, f"−1{NBSP}500{NBSP}$", "−$1,500"),
        (None, "", ""),
    ],
)
def test_money_has_cents_below_a_thousand_dollars(value, french, english):
    with translation.override("fr"):
        assert money(value) == french
    with translation.override("en"):
        assert money(value) == english


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (5.2, f"5,2{NBSP}%", "5.2%"),
        (Decimal("28.55"), f"28,6{NBSP}%", "28.6%"),
        (-0.04, f"0,0{NBSP}%", "0.0%"),
        (None, "", ""),
    ],
)
def test_percent_rounds_half_up(value, french, english):
    with translation.override("fr"):
        assert percent(value) == french
    with translation.override("en"):
        assert percent(value) == english


def test_number_groups_by_thousands():
    with translation.override("fr"):
        assert number(9056044) == f"9{NBSP}056{NBSP}044"
        assert number(-1300) == f"−1{NBSP}300"
        assert number(Decimal("3.14"), 1) == "3,1"
        assert number(None) == ""
    with translation.override("en"):
        assert number(9056044) == "9,056,044"


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (date(2025, 6, 1), "1er juin 2025", "June 1, 2025"),
        (date(2025, 6, 11), "11 juin 2025", "June 11, 2025"),
        (date(2025, 8, 21), "21 août 2025", "August 21, 2025"),
        # 2 a.m. in Greenwich is the evening before in Québec
        (datetime(2025, 6, 2, 2, tzinfo=UTC), "1er juin 2025", "June 1, 2025"),
        (None, "", ""),
    ],
)
def test_day_is_written_as_people_write_it(value, french, english):
    with translation.override("fr"):
        assert day(value) == french
    with translation.override("en"):
        assert day(value) == english


def test_a_badge_says_its_kind_in_words():
    with translation.override("fr"):
        assert kind_label("demonstration") == "Démonstration"
    with translation.override("en"):
        assert kind_label("third-party") == "Republished by a third party"
