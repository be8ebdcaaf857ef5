"""Programmes, institutions and who gives what in the API: figures with their release, or why there is none."""

from datetime import date

import pytest

from occupations.models import NocGroup
from regions.models import PostalArea
from tests.files import load, write_csv
from tests.openapi import assert_as_documented
from training.models import Credential, Institution, Programme, ProgrammeOccupation


@pytest.fixture
def world(tmp_path, plumbing, centre):
    """Two programmes, two institutions; plumbing is given in Sherbrooke and leads to plumbers."""
    plumbing.prerequisites = "language-4 mathematics-4"
    plumbing.save()
    Programme.objects.create(
        identifier="bac-droit", title_fr="Droit", title_en="", credential=Credential.BACHELOR, evidence="compiled"
    )
    Institution.objects.create(code="934000", name="Vanier College", kind="college", region_id="06", network="public")
    PostalArea.objects.create(fsa="J1K", region_id="05", latitude=45.5, longitude=-71.9)
    Institution.objects.create(code="931004", name="Centre de transfert", kind="college", teaches=False)
    ProgrammeOccupation.objects.create(
        programme=plumbing, unit_group=NocGroup.objects.get(), kind="leads-to", reviewed_on=date(2026, 11, 22)
    )
    files = {
        "programme-offerings": ("programme,institution,language,period", ("5333", "752470", "fr", "2026-2027")),
        "programme-durations-demonstration": ("programme,hours,months,period", ("5333", "1680", "16", "2026")),
        "graduate-outcomes-demonstration": (
            "programme,year,placement_rate,related_rate,weekly_earnings,studying_rate,status",
            ("5333", "2024", "91.4", "", "", "4.5", "few-graduates"),
        ),
    }
    for slug, (header, row) in files.items():
        load(slug, write_csv(tmp_path / f"{slug}.csv", header, [row]))


@pytest.fixture
def get(client, world):
    def get(path: str) -> dict:
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == 200
        return answer.json()

    return get


def identifiers(answer: dict) -> list[str]:
    return [programme["identifier"] for programme in answer["results"]]


def test_programmes(get):
    answer = get("programs/")
    assert identifiers(answer) == ["bac-droit", "5333"]
    assert_as_documented(answer["results"][1], "ProgrammeInList")
    assert answer["results"][0]["title"] == {"fr": "Droit", "en": ""}
    assert answer["results"][1]["leads_to"] == ["72300"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=plomberie", ["5333"]),
        ("q=5833", ["5333"]),
        ("occupation=72300", ["5333"]),
        ("level=university", ["bac-droit"]),
        ("credential=dep&offered_in=05", ["5333"]),
        ("offered_in=06", []),
        ("postal=J1H&within=10", ["5333"]),
        ("postal=H2L&within=50", []),
        ("sort=-title", ["5333", "bac-droit"]),
    ],
)
def test_programmes_are_found(get, asked, found):
    assert identifiers(get(f"programs/?{asked}")) == found


def test_one_programme(get):
    answer = get("programs/5333/")
    assert_as_documented(answer, "ProgrammeDetail")
    assert answer["page"]["en"] == "http://testserver/en/training/programs/5333/plumbing-and-heating/"
    assert [course["code"] for course in answer["prerequisites"]] == ["language-4", "mathematics-4"]
    (tie,) = answer["occupations"]
    assert (tie["code"], tie["kind"]) == ("72300", "leads-to")
    (duration,) = answer["durations"]
    assert (duration["hours"], duration["release"]["kind"]) == (1680, "demonstration")
    (outcome,) = answer["outcomes"]
    assert (outcome["placement_rate"], outcome["weekly_earnings"]) == (91.4, None)
    assert outcome["not_published"]["en"].startswith("Too few graduates")
    (offering,) = answer["offerings"]
    assert (offering["institution"], offering["release"]["kind"]) == ("752470", "third-party")


def test_institutions(get):
    answer = get("institutions/")
    assert [each["code"] for each in answer["results"]] == ["752470", "934000"]
    assert_as_documented(answer["results"][0], "Institution")
    assert answer["results"][0]["distance"] is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("kind=college", ["934000"]),
        ("region=05", ["752470"]),
        ("program=5333", ["752470"]),
        ("postal=J1H4A1&within=10", ["752470"]),
        ("postal=J1H", ["752470", "934000"]),
        ("postal=X0X", ["752470", "934000"]),
    ],
)
def test_institutions_are_found(get, asked, found):
    assert [each["code"] for each in get(f"institutions/?{asked}")["results"]] == found


def test_kilometres_from_a_postal_area(get):
    near, unknown = get("institutions/?postal=J1K")["results"]
    assert (near["distance"], unknown["distance"]) == (11.1, None)


def test_one_institution(get):
    answer = get("institutions/752470/")
    assert_as_documented(answer, "InstitutionDetail")
    assert answer["municipality"] == "Sherbrooke"
    assert [offering["program"] for offering in answer["offerings"]] == ["5333"]


def test_offerings(get):
    answer = get("offerings/?program=5333&region=05&language=fr")
    assert_as_documented(answer["results"][0], "Offering")
    assert answer["results"][0]["name"] == "Centre de formation professionnelle 24-Juin"
    assert get("offerings/?language=en")["count"] == 0


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("programs/9999/", 404),
        ("institutions/999999/", 404),
        ("institutions/931004/", 404),  # gives no programme
        ("programs/?level=primary", 400),
        ("institutions/?within=11", 400),
        ("offerings/?language=es", 400),
    ],
)
def test_what_there_is_not(client, world, path, status):
    assert client.get(f"/api/v1/{path}").status_code == status


@pytest.mark.parametrize(
    "path",
    [
        "programs/?postal=J1H&sort=prospects",
        "programs/5333/",
        "institutions/?postal=J1H",
        "institutions/752470/",
        "offerings/",
    ],
)
def test_few_queries(client, world, django_assert_max_num_queries, path):
    with django_assert_max_num_queries(12):
        client.get(f"/api/v1/{path}")
