"""What the table of ties between programmes and occupations does not cover."""

from django.db.models import Exists, OuterRef, QuerySet

from occupations.models import NocGroup
from training.models import Programme, ProgrammeOccupation

TAKES_STUDIES = (1, 2, 3)  # TEER: the categories whose occupations usually ask for a programme of study


def programmes_tied_to_nothing() -> QuerySet[Programme]:
    """Return the current programmes that lead to no occupation, by credential."""
    ties = ProgrammeOccupation.objects.current().filter(programme=OuterRef("pk"))
    return Programme.objects.current().exclude(Exists(ties)).order_by("credential", "identifier")


def occupations_without_programme() -> QuerySet[NocGroup]:
    """Return the unit groups of TEER 1 to 3 that no current programme leads to, or may lead to."""
    ties = ProgrammeOccupation.objects.current().filter(unit_group=OuterRef("pk"), programme__retired_on=None)
    return NocGroup.objects.unit_groups().filter(teer__in=TAKES_STUDIES).exclude(Exists(ties)).order_by("code")
