from datetime import date

import pytest
from django.core.management import call_command
from django.utils import translation

from occupations.models import NocGroup
from training.models import Programme, ProgrammeOccupation

TIED = {"programme_id": "5333", "unit_group_id": "72300", "kind": "leads-to", "reviewed_on": date(2026, 11, 22)}


@pytest.fixture
def gaps(plumbing, capsys):
    """Run the command; give what it says."""
    translation.activate("en")
    NocGroup.objects.create(code="65310", name_fr="Préposés", name_en="Light duty cleaners")  # TEER 5: needs none

    def run() -> list[str]:
        call_command("training_gaps")
        return capsys.readouterr().out.splitlines()

    return run


def test_lists_both(gaps):
    assert gaps() == [
        "Programmes tied to no occupation: 1",
        "  5333  dep  Plumbing and Heating",
        "Occupations of TEER 1 to 3 without a programme: 1",
        "  72300  Plumbers",
    ]


def test_a_tie_closes_both(gaps):
    ProgrammeOccupation.objects.create(**TIED)
    assert gaps() == ["Programmes tied to no occupation: 0", "Occupations of TEER 1 to 3 without a programme: 0"]


@pytest.mark.parametrize("retired", ["tie", "programme"])
def test_what_is_retired_covers_nothing(gaps, retired):
    tie = ProgrammeOccupation.objects.create(**TIED)
    row = tie if retired == "tie" else Programme.objects.get()
    row.retired_on = date(2026, 11, 22)
    row.save()
    assert "  72300  Plumbers" in gaps()
