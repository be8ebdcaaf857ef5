"""What the page of results counts is what the list then shows: answers, steps to widen, the region only, the CSV."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.utils import translation
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from regions.choice import RegionChoice
from training.export import csv_rows
from training.filters import SORTS, ProgrammeFilter
from training.models import Programme
from training.panel import ProgrammePanel
from training.results import ProgrammeResults
from training.widen import steps

ANSWERS = {
    "level": ["secondary", "college", "university"],
    "credential": ["dep", "dec-technical", "dec-pre-university", "bachelor"],
    "sector": ["07", "19"],
    "duration": ["12", "36", "over-36"],
    "language": ["fr", "en"],
    "offered_in": ["03", "06", "11"],
    "occupation": ["31301", "31110", "99999"],
    "postal": ["H2X", "G1R", "H0H"],
    "within": ["10", "50"],
    "sort": [*SORTS, *(f"-{name}" for name in SORTS)],
    "region": ["06"],
}
SEVERAL = {"level", "credential", "sector", "duration", "language", "offered_in"}
ADDRESSES = (
    st.sets(st.sampled_from(sorted(ANSWERS)), max_size=5)
    .flatmap(
        lambda names: st.fixed_dictionaries(
            {
                name: st.lists(
                    st.sampled_from(ANSWERS[name]), min_size=1, max_size=2 if name in SEVERAL else 1, unique=True
                )
                for name in sorted(names)
            }
        )
    )
    .map(lambda chosen: "&".join(f"{name}={value}" for name, values in chosen.items() for value in values))
)
RANDOMLY = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@pytest.fixture(autouse=True)
def _world(world):
    pass


def filters_of(address: str) -> ProgrammeFilter:
    request = RequestFactory().get("/en/training/?" + address.removeprefix("?"))
    return ProgrammeFilter(request.GET, Programme.objects.all(), request=request)


def listed(address: str) -> list[str]:
    return [programme.pk for programme in filters_of(address).found]


def results_of(filters: ProgrammeFilter) -> ProgrammeResults:
    choice = RegionChoice.of(filters.request)
    return ProgrammeResults(filters, choice.region or choice.quebec)


def panel_of(address: str) -> ProgrammePanel:
    filters = filters_of(address)
    return ProgrammePanel(filters, QueryDict(address), results_of(filters).tied)


@RANDOMLY
@given(address=ADDRESSES)
@example("language=en&offered_in=06&level=college")
@example("postal=G1R&within=10&language=en")
def test_each_count_is_what_the_list_then_shows(address):
    for question in panel_of(address).questions:
        for answer in question.answers:
            query = QueryDict(address, mutable=True)
            query[question.parameter] = answer.value
            assert answer.count == len(listed(query.urlencode())), (question.name, answer.value)


@RANDOMLY
@given(address=ADDRESSES)
@example("postal=H2X&within=50")  # at any distance: also those that nobody says who gives
def test_each_step_gives_what_it_promises_and_more(address):
    found = len(listed(address))
    for step in steps(panel_of(address)):
        assert len(listed(step.address)) == step.count > found, step


@RANDOMLY
@given(address=ADDRESSES)
def test_only_the_region_is_what_it_promises(address):
    if only := panel_of(address).only_in("03"):
        count, of_the_region = only
        assert len(listed(of_the_region)) == count


@RANDOMLY
@given(address=ADDRESSES)
def test_the_list_and_its_csv_have_each_program_once(address):
    with translation.override("en"):
        filters = filters_of(address)
        results = results_of(filters)
        rows = [row.programme for row in results.rows]
        head, *lines = csv_rows(results, RegionChoice.of(filters.request).everywhere, lambda path: path)
        assert sorted(each.pk for each in rows) == sorted(listed(address))
        assert [line[-1] for line in lines] == [each.get_absolute_url() for each in rows]
        assert {len(line) for line in lines} <= {len(head)}
