"""The criteria of a list: each chosen one, to take off; and, when the list is short, how long it would be without."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.db import connection
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from businesses.addresses import changed
from businesses.filters import NEAREST, DirectoryForm
from businesses.industries import industries_of, is_grouping, parameter_of, terms_of
from businesses.search.conditions import Conditions, Near
from businesses.search.listing import sql_of
from regions.models import Region
from regions.nearby import RADII
from regions.neighbours import NEIGHBOURS
from sectors.models import Grouping, Industry

FEW = 5  # a list shorter than this comes with a way to widen it
COUNTED = 1_000
SUBSECTOR = 2  # the level of a class of three digits


@dataclass(frozen=True)
class Chip:
    """Something chosen; `address` is the page without it."""

    label: str | Promise
    value: str
    address: str


@dataclass(frozen=True)
class Step:
    label: str
    address: str
    count: int


class Criteria:
    """The criteria of one question. `query` is the address's."""

    def __init__(self, form: DirectoryForm, query: QueryDict, regions: dict[str, Region]):
        self.form = form
        self.query = query
        self.regions = regions

    @property
    def chips(self) -> list[Chip]:
        return [
            Chip(self.form.fields[names[0]].label, value, changed(self.query, **dict.fromkeys(names)))
            for names, value in self.chosen()
        ]

    @property
    def cleared(self) -> str:
        """Return the address without any criterion, and with the words."""
        return changed(self.query, **{name: None for names, _value in self.chosen() for name in names})

    def chosen(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield the parameters of each criterion, and its value in words."""
        asked, choices = self.form.asked, self.form.choices
        if "region" in asked and asked["region"] in self.regions:
            yield ("region",), self.regions[asked["region"]].name
        if "rcm" in asked:
            yield ("rcm",), choices.rcms[asked["rcm"]]
        if "municipality" in asked:
            yield ("municipality",), asked["municipality"][0].name
        if "sector" in asked:
            yield ("sector",), choices.groupings[asked["sector"]].name
        if "naics" in asked:
            yield ("naics",), str(asked["naics"])
        if "occupation" in asked:
            group = asked["occupation"][0].unit_group
            yield ("occupation",), f"{group.code} {group.name}"
        if "postal" in asked:
            yield (
                ("postal", "within"),
                _("%(code)s, within %(km)s km")
                % {
                    "code": asked["postal"].fsa,
                    "km": asked.get("within", NEAREST),
                },
            )
        if "size_min" in asked:
            yield ("size_min",), str(asked["size_min"])
        if "size_max" in asked:
            yield ("size_max",), str(asked["size_max"])

    # --- When the list is short -----------------------------------------------------------------------------

    def steps(self, found: int) -> list[Step]:
        """Return what gives more than the `found` businesses of a list; two queries at most."""
        wider = list(self.wider())
        counts = count_all([conditions for _l, _a, conditions in wider], self.form.conditions.frequencies)
        steps = [Step(label, address, count) for (label, address, _c), count in zip(wider, counts, strict=True)]
        return [step for step in steps if step.count > found]

    def wider(self) -> Iterator[tuple[str, str, Conditions]]:
        yield from self.by_other_words()
        conditions = self.form.conditions
        facets = conditions.facets
        for names, value in self.chosen():
            if names[0] in facets or names[0] == "postal":
                label = _("Without the criterion “%(criterion)s: %(value)s”") % {
                    "criterion": self.form.fields[names[0]].label,
                    "value": value,
                }
                left = {each: terms for each, terms in facets.items() if each != names[0]}
                near = None if names[0] == "postal" else conditions.near
                yield label, changed(self.query, **dict.fromkeys(names)), replace(conditions, facets=left, near=near)
        if "size" in facets:
            left = {each: terms for each, terms in facets.items() if each != "size"}
            address = changed(self.query, size_min=None, size_max=None)
            yield _("Whatever the number of employees"), address, replace(conditions, facets=left)
        if conditions.words and (facets or conditions.near):
            yield self.without_words(), changed(self.query, q=None), replace(conditions, words=[])
        if conditions.near:
            for km in (km for km in RADII if km > conditions.near.radius):
                label = _("Within %(km)s km") % {"km": km}
                yield label, changed(self.query, within=km), replace(conditions, near=Near(conditions.near.point, km))
        if "region" in facets:
            for code in NEIGHBOURS.get(self.form.asked["region"], ()):
                if code in self.regions:
                    label = _("In the region next to it: %(region)s") % {"region": self.regions[code].name}
                    there = replace(conditions, facets=facets | {"region": [f"r:{code}"]})
                    yield label, changed(self.query, region=code), there

    def by_other_words(self) -> Iterator[tuple[str, str, Conditions]]:
        """Yield the list without one of several words, and those of the industries that the words name."""
        conditions = self.form.conditions
        words = conditions.words if len(conditions.words) > 1 else []
        for word in words:
            left = [each for each in words if each is not word]
            label = _("Without the word “%(word)s”") % {"word": word.typed}
            address = changed(self.query, q=" ".join(each.typed for each in left))
            yield label, address, replace(conditions, words=left)
        for industry in self.industries:
            label = _("In the industry “%(industry)s”, without these words") % {"industry": industry.name}
            facets = conditions.facets | {parameter_of(industry): terms_of(industry)}
            yield label, self.of_industry(industry), replace(conditions, words=[], facets=facets)

    def without_words(self) -> str:
        asked = self.form.asked["q"]
        if len(asked.split()) == 1:
            return _("Without the word “%(word)s”") % {"word": asked}
        return _("Without the words “%(words)s”") % {"words": asked}

    @cached_property
    def industries(self) -> list[Industry | Grouping]:
        """Return those that the words name, where none was chosen; around a postal code a page has no query left."""
        asked = self.form.asked
        return industries_of(asked["q"]) if "q" in asked and not asked.keys() & {"sector", "naics", "postal"} else []

    def of_industry(self, industry: Industry | Grouping) -> str:
        """Return the address of its businesses, whatever their words."""
        return changed(self.query, q=None, **{parameter_of(industry): industry.code})

    @property
    def named(self) -> list[tuple[str, str]]:
        """Return the name of each wide industry that the words name, and the address of its businesses.

        Only of a short list is it known which of the narrow ones have any.
        """
        wide = (each for each in self.industries if is_grouping(each) or each.level <= SUBSECTOR)
        return [(industry.name, self.of_industry(industry)) for industry in wide]


def count_all(lists: list[Conditions], known: dict[str, int]) -> list[int]:
    """Return how long each list is, up to `COUNTED`; one query, and one for the terms that are not `known`."""
    Conditions.look_up_together(lists, known)
    possible = [each for each in lists if not cannot(each)]
    if not possible:
        return [0] * len(lists)
    found = [sql_of(each.matching(by_index=not each.tsquery).order_by().values("pk")[:COUNTED]) for each in possible]
    columns = ", ".join(f"(SELECT count(*) FROM ({statement}) each)" for statement, _parameters in found)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}", [each for _statement, parameters in found for each in parameters])
        counts = iter(cursor.fetchone())
    return [0 if cannot(each) else next(counts) for each in lists]


def cannot(conditions: Conditions) -> bool:
    """Return whether nothing meets conditions; a place is looked up only where there is nothing else."""
    return conditions.lacks_a_term if conditions.words or conditions.facets else conditions.is_impossible
