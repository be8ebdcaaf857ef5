"""All programmes with what lists look at, read once per version of the data."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Count, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat, JSONObject

from catalog.models import DataVersion
from training.models import GraduateOutcome, Offering, Programme, ProgrammeDuration, ProgrammeOccupation


def listed() -> list[Programme]:
    """Return every current programme with its training sector; one query per version of the data.

    `leads_to` and `may_lead_to`: codes of unit groups. `offers`: "fr:05" for each language and region that it is given
    in. `places`: "05:3" for each region and how many of its institutions give it. `length` and `outcome`: columns of
    ProgrammeDuration and of the latest GraduateOutcome with the key of their release, or None.
    """
    return DataVersion.remember("programmes", lambda: list(described(Programme.objects.current())))


def described(programmes: QuerySet) -> QuerySet:
    """Add what `listed` documents."""
    here = {"programme": OuterRef("pk")}
    ties = ProgrammeOccupation.objects.current().filter(**here).order_by("unit_group")
    offers = Offering.objects.live().filter(**here).order_by()
    region = "institution__region"
    places = offers.values(region).annotate(count=Count("institution", distinct=True))
    outcome = ("year", "placement_rate", "related_rate", "weekly_earnings", "studying_rate", "status", "release_id")
    return programmes.select_related("sector").annotate(
        leads_to=ArraySubquery(ties.filter(kind=ProgrammeOccupation.Kind.LEADS_TO).values("unit_group")),
        may_lead_to=ArraySubquery(ties.filter(kind=ProgrammeOccupation.Kind.MAY_LEAD_TO).values("unit_group")),
        offers=ArraySubquery(offers.values_list(Concat("language", Value(":"), region)).distinct()),
        places=ArraySubquery(places.values_list(Concat(region, Value(":"), Cast("count", CharField())))),
        length=Subquery(
            ProgrammeDuration.objects.live()
            .filter(**here)
            .values(said=JSONObject(hours="hours", months="months", release_id="release_id"))[:1]
        ),
        outcome=Subquery(
            GraduateOutcome.objects.live()
            .filter(**here)
            .order_by("-year")
            .values(said=JSONObject(**{column: column for column in outcome}))[:1]
        ),
    )
