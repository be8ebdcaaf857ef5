"""The addresses that search engines should know, in both languages. Regions are found from there, by links."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from catalog.registry import registry
from imt.doors import DOORS
from occupations.models import NocGroup
from sectors.models import Grouping, Industry
from training.models import Institution, Programme

PAGES = (
    "home",
    "occupations:matrix",
    "sectors:by-region",
    "sectors:tree",
    "training:best",
    "catalog:sources",
    "lexicon",
    "api",
    "about",
    "privacy",
    "accessibility",
    "independence",
)


class BothLanguages(Sitemap):
    """Pages that exist in French and English, each naming the other; under SITE_URL where it is set.

    Without Django's `x_default`, which would name addresses without a language: the portal has none.
    """

    i18n = alternates = True

    def get_protocol(self, protocol=None) -> str:
        return urlsplit(settings.SITE_URL).scheme or super().get_protocol(protocol)

    def get_domain(self, site=None) -> str:
        return urlsplit(settings.SITE_URL).netloc or super().get_domain(site)


class Pages(BothLanguages):
    """The doors, and the pages about the portal."""

    def items(self):
        return [*PAGES, *(door.view for door in DOORS)]

    def location(self, item: str) -> str:
        return reverse(item)


class Datasets(BothLanguages):
    def items(self):
        return [definition.slug for definition in registry]

    def location(self, item: str) -> str:
        return reverse("catalog:dataset", args=[item])


class Occupations(BothLanguages):
    """Every class of the classification, from the broad categories to the unit groups."""

    def items(self):
        return NocGroup.objects.current()


class Employers(BothLanguages):
    """Each unit group as an employer sees it."""

    def items(self):
        return NocGroup.objects.unit_groups()

    def location(self, item: NocGroup) -> str:
        return item.get_employer_url()


class Groupings(BothLanguages):
    """The 41 sectors of activity."""

    def items(self):
        return Grouping.objects.current()


class Industries(BothLanguages):
    """Every class of NAICS."""

    def items(self):
        return Industry.objects.current()


class Programmes(BothLanguages):
    """Every programme of study."""

    def items(self):
        return Programme.objects.current()


class Institutions(BothLanguages):
    """Every institution that gives programmes."""

    def items(self):
        return Institution.objects.current()


SITEMAPS = {
    "pages": Pages,
    "datasets": Datasets,
    "occupations": Occupations,
    "employers": Employers,
    "groupings": Groupings,
    "industries": Industries,
    "programmes": Programmes,
    "institutions": Institutions,
}
