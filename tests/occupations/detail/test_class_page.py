"""The page of a class above the unit groups."""

HEALTH = "/fr/metiers/3-secteur-de-la-sante/"


def test_a_category_lists_its_occupations_by_class(client, world):
    page = client.get(HEALTH).page
    assert page.find("a", href="/fr/metiers/31-personnel-professionnel-de-la-sante/")
    for occupation in ("31110-dentistes", "31301-infirmiers-autorises-infirmieres-autorisees"):
        assert page.find("a", href=f"/fr/metiers/{occupation}/")
    assert "40,00 $ l’heure" in page.text
    assert "grande catégorie 3" in page.text


def test_a_minor_group_lists_its_unit_groups_and_the_classes_above(client, world):
    page = client.get("/en/occupations/3130-nursing-professionals/?region=06").page
    assert "Registered nurses 31301 $38.00 an hour Moderate" in page.text
    assert "Nurse practitioners 31302 NP" in page.text
    assert page.find("a", href="/en/occupations/313-nursing/?region=06")
    assert page.find("span", class_="badge badge-demonstration")


def test_a_value_of_quebec_in_a_region_is_marked(client, world):
    page = client.get("/en/occupations/3130-nursing-professionals/?region=11").page
    assert "Registered nurses 31301 $40.00 an hour Québec Good Québec" in page.text
    assert "for want of one for the region" in page.text


def test_a_retired_occupation_is_not_listed(client, retired):
    page = client.get("/en/occupations/3130-nursing-professionals/").page
    assert "Nurse practitioners" not in page.text
