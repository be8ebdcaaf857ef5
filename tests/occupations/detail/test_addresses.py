"""The code identifies the page; everything else in an address leads to it."""

import pytest

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/"
NURSES_EN = "/en/occupations/31301-registered-nurses/"


@pytest.mark.parametrize(
    "address",
    [
        "31301/",
        "31301-une-autre-profession/",
        "31301-registered-nurses/",
        "31301-infirmiers-autorisesinfirmieres-autorisees/",  # until November 2026
        "3012/",
    ],
)
def test_other_addresses_move_to_the_current_one_and_keep_the_query(client, world, address):
    response = client.get(f"/fr/metiers/{address}?region=06&x=1")
    assert response.status_code == 301
    assert response.headers["Location"] == f"{NURSES_FR}?region=06&x=1"


def test_the_toggle_leads_to_the_slug_of_the_other_language(client, world):
    assert client.get(f"{NURSES_FR}?region=06").page.toggle == f"{NURSES_EN}?region=06"
    assert client.get(NURSES_EN).page.toggle == NURSES_FR
    (french,) = client.get(NURSES_EN).page.find("link", hreflang="fr")
    assert french["href"].endswith(NURSES_FR)


def test_an_old_code_that_became_several_lets_the_visitor_choose(client, world):
    response = client.get("/fr/metiers/4151/?region=06")
    assert response.status_code == 200
    assert response.page.find("a", href="/fr/metiers/41401-economistes/?region=06")
    assert response.page.find("a", href="/fr/metiers/31302-infirmiers-praticiens-infirmieres-praticiennes/?region=06")
    assert "Psychologues" in response.page.text
    assert response.page.toggle == "/en/occupations/4151/?region=06"


def test_a_minor_group_whose_code_was_another_in_2016_says_both(client, world):
    response = client.get("/en/occupations/3111-dentists-and-audiologists/")
    assert response.status_code == 200
    assert "former code 3111, “Specialist physicians”" in response.page.text
    assert response.page.find("a", href="/en/occupations/31302-nurse-practitioners/")
    assert response.page.find("a", href="/en/occupations/31110-dentists/")


def test_an_old_code_gives_way_to_the_class_that_has_it_now(client, world):
    response = client.get("/fr/metiers/3111/")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        "/fr/metiers/3111-dentistes-et-audiologistes/",
    )


@pytest.mark.parametrize("code", ["31399", "9999", "8"])
def test_an_unknown_code_is_a_404_that_helps(client, world, code):
    response = client.get(f"/fr/metiers/{code}/")
    assert response.status_code == 404
    assert code in response.page.text
    assert response.page.find("form", role="search")


def test_an_unknown_code_names_the_classes_that_begin_like_it(client, world):
    page = client.get("/fr/metiers/31399/?region=06").page
    beginnings = ["3-secteur-de-la-sante", "31-personnel-professionnel-de-la-sante", "313-soins-infirmiers"]
    for beginning in beginnings:
        assert page.find("a", href=f"/fr/metiers/{beginning}/?region=06")
    assert not page.find("a", href="/fr/metiers/3130-professionnels-des-soins-infirmiers/?region=06")


def test_a_retired_class_keeps_its_page_and_says_so(client, retired):
    response = client.get("/en/occupations/31302-nurse-practitioners/")
    assert response.status_code == 200
    assert "left the classification on March 1, 2026" in response.page.text
    assert not client.get(NURSES_EN).page.find("a", href="/en/occupations/31302-nurse-practitioners/")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_only_read(client, world, method):
    assert getattr(client, method)(NURSES_FR).status_code in {403, 405}


@pytest.mark.parametrize("under", ["employeur/", "employeur/salaires.csv", "fiche.pdf"])
def test_what_only_unit_groups_have_leads_from_an_old_code_to_its_page(client, world, under):
    answer = client.get(f"/fr/metiers/4151-x/{under}?region=06")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/fr/metiers/4151/?region=06")


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("/fr/metiers/31301/employeur/", f"{NURSES_FR}employeur/"),
        ("/fr/metiers/31301/fiche.pdf", f"{NURSES_FR}fiche.pdf"),
        ("/en/occupations/31301/employer/", f"{NURSES_EN}employer/"),
        ("/en/occupations/31301/sheet.pdf", f"{NURSES_EN}sheet.pdf"),
    ],
)
def test_so_does_a_code_alone_to_what_its_unit_group_has(client, world, short, whole):
    answer = client.get(f"{short}?region=06")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{whole}?region=06")


def test_a_code_alone_gives_the_wages_of_its_unit_group(client, world):
    assert client.get("/fr/metiers/31301/employeur/salaires.csv").content == (
        client.get(f"{NURSES_FR}employeur/salaires.csv").content
    )
    answer = client.get("/fr/metiers/4151/fiche.pdf")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/fr/metiers/4151/")
