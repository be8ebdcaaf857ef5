"""The rules of the employer's view: what an offer is, where it stands, and what the published signs say together."""

from decimal import Decimal

import pytest
from django.utils import translation

from catalog.models import Release
from occupations.employer.checks import checks
from occupations.employer.difficulty import Answer, Difficulty, Says, Sign, signs
from occupations.employer.offer import Offer, OfferForm
from occupations.employer.standing import Standing
from occupations.models import InDemand, Outlook, OutlookLevel, Projection, Regulation, Wage
from occupations.profile.demand import DemandNow
from occupations.profile.projection import NationalProjection
from occupations.profile.prospects import Prospects
from occupations.profile.wages import WageRow
from regions.models import Region

MONTREAL = Region(code="06", name_fr="Montréal", name_en="Montréal")
THREE = {"low": 20, "median": 30, "high": 50}
FIVE = THREE | {"quartile_1": 25, "quartile_3": 40}


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def standing(amount, unit="hour", published="hour", **figures) -> Standing:
    amounts = {name: Decimal(value) for name, value in figures.items()}
    return Standing(Offer(Decimal(amount), unit), WageRow(MONTREAL, Wage(unit=published, **amounts), None))


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("25.50", "25.50"),
        ("25,50", "25.50"),
        ("25,5 $", "25.5"),
        ("$25", "25"),
        ("61 200", "61200"),
        ("61\u00a0200,50\u00a0$", "61200.50"),
        ("61\u202f200", "61200"),
        ("61,200", "61200"),
        ("25,505", "25505"),
        ("$1,061,200.05", "1061200.05"),
        ("61200", "61200"),
    ],
)
def test_an_amount_is_read_as_either_language_writes_it(written, amount):
    per = "hour" if Decimal(amount) < 1000 else "year"
    assert OfferForm({"wage": written, "per": per}).offer == Offer(Decimal(amount), per)


@pytest.mark.parametrize(
    ("wage", "per", "field", "message"),
    [
        ("", "hour", "wage", "Enter the wage that you offer"),
        ("abc", "hour", "wage", "Write the wage as a number"),
        ("-25", "hour", "wage", "Write the wage as a number"),
        ("2,5,0", "hour", "wage", "Write the wage as a number"),
        ("NaN", "hour", "wage", "Write the wage as a number"),
        ("0", "hour", "wage", "one dollar or more"),
        ("52,000", "hour", "wage", "much for an hour"),
        ("25.50", "year", "wage", "little for a year"),
        ("99999999999", "year", "wage", "check the number"),
        ("25.50", "week", "per", "Choose “an hour” or “a year”."),
    ],
)
def test_what_cannot_be_an_offer_is_refused_with_a_message(wage, per, field, message):
    form = OfferForm({"wage": wage, "per": per})
    assert form.offer is None
    assert message in form.errors[field][0]


@pytest.mark.parametrize(
    ("amount", "said", "meant"),
    [
        ("19.99", "is less than the low wage ($20.00).", "About nine people in ten, or more, earn more"),
        ("20", "is exactly the low wage.", "At least half of the people earn more"),
        (
            "29",
            "is between the low wage ($20.00) and the median wage ($30.00).",
            "At least half of the people earn more",
        ),
        ("30", "is exactly the median wage.", "At least half of the people earn that much or less."),
        (
            "49",
            "is between the median wage ($30.00) and the high wage ($50.00).",
            "At least half of the people earn that",
        ),
        ("50", "is exactly the high wage.", "About nine people in ten, or more, earn that much or less."),
        ("51", "is more than the high wage ($50.00).", "About nine people in ten, or more, earn that much or less."),
    ],
)
def test_an_offer_stands_between_three_marks(amount, said, meant):
    found = standing(amount, **THREE)
    assert found.sentence == f"Montréal: ${Decimal(amount):.2f} an hour {said}"
    assert found.meaning.startswith(meant)


@pytest.mark.parametrize(
    ("amount", "said", "meant"),
    [
        (
            "24",
            "is between the low wage ($20.00) and the first quartile ($25.00).",
            "At least three people in four earn more",
        ),
        ("25", "is exactly the first quartile.", "At least half of the people earn more"),
        (
            "39",
            "is between the median wage ($30.00) and the third quartile ($40.00).",
            "At least half of the people earn that",
        ),
        (
            "41",
            "is between the third quartile ($40.00) and the high wage ($50.00).",
            "At least three people in four earn that",
        ),
    ],
)
def test_quartiles_tell_more_where_the_edition_has_them(amount, said, meant):
    found = standing(amount, **FIVE)
    assert said in found.sentence
    assert found.meaning.startswith(meant)


def test_a_row_with_a_median_only():
    assert standing("29", median=30).sentence.endswith("is less than the median wage ($30.00).")
    assert standing("31", median=30).sentence.endswith("is more than the median wage ($30.00).")


def test_the_distance_from_the_median():
    assert standing("27", **THREE).against_median == "That is $3.00 (10.0%) less than the median."
    assert standing("33", **THREE).against_median == "That is $3.00 (10.0%) more than the median."
    assert standing("30", **THREE).against_median == ""


def test_an_annual_offer_is_put_by_the_hour_and_the_other_way_round():
    by_hour = standing("58500", "year", **THREE)  # 37.5 hours × 52 weeks
    assert by_hour.amount == 30
    assert by_hour.is_converted
    by_year = standing("40", "hour", "year", low=41000, median=61200, high=90500)
    assert by_year.sentence == (
        "Montréal: $78,000 a year is between the median wage ($61,200) and the high wage ($90,500)."
    )
    assert not standing("25", **THREE).is_converted


def said_of_prospects(rank: int | None, steps: int) -> str:
    level = OutlookLevel(code="scale:level", rank=rank, label_en="Level")
    outlook = Outlook(region_id="06", release_id=1, level=level)
    outlook.steps = steps
    release = Release(pk=1, kind="official", reference_period="2025")
    prospects = Prospects([outlook], [], {1: release}, [MONTREAL], MONTREAL)
    return signs(prospects, DemandNow([], {}, [], MONTREAL), None)[0].says


@pytest.mark.parametrize(
    ("steps", "said"),
    [(5, "scarce scarce neither many many"), (4, "scarce scarce many many"), (3, "scarce neither many")],
)
def test_prospects_speak_by_the_half_of_their_own_scale(steps, said):
    assert [said_of_prospects(rank, steps) for rank in range(1, steps + 1)] == said.split()
    assert said_of_prospects(None, steps) == Says.NEITHER


@pytest.mark.parametrize(("is_wanted", "said"), [(True, Says.SCARCE), (False, Says.NEITHER)])
def test_not_in_demand_says_neither(is_wanted, said):
    demand = InDemand(region_id="06", release_id=1, in_demand=is_wanted)
    now = DemandNow([demand], {1: Release(pk=1, kind="official")}, [MONTREAL], MONTREAL)
    assert signs(Prospects([], [], {}, [MONTREAL], MONTREAL), now, None)[1].says == said


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("strong-shortage-signs", Says.SCARCE),
        ("moderate-shortage-risk", Says.SCARCE),
        ("balance", Says.NEITHER),
        ("moderate-surplus-signs", Says.MANY),
        ("strong-surplus-risk", Says.MANY),
        ("", ""),
    ],
)
def test_the_conditions_of_cops(condition, said):
    figures = Projection(recent_conditions="balance", future_conditions=condition)
    national = NationalProjection(figures, Release(pk=1, kind="official", reference_period="2024-2033"))
    found = signs(Prospects([], [], {}, [], MONTREAL), DemandNow([], {}, [], MONTREAL), national)
    assert (found[2].says, found[3].says) == (Says.NEITHER, said)
    assert bool(found[3].reason) == (condition == "")


@pytest.mark.parametrize(
    ("said", "answer", "agreeing"),
    [
        ([], Answer.UNKNOWN, 0),
        (["neither", "neither"], Answer.NEITHER, 0),
        (["scarce", "neither", "scarce"], Answer.HARD, 2),
        (["neither", "many"], Answer.EASY, 1),
        (["scarce", "scarce", "many"], Answer.MIXED, 0),
    ],
)
def test_the_answer_is_what_the_signs_have_in_common(said, answer, agreeing):
    unpublished = Sign("Missing", reason="Nothing.")
    found = Difficulty([unpublished, *(Sign("Sign", "value", says) for says in said)])
    assert found.answer == answer
    assert found.agreeing == agreeing


def test_what_to_check_is_said_once_for_each_kind():
    kinds = Regulation.Kind
    found = checks(
        [Regulation(kind=kinds.LICENCE), Regulation(kind=kinds.RESERVED_TITLE), Regulation(kind=kinds.LICENCE)]
    )
    assert len(found) == 2
    assert "bear the title" in found[0]
    assert "licence or permit" in found[1]
    assert len(checks([Regulation(kind=kind) for kind in kinds])) == len(kinds)
