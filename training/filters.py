"""Which programmes, in which order, seen from which place: the same for the page and the CSV."""

from functools import cached_property

from django.core.validators import RegexValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from occupations.criteria_filter import CriteriaFilter, sort_filter
from regions.choice import RegionChoice
from regions.nearby import RADII, Nearby
from training.criteria import CRITERIA, LANGUAGE, OFFERED_IN, answers
from training.facets import ProgrammeFacets
from training.listing import listed
from training.models import Programme
from training.offers import Offer, offers_anywhere, offers_from
from training.search import Hit, search

SORTS = ("title", "distance", "prospects", "placement", "duration")


class ProgrammeFilter(CriteriaFilter):
    """Choose programmes. Give it the `request`: its region and its postal code are shared with the rest of the page."""

    q = CharFilter(label=_("A trade, a program or a code"))
    occupation = CharFilter(label=_("Occupation"), validators=[RegexValidator(r"^\d{5}$")])
    postal = CharFilter(label=_("Postal code"))
    within = ChoiceFilter(label=_("Distance"), choices=[(str(radius), str(radius)) for radius in RADII])
    sort = sort_filter(SORTS)
    criteria = CRITERIA

    class Meta:
        model = Programme
        fields = []

    @cached_property
    def everything(self) -> list[Programme]:
        return listed()

    @cached_property
    def answers(self) -> dict[str, list]:
        """Return the answers to each criterion with their names in the active language."""
        return answers(self.everything, RegionChoice.of(self.request).regions)

    @property
    def led_to(self) -> str:
        """Return the code of the occupation that programmes must lead to, or ""."""
        return self.asked.get("occupation", "")

    @cached_property
    def nearby(self) -> Nearby:
        return Nearby.of(self.request)

    @property
    def radius(self) -> int | None:
        return self.nearby.radius if self.nearby.point else None

    @property
    def order(self) -> str:
        """Return the order in force: by distance only where one says from where."""
        order = super().order
        return self.default_order if order.endswith("distance") and not self.nearby.point else order

    @cached_property
    def hits(self) -> dict[str, Hit]:
        """Return what the words found, by programme, best first."""
        return search(self.everything, self.query, get_language()) if self.query else {}

    @cached_property
    def offers(self) -> list[Offer]:
        """Return where programmes are given: near the postal code, if there is one."""
        if self.nearby.point:
            return offers_from(self.nearby.point, self.radius)
        return offers_anywhere(self.everything)

    @cached_property
    def tied(self) -> list[Programme]:
        """Return the programmes that lead to the occupation asked for, or may; all of them without one."""
        code = self.led_to
        return [each for each in self.everything if not code or code in (*each.leads_to, *each.may_lead_to)]

    @cached_property
    def near(self) -> list[Programme]:
        """Return those of them that are given within the distance asked for."""
        given = {offer.programme for offer in self.offers}
        return [each for each in self.tied if not self.radius or each.pk in given]

    @cached_property
    def facets(self) -> ProgrammeFacets:
        """Return what the criteria leave of what the words, the occupation and the distance do."""
        found = [each for each in self.near if not self.query or each.pk in self.hits]
        return ProgrammeFacets(found, self.offers, self.chosen)

    @cached_property
    def found(self) -> list[Programme]:
        left = self.facets.left()
        return [each for each in self.facets.programmes if each.pk in left]

    @cached_property
    def nearest(self) -> dict[str, Offer]:
        """Return the nearest offer of each programme in the languages and regions chosen; empty without a place."""
        languages, regions = self.chosen.get(LANGUAGE), self.chosen.get(OFFERED_IN)
        nearest: dict[str, Offer] = {}
        for offer in self.offers:
            if (languages and offer.language not in languages) or (regions and offer.region not in regions):
                continue
            known = nearest.get(offer.programme)
            if offer.km is not None and (known is None or offer.km < known.km):
                nearest[offer.programme] = offer
        return nearest
