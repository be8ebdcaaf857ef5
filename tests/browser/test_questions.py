"""What people come to ask about occupations, each answered within three clicks of home, without JavaScript.

Of the eight questions of the trade, one waits for regional bulletins: the market now. The training with the best
prospects is asked in `test_training.py`.
"""

from typing import NamedTuple

import pytest

from tests.occupations.detail.file_world import build_file
from tests.occupations.detail.world import build

CLICKS = 3


class Typed(NamedTuple):
    """Words for the page's field, and the button that sends them."""

    words: str
    button: str


SKILLS = {"fr": "Les compétences à mettre en valeur", "en": "Skills to highlight"}
NURSES = {"fr": "Infirmiers autorisés", "en": "Registered nurses"}
# Question, what to follow from home in Capitale-Nationale, and what the last page then says: by language.
QUESTIONS = {
    "in demand": {
        "fr": (["Professions en demande actuellement"], "1 profession"),
        "en": (["Occupations in demand now"], "1 occupation"),
    },
    "wage": {
        "fr": (["Les professions les mieux rémunérées"], "40,00 $"),
        "en": (["Occupations that pay the most"], "$40.00"),
    },
    "prospects": {
        "fr": (["Les professions aux meilleures perspectives"], "Bonnes"),
        "en": (["Occupations with the best prospects"], "Good"),
    },
    "workers": {
        "fr": ([SKILLS["fr"], NURSES["fr"], "Statistiques"], "1 000"),
        "en": ([SKILLS["en"], NURSES["en"], "Statistics"], "1,000"),
    },
    "another region": {
        "fr": (["Si une autre région offre de meilleures chances", Typed("31301", "Ajouter")], "Gaspésie"),
        "en": (["Whether another region offers better chances", Typed("31301", "Add")], "Gaspésie"),
    },
    "skills": {
        "fr": ([SKILLS["fr"], NURSES["fr"], "Caractéristiques"], "rédaction"),
        "en": ([SKILLS["en"], NURSES["en"], "Characteristics"], "writing"),
    },
}


@pytest.fixture(autouse=True)
def _world(transactional_db):
    build()
    build_file()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_is_within_three_clicks_of_home(open_page, question, language):
    steps, answer = QUESTIONS[question][language]
    assert len(steps) <= CLICKS
    page = open_page(f"/{language}/?region=03", java_script_enabled=False)
    main = page.get_by_role("main")
    for step in steps:
        if isinstance(step, Typed):
            main.locator("input[type=text], input[type=search]").first.fill(step.words)
            main.get_by_role("button", name=step.button).first.click()
        else:
            main.get_by_role("link", name=step).first.click()
    assert answer in main.inner_text().replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "region=03" in page.url
