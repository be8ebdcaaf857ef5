"""The four doors of the portal, in the order in which every page shows them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Door:
    name: str  # of its icon and of its colour
    view: str
    title: str  # an invitation, on the home page
    label: str  # a few words, in the header
    description: str

    @property
    def url(self) -> str:
        return reverse(self.view)


DOORS = (
    Door(
        "occupations",
        "occupations:search",
        _("Explore a trade or an occupation"),
        _("Occupations"),
        _("What it pays, what its prospects are and where, under every name that people give it."),
    ),
    Door(
        "training",
        "training:index",
        _("Find a training program"),
        _("Training"),
        _("The programs that lead to an occupation, and the institutions that offer them."),
    ),
    Door(
        "sectors",
        "sectors:index",
        _("Find out about a sector of activity"),
        _("Sectors"),
        _("Who works there, in which occupations, and which way employment is going."),
    ),
    Door(
        "businesses",
        "businesses:index",
        _("Find a business"),
        _("Businesses"),
        _("Employers by name, place, sector and size, and the occupations found there."),
    ),
)
