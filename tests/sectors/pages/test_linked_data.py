"""Sectors and classes of NAICS as schema.org describes them."""

import pytest

from catalog.models import Release

HOSPITALS, GENERAL = "/en/sectors/groupings/34-hospitals/", "/en/sectors/6221-general-hospitals/"


@pytest.fixture
def said(client, world):
    def said(address: str) -> dict[str, list[dict]]:
        (document,) = client.get(address).page.linked_data
        assert document["@context"] == "https://schema.org"
        found: dict[str, list[dict]] = {}
        for thing in document["@graph"]:
            found.setdefault(thing["@type"], []).append(thing)
        return found

    return said


def test_a_class_is_a_term_of_naics_under_those_above_it(said):
    found = said(f"{GENERAL}?region=06")
    (term,) = found["DefinedTerm"]
    assert (term["termCode"], term["name"]) == ("6221", "General hospitals")
    assert term["url"] == f"http://testserver{GENERAL}"
    assert term["inDefinedTermSet"]["name"].startswith("North American Industry Classification System")
    assert "description" not in term
    (steps,) = found["BreadcrumbList"]
    assert [(step["position"], step["name"]) for step in steps["itemListElement"]] == [
        (1, "Sectors"),
        (2, "Health care and social assistance"),
        (3, "Hospitals"),
        (4, "General hospitals"),
    ]


def test_a_sector_of_activity_is_a_term_of_the_portal_s_own(said):
    (term,) = said(HOSPITALS)["DefinedTerm"]
    assert (term["termCode"], term["description"]) == ("34", "People are treated here.")
    assert term["inDefinedTermSet"]["name"] == "The 41 sectors of activity"


def test_the_series_of_surveys_are_datasets_with_their_file(client, said):
    jobs, pay = said(HOSPITALS)["Dataset"]
    assert (jobs["name"], jobs["temporalCoverage"]) == ("Employment – Hospitals", "2019/2024")
    assert jobs["creator"]["name"] == "Statistics Canada"
    assert jobs["license"].startswith("https://")
    assert jobs["spatialCoverage"]["name"] == "Québec"
    assert pay["name"] == "Average weekly earnings – Hospitals"
    assert client.get(jobs["distribution"]["contentUrl"]).status_code == 200


def test_figures_of_a_wider_industry_have_its_name(said):
    jobs, _pay = said(GENERAL)["Dataset"]
    assert jobs["name"] == "Employment – Hospitals"


def test_demonstrations_are_left_out(said):
    Release.objects.filter(dataset__in=("industry-employment", "industry-earnings")).update(kind="demonstration")
    assert "Dataset" not in said(HOSPITALS)
