"""A page of the directory: what an address asks for, found, counted, and ready to be shown."""

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from businesses.addresses import changed
from businesses.criteria import FEW, Criteria, Step
from businesses.favourites import Favourites
from businesses.filters import DirectoryForm
from businesses.models import Establishment
from businesses.search.listing import MOST_COUNTED, Listing, Page
from businesses.search.order import Order
from catalog.models import Release
from regions.distance import kilometres
from regions.models import Region


@dataclass(frozen=True)
class Entry:
    establishment: Establishment
    is_favourite: bool
    toggled: str  # the same page with it among the favourites, or without

    @property
    def away(self) -> float | None:
        """Return the kilometres from the place that was asked for, if one was."""
        return getattr(self.establishment, "away", None)


class Directory:
    """What an address asks for. `query` is the address's."""

    most_counted = MOST_COUNTED

    def __init__(self, query: QueryDict, regions: dict[str, Region]):
        self.query = query
        self.form = DirectoryForm(query)
        self.criteria = Criteria(self.form, query, regions)
        self.favourites = Favourites(query)

    @cached_property
    def listing(self) -> Listing:
        after, before = (self.query.get(name, "").replace("\x00", "") for name in ("after", "before"))
        return Listing(self.form.conditions, self.order, self.form.page_size, after, before)

    @property
    def order(self) -> Order:
        return self.form.order

    @property
    def page(self) -> Page:
        return self.listing.page

    @property
    def total(self) -> int | None:
        """Return how many there are, or None for more than `most_counted`; most are counted with the page."""
        self.page  # noqa: B018
        return self.listing.total

    @property
    def last(self) -> int | None:
        return self.page.first + len(self.page.keys) - 1 if self.page.first else None

    @property
    def next(self) -> str:
        return changed(self.query, after=self.page.keys[-1]) if self.page.has_next else ""

    @property
    def previous(self) -> str:
        """Return the address of the page before, which is the plain one where the list begins."""
        if not self.page.has_previous or not self.page.keys:
            return ""
        if self.page.first is not None and self.page.first <= self.form.page_size + 1:
            return changed(self.query)
        return changed(self.query, before=self.page.keys[0])

    @property
    def is_beginning(self) -> bool:
        return not self.page.has_previous

    @property
    def beginning(self) -> str:
        return changed(self.query)

    @cached_property
    def establishments(self) -> list[Establishment]:
        """Return those of the page, in its order; one query."""
        shown = Establishment.objects.shown()
        if near := self.form.near:
            shown = shown.annotate(away=kilometres(near.point))
        found = shown.in_bulk(self.page.keys) if self.page.keys else {}
        return [found[key] for key in self.page.keys]

    @cached_property
    def entries(self) -> list[Entry]:
        return [
            Entry(each, each.key in self.favourites, self.favourites.toggled(each.key)) for each in self.establishments
        ]

    @cached_property
    def steps(self) -> list[Step]:
        """Return how to widen the list, when it is short."""
        total = self.total
        return self.criteria.steps(total) if total is not None and total < FEW else []

    @cached_property
    def sources(self) -> list[Release]:
        return sources(self.establishments)

    @property
    def corrected(self) -> list[str]:
        """Return the words that were read as others, each with these."""
        return [(word.typed, list(word.terms)) for word in self.form.words if word.is_corrected]


def sources(establishments: list[Establishment]) -> list[Release]:
    """Return the live releases that establishments come from, and that of NAICS; one query."""
    slugs = {each.source_id for each in establishments}
    if not slugs:
        return []
    live = Release.objects.filter(state=Release.State.LIVE, dataset_id__in=[*slugs, "naics"])
    return sorted(live, key=lambda release: release.dataset_id == "naics")
