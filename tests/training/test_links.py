"""The portal's own table of what programmes lead to: each line, and what it must cover."""

import csv
from collections import Counter
from datetime import date

import pytest
import yaml
from django.conf import settings

from training.models import Credential, ProgrammeOccupation

DATA = settings.BASE_DIR / "data"
MUST_LEAD_SOMEWHERE = {Credential.DEP, Credential.DEC_TECHNICAL}
# Of TEER 1 to 3, those for which nobody in Québec gives a programme: the Forces and the railways train their own
# people, oil and gas are no longer drilled for, and athletes and the repairers of many small things learn in the field.
WITHOUT_PROGRAMME = {"42102", "43204", "53200", "72023", "73209", "73310", "73311", "82021", "83101"}


def rows(path: str) -> list[dict]:
    with (DATA / path).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def links() -> list[dict]:
    return rows("training/links.csv")


@pytest.fixture(scope="module")
def programmes() -> dict[str, dict]:
    return {row["identifier"]: row for row in rows("training/programmes.csv")}


@pytest.fixture(scope="module")
def unit_groups() -> set[str]:
    return {row["code"] for row in rows("noc/classes.csv") if len(row["code"]) == 5}


def test_every_code_exists(links, programmes, unit_groups):
    assert {link["programme"] for link in links} <= programmes.keys()
    assert {link["noc"] for link in links} <= unit_groups


def test_no_pair_is_there_twice_and_lines_are_in_order(links):
    pairs = [(link["programme"], link["noc"]) for link in links]
    assert [pair for pair, times in Counter(pairs).items() if times > 1] == []
    assert pairs == sorted(pairs)


def test_every_line_has_a_kind_and_the_day_of_its_review(links):
    assert {link["kind"] for link in links} == set(ProgrammeOccupation.Kind.values)
    edition = yaml.safe_load((DATA / "editions.yaml").read_text(encoding="utf-8"))["programme-occupations"]
    days = {date.fromisoformat(link["reviewed_on"]) for link in links}
    assert date(2026, 11, 1) <= min(days) <= max(days) <= edition["retrieved_on"]


def test_every_vocational_and_technical_programme_leads_to_an_occupation(links, programmes):
    leading = {link["programme"] for link in links if link["kind"] == ProgrammeOccupation.Kind.LEADS_TO}
    expected = {identifier for identifier, row in programmes.items() if row["credential"] in MUST_LEAD_SOMEWHERE}
    assert len(expected) > 230
    assert expected - leading == set()


def test_only_pre_university_programmes_are_tied_to_no_occupation(links, programmes):
    untied = programmes.keys() - {link["programme"] for link in links}
    assert {programmes[identifier]["credential"] for identifier in untied} == {Credential.DEC_PRE_UNIVERSITY}


def test_every_occupation_that_takes_studies_has_a_programme_or_is_known_to_have_none(links, unit_groups):
    tied = {link["noc"] for link in links}
    takes_studies = {code for code in unit_groups if code[1] in "123"}
    assert takes_studies - tied == WITHOUT_PROGRAMME


def test_a_professional_occupation_has_a_programme_that_is_for_it(links, unit_groups):
    """TEER 1 is reached by studies: two occupations alone are reached from the programme of another one."""
    led_to = {link["noc"] for link in links if link["kind"] == ProgrammeOccupation.Kind.LEADS_TO}
    professional = {code for code in unit_groups if code[1] == "1"}
    assert professional - led_to == {"21332", "41100"}  # petroleum engineers, judges


def test_what_the_portal_compiled_bears_an_official_code_only_where_it_is_known(programmes):
    coded = {row["official_code"] for row in programmes.values() if row["credential"] == "asp"} - {""}
    assert coded == {"5323", "5324"}
    university = [row for row in programmes.values() if row["credential"] in {"certificate", "bachelor", "master"}]
    assert {(row["official_code"], row["evidence"]) for row in university} == {("", "compiled")}
