"""The PDF sheet of a programme: what it says. The tags of each are asserted in `tests.pdf`."""

import pytest

from tests.pdf import made_once
from training.models import Institution, Offering, Programme

FRENCH = "/fr/formations/programmes/180a0/soins-infirmiers/fiche.pdf"
ENGLISH = "/en/training/programs/180a0/nursing/sheet.pdf"


@pytest.mark.parametrize(
    ("address", "title"),
    [(f"{FRENCH}?region=06", "Soins infirmiers – Montréal"), (ENGLISH, "Nursing – Whole of Québec")],
)
def test_its_title_says_of_what_and_where(client, world, address, title):
    sheet = client.get(address).sheet
    assert sheet.metadata.title == title
    assert len(sheet.find("Table")) == 2


def test_it_says_what_the_page_says(client, world):
    sheet = client.get(f"{ENGLISH}?region=03&postal=G1R").sheet
    said = sheet.text
    for expected in (
        "Diploma of College Studies (DCS), technical 180.A0 · training sector Health Services",
        "Median wage – $40.00 an hour (Official) Prospects – Good (Republished by a third party)",
        "3 years full time 2,805 hours",
        "Nearest to G1R Cégep du Cap 0.0 km, Québec",
        "96% of those who work or look for work, survey of 2024",
        "Registered nurses (31301) $40.00 an hour Good * NP",
        "* – value for the whole of Québec",
        "you have a Secondary School Diploma;",
        "(https://www.sracq.qc.ca/",
        "2 institutions in Québec. In this region, Capitale-Nationale: 1. Distances are counted from the middle of",
        "Cégep du Cap Québec, Capitale-Nationale French 0.0 km",
        "Cégep du Parc Montréal, Montréal French, English 23",
        "Work in what they studied – 88.0% of those who have a full-time job",
        "Average weekly earnings – $812 before taxes",
        "Sciences infirmières – Bachelor’s degree",
        "Financing your studies Loans and bursaries Student financial assistance",
        "Note on programme-offerings-demonstration.",
        "Relayed by someone else",
        "Demonstration",
    ):
        assert expected in said, expected
    assert "(other site)" not in said
    (link,) = (annotation.get_object() for annotation in sheet.pages[0]["/Annots"])
    assert link["/A"]["/URI"] == "http://testserver/en/training/programs/180a0/nursing/?region=03&postal=G1R"


def test_what_is_missing_says_why(client, world):
    said = client.get("/fr/formations/programmes/200b1/sciences-de-la-nature/fiche.pdf").sheet.text
    assert "N. P." in said
    assert "Ce programme n’est lié à aucune profession" in said
    assert "Où il est offert" not in said
    assert "Autres programmes" not in said
    said = client.get("/en/training/programs/200b1/natural-science/sheet.pdf").sheet.text
    assert "Have a job – NP of the graduates" in said


def test_a_program_that_only_may_lead_somewhere(client, world):
    Programme.objects.get(pk="180a0").occupations.update(kind="may-lead-to")
    assert "May lead to Registered nurses" in client.get(ENGLISH).sheet.text


def test_the_institutions_that_are_left_to_the_page(client, world):
    release = Offering.objects.first().release
    for number in range(20):
        Institution.objects.create(code=f"4000{number:02}", name=f"Centre {number:02}", kind="college", region_id="06")
        Offering.objects.create(release=release, programme_id="180a0", institution_id=f"4000{number:02}", language="fr")
    said = client.get(f"{ENGLISH}?region=06").sheet.text
    assert "22 institutions in Québec. In this region, Montréal: 21. 12 others are on the web page." in said
    assert "Cégep du Parc" in said
    assert "Centre 19" not in said


def test_markup_in_a_title_is_only_text(client, world):
    Programme.objects.filter(pk="180a0").update(title_en="Nursing #panic() *and* $x$")
    said = client.get("/en/training/programs/180a0/nursing-panic-and-x/sheet.pdf").sheet.text
    assert "Nursing #panic() *and* $x$" in said


def test_the_page_leads_to_it_with_its_place_and_it_to_the_page(client, world):
    page = client.get("/en/training/programs/180a0/nursing/?region=06&postal=G1R").page
    (link,) = page.find("a", type="application/pdf")
    assert link["href"] == f"{ENGLISH}?region=06&postal=G1R"
    answer = client.get(link["href"])
    assert (
        answer.headers["Link"] == '<http://testserver/en/training/programs/180a0/nursing/?region=06>; rel="canonical"'
    )
    assert answer.headers["Content-Disposition"] == 'inline; filename="180a0-nursing-06.pdf"'


@pytest.mark.parametrize("former", ["180a0/autrefois", "180A0/soins-infirmiers"])
def test_other_addresses_lead_to_it(client, world, former):
    answer = client.get(f"/fr/formations/programmes/{former}/fiche.pdf?region=06")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{FRENCH}?region=06")


def test_no_sheet_of_what_is_not_known(client, world):
    assert client.get("/fr/formations/programmes/9999/rien/fiche.pdf").status_code == 404


def test_it_is_made_once_per_data_version(client, world, django_assert_max_num_queries):
    made_once(client, f"{FRENCH}?region=06&postal=G1R", django_assert_max_num_queries)
