"""What one page says of the characteristics of an occupation: what counts most in sentences, then every rating."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Release
from occupations.characteristics import level_label, sentence
from occupations.models import Category, Characteristic, Measure

# (anchor, heading, branches of the taxonomy, how many sentences), in the order of the page.
PARTS = (
    ("skills", _("Skills"), ("F",), 6),
    ("knowledge", _("Knowledge"), ("G",), 5),
    ("abilities", _("Abilities"), ("A",), 5),
    ("attributes", _("Personal attributes"), ("B",), 4),
    ("context", _("Work context"), ("J01", "J02", "J04"), 8),
    ("physical", _("Physical demands"), ("J03",), 5),
)
# Work with data, people and things: the sub-categories of work activities. The relation is the mean of their ratings.
RELATIONS = (
    (_("With data and ideas"), ("K01", "K03")),
    (_("With people"), ("K04",)),
    (_("With things and machines"), ("K02",)),
)
RELATION_WORDS = (
    _("hardly any task"),
    _("very simple tasks"),
    _("simple tasks"),
    _("moderately complex tasks"),
    _("complex tasks"),
    _("very complex tasks"),
)


@dataclass(frozen=True)
class Rating:
    """One rating, in words and in figures."""

    characteristic: Characteristic

    @property
    def sentence(self) -> str:
        return sentence(self.characteristic.descriptor, self.characteristic.value)

    @property
    def label(self) -> str:
        return level_label(self.characteristic.descriptor.measure, self.characteristic.value)

    @property
    def prominence(self) -> tuple:
        """Order the ratings of a part: the highest of their scale and, at equal levels, the least common ones."""
        rated = self.characteristic
        return -rated.value / rated.descriptor.top, -rated.standing, rated.descriptor_id


@dataclass(frozen=True)
class Part:
    anchor: str
    title: Promise
    leading: list[Rating]  # what counts most
    ratings: list[Rating]  # all, in the order of the taxonomy


@dataclass(frozen=True)
class Relation:
    """How complex the work with data, people or things is: the mean of its activities, from 0 to 5."""

    title: Promise
    mean: float

    @property
    def words(self) -> Promise:
        return RELATION_WORDS[int(self.mean + 0.5)]


class CharacteristicsOf:
    """The ratings of one unit group; false when it has none."""

    def __init__(self, characteristics: Iterable[Characteristic], release: Release):
        self.characteristics = list(characteristics)
        self.release = release

    def __bool__(self) -> bool:
        return bool(self.characteristics)

    @cached_property
    def interests(self) -> list[Rating]:
        """Return the Holland interests, the first one first: three at most."""
        ratings = [rating for rating in self.under(Category.INTERESTS) if rating.characteristic.value]
        return sorted(ratings, key=lambda rating: rating.prominence)

    @cached_property
    def parts(self) -> list[Part]:
        found = ((anchor, title, self.under(*branches), number) for anchor, title, branches, number in PARTS)
        return [
            Part(anchor, title, leading(ratings, number), ratings)
            for anchor, title, ratings, number in found
            if ratings
        ]

    @cached_property
    def relations(self) -> list[Relation]:
        """Return the work with data, people and things."""
        found = [(title, [rating.characteristic.value for rating in self.under(*codes)]) for title, codes in RELATIONS]
        return [Relation(title, sum(values) / len(values)) for title, values in found if values]

    @property
    def tables(self) -> list[Part]:
        """Return every rating by part, with those that the sentences sum up: interests and work activities."""
        return [
            Part("interests", _("Interests"), [], self.under(Category.INTERESTS)),
            *self.parts,
            Part("activities", _("Work activities"), [], self.under(Category.WORK_ACTIVITIES)),
        ]

    def under(self, *branches: str) -> list[Rating]:
        return [Rating(each) for each in self.characteristics if each.descriptor_id.startswith(branches)]


def leading(ratings: list[Rating], number: int) -> list[Rating]:
    """Return the ratings that count most: at least half of their scale; a type of schedule is not a level.

    What is measured twice (how often, and for how long) is said once.
    """
    high = [
        rating
        for rating in ratings
        if rating.characteristic.descriptor.measure != Measure.SCHEDULE
        and 2 * rating.characteristic.value >= rating.characteristic.descriptor.top
    ]
    once = {}
    for rating in sorted(high, key=lambda rating: rating.prominence):
        once.setdefault(rating.characteristic.descriptor_id.partition("-")[0], rating)
    return list(once.values())[:number]
