"""The pages of occupations as a browser lays them out: wide, on a phone, and with large text."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_frame import violations
from tests.occupations.detail.file_world import build_file
from tests.occupations.detail.world import build

NURSES = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/?region=06"


@pytest.fixture(autouse=True)
def _world(transactional_db):
    build()
    build_file()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "address",
    [
        NURSES,
        "/en/occupations/31301-registered-nurses/?region=11",
        "/en/occupations/31301-registered-nurses/?view=counsellor",
        f"{NURSES}&view=counsellor",
        "/en/occupations/41401-economists/",
        "/fr/metiers/00010-membres-des-corps-legislatifs/",
        "/fr/metiers/72310-charpentiers-menuisiers-charpentieres-menuisieres/",
        "/fr/metiers/3-secteur-de-la-sante/?region=11",
        "/en/occupations/3111-dentists-and-audiologists/",
        "/fr/metiers/4151/",
        "/en/occupations/99999/",
    ],
)
def test_axe_finds_nothing_and_nothing_overflows(open_page, address, width):
    page = open_page(address, width=width, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_names_of_the_chart_stand_beside_the_bars_and_over_them_on_a_phone(open_page):
    def left_of_plot(width: int) -> float:
        page = open_page(NURSES, width=width)
        names, plot = page.locator(".wage-chart-labels").bounding_box(), page.locator(".wage-chart-plot").bounding_box()
        return plot["x"] - names["x"]

    assert left_of_plot(1280) > 100
    assert left_of_plot(360) == 0


def test_the_wage_table_keeps_its_meaning_when_its_rows_fold(open_page):
    page = open_page(NURSES, width=360)
    table = page.get_by_role("table", name="Salaire horaire dans chaque région")
    assert table.get_by_role("columnheader").all_inner_texts() == [
        "Région",
        "Bas",
        "Médian",
        "Élevé",
        "Écart avec le Québec",
    ]
    montreal = table.get_by_role("row", name="Montréal")
    assert montreal.get_by_role("cell").all_inner_texts() == [
        "25,81\u00a0$",
        "38,00\u00a0$",
        "50,39\u00a0$",
        "−5,0\u00a0%",
    ]


def test_printing_opens_what_is_folded_and_leaves_out_what_one_clicks(open_page):
    page = open_page(NURSES)
    page.emulate_media(media="print")
    assert not page.locator(".contents").is_visible()
    assert not page.locator("#header-region").is_visible()
    expect(page.get_by_text("Salaire annuel dans chaque région, estimé")).to_be_visible()


def test_the_table_of_contents_stays_in_sight_on_a_wide_screen(open_page):
    page = open_page(NURSES)
    contents = page.get_by_role("navigation", name="Dans cette page")
    contents.get_by_role("link", name="Statistiques").click()
    page.wait_for_function("window.scrollY > 1000")
    assert contents.bounding_box()["y"] >= 0
    expect(contents.get_by_role("link", name="Sources")).to_be_visible()
    phone = open_page(NURSES, width=360)
    phone.locator("#statistics").scroll_into_view_if_needed()
    assert phone.get_by_role("navigation", name="Dans cette page").bounding_box()["y"] < 0


def test_a_bar_is_as_long_as_its_share(open_page):
    page = open_page(NURSES, width=360)
    women, men = (
        page.get_by_role("row", name=name).locator("rect").bounding_box()["width"] for name in ("Femmes", "Hommes")
    )
    assert women / men == pytest.approx(9, rel=0.05)


def test_the_plain_and_the_counsellor_view_both_print(open_page):
    plain = open_page(NURSES)
    plain.emulate_media(media="print")
    expect(plain.get_by_text("Demande un niveau élevé de rédaction.").first).to_be_visible()
    assert not plain.get_by_text("Vue pour l’orientation").first.is_visible()
    figures = open_page(f"{NURSES}&view=counsellor")
    figures.emulate_media(media="print")
    expect(figures.get_by_role("table", name="Compétences").get_by_text("F01b02")).to_be_visible()
