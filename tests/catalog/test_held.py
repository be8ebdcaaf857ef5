"""A valid file that would change too much is held until a person has looked at it."""

from decimal import Decimal

import pytest

from catalog.models import Release
from catalog.problems import Held
from catalog.publication import publish
from occupations.models import Wage
from tests.catalog.account import live_median, text
from tests.catalog.database import every_row
from tests.catalog.wages import OCCUPATIONS, lines, public_state, write
from tests.files import load

pytestmark = pytest.mark.django_db


def hold(slug, path) -> Release:
    """Load a file that is held for review, and return its release."""
    before = public_state()
    with pytest.raises(Held) as held:
        load(slug, path)
    after = public_state()
    release = Release.objects.get(state="staged")
    assert after["live"] == before["live"]
    assert after["data version"] == before["data version"]
    assert release.problem.code == held.value.problem.code
    return release


def test_a_fifth_of_the_codes_gone_is_held(live, tmp_path):
    accepted = load("wages", write(tmp_path, lines(occupations=OCCUPATIONS[:10]))).release
    assert accepted.state == "live"

    release = hold("wages", write(tmp_path, lines(occupations=OCCUPATIONS[:5])))
    assert text(release.problem, "en") == (
        "wages.csv, column NOC_CNP: 5 of the 10 codes of the live release are gone, more than the accepted 20%; "
        "the first one is 31301. Check the file, then publish or force it."
    )
    assert text(release.problem, "fr") == (
        "wages.csv, colonne NOC_CNP : 5 des 10 codes de la version en ligne ont disparu, soit plus que les 20 % "
        "tolérés ; le premier est 31301. Vérifiez le fichier, puis publiez-le ou forcez-le."
    )


def test_median_of_a_region_moved_too_much_is_held(live, tmp_path):
    given = [line if ",ER2440," not in line else ",".join([*line.split(",")[:3], "80", "90", ""]) for line in lines()]
    release = hold("wages", write(tmp_path, given))
    assert text(release.problem, "en") == (
        "wages.csv, column Median_Wage_Salaire_Median: the median moved from 30.00 to 80.00 for 06, hourly, more than "
        "the accepted 25%. Check the file, then publish or force it."
    )
    assert text(release.problem, "fr") == (
        "wages.csv, colonne Median_Wage_Salaire_Median : la médiane est passée de 30,00 à 80,00 pour 06, à l’heure, "
        "soit plus que les 25 % tolérés. Vérifiez le fichier, puis publiez-le ou forcez-le."
    )


def test_median_that_was_zero(live, tmp_path):
    Wage.objects.update(low=0, median=0, high=0)
    release = hold("wages", write(tmp_path, lines(add=1)))
    assert (release.problem.code, release.problem.details["before"]) == ("level-moved", "0.00")


def test_held_release_waits_for_a_person(live, tmp_path):
    path = write(tmp_path, lines(add=20))
    release = hold("wages", path)
    before = every_row()
    assert load("wages", path).release == release
    assert every_row() == before

    publish(release)
    assert live_median() == Decimal("45.00")
    live.refresh_from_db()
    assert live.state == "superseded"


def test_force_overrides_the_guard(live, tmp_path):
    path = write(tmp_path, lines(add=20))
    hold("wages", path)
    outcome = load("wages", path, force=True)
    assert (outcome.result, outcome.release.state) == ("published", "live")
    assert live_median() == Decimal("45.00")
