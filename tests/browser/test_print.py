"""What comes out of the printer: Chromium's own PDF of a page, read back."""

import io

import pytest
from pypdf import PdfReader

from tests.occupations.detail.file_world import build_file
from tests.occupations.detail.world import build

NURSES_FR = "/fr/metiers/31301-infirmiers-autorises-infirmieres-autorisees/"
NURSES_EN = "/en/occupations/31301-registered-nurses/"


@pytest.fixture(autouse=True)
def _world(transactional_db):
    build()
    build_file()


def printed(page) -> list[str]:
    """Return the text of each sheet of paper."""
    reader = PdfReader(io.BytesIO(page.pdf(format="Letter", prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


@pytest.mark.parametrize(
    ("address", "on_screen_only"),
    [
        (f"{NURSES_FR}?region=06", "Vous êtes ici"),
        (f"{NURSES_EN}?region=06&view=counsellor", "You are here"),
        (f"{NURSES_FR}employeur/?region=06", "Dans cette page"),
        ("/en/occupations/?teer=1&region=06", "You are here"),
        ("/en/occupations/compare/?code=31301&code=41401", "Add an occupation"),
        ("/fr/lexique/", "Vous êtes ici"),
        ("/fr/sources-et-dates/", "Vous êtes ici"),
    ],
)
def test_paper_says_where_it_is_online_and_shows_nothing_to_click(open_page, live_server, address, on_screen_only):
    page = open_page(address)
    sheets = printed(page)
    whole = " ".join(sheets)
    assert f"{live_server.url}{address}".replace(" ", "") in whole.replace(" ", "")
    assert on_screen_only not in whole
    assert f"1 / {len(sheets)}" in sheets[0]
    assert sum(heading in sheets[-1] for heading in ("An independent project", "Un projet indépendant")) == 1


def test_what_is_folded_is_printed_and_the_address_of_an_order_too(open_page):
    whole = " ".join(printed(open_page(f"{NURSES_FR}?region=06")))
    assert "Salaire annuel dans chaque région, estimé" in whole
    assert "consultante en soins infirmiers" in whole
    assert "(https://oiiq.example/)" in whole
    assert "opensource.org" not in whole  # the licence of each source


def test_a_table_is_not_cut_and_keeps_its_source(open_page):
    sheets = printed(open_page(f"{NURSES_EN}?region=06"))
    (wages,) = (sheet for sheet in sheets if "Hourly wage in each region" in sheet)
    after = wages.partition("Hourly wage in each region")[2]
    assert "Capitale-Nationale $26.00" in after
    assert "Montréal" in after
    assert "Against Québec" in after
