"""What the page of an occupation shows, as plain objects made from few queries."""

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from django.utils.translation import get_language

from catalog.models import DataVersion, Release
from catalog.together import read_together
from occupations.models import (
    Characteristic,
    Descriptor,
    EditedProfile,
    FormerCode,
    InDemand,
    JobTitle,
    OccupationField,
    OfficialText,
    Outlook,
    OutlookLevel,
    PlainProfile,
    Projection,
    Regulation,
    Wage,
    Workforce,
)
from occupations.models.plain_profile import related_to
from occupations.profile import similar
from occupations.profile.characteristics import CharacteristicsOf
from occupations.profile.demand import DemandNow
from occupations.profile.edition import OutlookChange, since_previous_edition
from occupations.profile.employment import Employment
from occupations.profile.place import Place
from occupations.profile.plain import Plain
from occupations.profile.projection import NationalProjection
from occupations.profile.prospects import Prospects
from occupations.profile.schools import Schools
from occupations.profile.wage_chart import WageChart
from occupations.profile.wage_place import WagePlace
from occupations.profile.wages import WageTable
from occupations.teer import TEER, Teer
from regions.distance import Point
from regions.models import Region

__all__ = ["OccupationProfile", "Place", "live_releases"]

# In the order of the page.
SOURCES = (
    "profiles",
    "outlooks",
    "outlooks-demonstration",
    "outlook-scales",
    "in-demand",
    "in-demand-demonstration",
    "wages",
    "regulations",
    "regulatory-bodies",
    "workforce",
    "workforce-demonstration",
    "cops",
    "oasis",
    "oasis-descriptors",
    "occupation-fields",
    "fields-of-interest",
    "occupation-industries",
    "occupation-shares",
    "naics",
    "programmes",
    "programme-occupations",
    "programme-offerings",
    "programme-offerings-demonstration",
    "institutions",
    "noc-titles",
    "noc-texts",
    "noc",
    "noc-2016",
    "regions",
)


def live_releases() -> dict[str, Release]:
    """Return the live release of each dataset, by the dataset's slug, with one query per data version."""
    releases = Release.objects.filter(state=Release.State.LIVE).defer("files", "examples", "failure", "log")
    return DataVersion.remember("live-releases", lambda: {release.dataset_id: release for release in releases})


class OccupationProfile:
    """One unit group seen from one region (or from the whole of Québec). Each part is read when it is asked for.

    `start`: where the visitor is, to say which schools are near.
    """

    def __init__(self, place: Place, regions: Sequence[Region], region: Region, start: Point | None = None):
        self.place = place
        self.group = place.group
        self.regions = regions
        self.region = region
        self.start = start

    @property
    def teer(self) -> Teer:
        return TEER[self.group.teer]

    @cached_property
    def releases(self) -> dict[str, Release]:
        return live_releases()

    @cached_property
    def _tied(self) -> dict[str, list]:
        """Return what is read with one query: the few rows of each table about the unit group, and the descriptors."""
        group, fact = self.group, {"unit_group": self.group}
        workforce = self.live_one_of("workforce")
        return read_together(
            group,
            regulations=group.regulations.current().select_related("body").order_by("-covers_all", "body", "title_fr"),
            demands=InDemand.objects.live().filter(**fact),
            workforce=Workforce.objects.filter(release=workforce, **fact) if workforce else Workforce.objects.none(),
            projections=Projection.objects.live().filter(**fact),
            similar=similar.nearest(group),
            descriptors=Descriptor.objects.exclude(measure=""),
            fields_of_interest=group.fields_of_interest.current().select_related("field"),
            industries=group.industries.current().select_related("industry__grouping"),
            industry_shares=group.industry_shares.live(),
            former_codes=group.former_codes.current(),
            programmes=group.programmes.current().filter(programme__retired_on=None).select_related("programme"),
            official_texts=group.official_texts.current().filter(language=get_language()),
            edited_profile=EditedProfile.objects.filter(**fact),
            plain_profile=PlainProfile.objects.current().filter(**fact),
            related=related_to(group),
            titles=group.job_titles.current().filter(language=get_language()),
            levels=OutlookLevel.objects.current(),
        )

    @cached_property
    def wages(self) -> WageTable:
        wages = Wage.objects.live().filter(unit_group=self.group)
        return WageTable(wages, self.releases.get("wages"), self.regions, self.region)

    @cached_property
    def wage_place(self) -> WagePlace | None:
        row = self.wages.chosen.figure
        return WagePlace.of(row) if row else None

    @cached_property
    def wage_chart(self) -> WageChart:
        return WageChart(self.wages)

    @cached_property
    def prospects(self) -> Prospects:
        by_pk = {release.pk: release for release in self.releases.values()}
        outlooks = list(Outlook.objects.live().filter(unit_group=self.group, release__in=by_pk).with_level())
        scales = {outlook.level.scale for outlook in outlooks}
        used = [level for level in self._tied["levels"] if level.scale in scales]
        return Prospects(outlooks, used, by_pk, self.regions, self.region)

    @cached_property
    def outlook_change(self) -> OutlookChange | None:
        row = self.prospects.chosen.figure
        return since_previous_edition(row.outlook, row.release) if row else None

    @cached_property
    def demand(self) -> DemandNow:
        by_pk = {release.pk: release for release in self.releases.values()}
        return DemandNow(self._tied["demands"], by_pk, self.regions, self.region)

    @cached_property
    def employment(self) -> Employment | None:
        release = self.live_one_of("workforce")
        if release is None:
            return None
        return Employment(next(iter(self._tied["workforce"]), None), release)

    def live_one_of(self, slug: str) -> Release | None:
        """Return the live release of a dataset, or that of the demonstration figures which stand in for it."""
        return self.releases.get(slug) or self.releases.get(f"{slug}-demonstration")

    @property
    def regulations(self) -> list[Regulation]:
        """Return what professional orders and other bodies reserve, all jobs of the occupation first."""
        return self._tied["regulations"]

    @cached_property
    def plain(self) -> Plain | None:
        """Return the portal's own texts; None until they are written."""
        written = [*self._tied["edited_profile"], *self._tied["plain_profile"]]
        if not written or "profiles" not in self.releases:
            return None
        return Plain(written[0], self._tied["related"], self.releases["profiles"])

    @property
    def summary(self) -> list[str]:
        """Return what this work is like in a few sentences, by rule: the first interest and the first skill."""
        first = [*self.characteristics.interests[:1]]
        first += [part.leading[0] for part in self.characteristics.parts[:1] if part.leading]
        return [rating.sentence for rating in first]

    @cached_property
    def projection(self) -> NationalProjection | None:
        release = self.releases.get("cops")
        if release is None:
            return None
        return NationalProjection(next(iter(self._tied["projections"]), None), release)

    @property
    def titles(self) -> list[JobTitle]:
        """Return the job titles in the page's language: the main ones first, then the other examples."""
        return self._tied["titles"]

    @property
    def main_titles(self) -> list[JobTitle]:
        return [title for title in self.titles if title.is_illustrative]

    @property
    def other_titles(self) -> list[JobTitle]:
        return [title for title in self.titles if not title.is_illustrative]

    @cached_property
    def official_texts(self) -> list[tuple[str, list[OfficialText]]]:
        """Return (heading, sentences) in the page's language; empty until an operator has loaded the elements."""
        order = list(OfficialText.Element)
        texts = sorted(self._tied["official_texts"], key=lambda text: (order.index(text.element), text.position))
        return [
            (OfficialText.Element(element).label, list(sentences))
            for element, sentences in groupby(texts, lambda text: text.element)
        ]

    @property
    def has_official_texts(self) -> bool:
        return bool(self.place.definition or self.official_texts)

    @cached_property
    def _ratings(self) -> dict[str, list[Characteristic]]:
        descriptors = {descriptor.code: descriptor for descriptor in self._tied["descriptors"]}
        return similar.ratings(self.group, self._tied["similar"], descriptors)

    @cached_property
    def characteristics(self) -> CharacteristicsOf:
        return CharacteristicsOf(self._ratings.get(self.group.code, []), self.releases.get("oasis"))

    @cached_property
    def similar_occupations(self) -> list[similar.Similar]:
        return similar.explained(self.group, self._tied["similar"], self._ratings)

    @property
    def fields_of_interest(self) -> list[OccupationField]:
        """Return the fields of interest, the closest first."""
        return self._tied["fields_of_interest"]

    @property
    def industries(self) -> list:
        """Return the main sectors of activity (sectors.OccupationIndustry), the main one first.

        `share` is the percentage of the people of the occupation who work there; None where no edition says it.
        """
        shares = {each.industry_id: each.share for each in self._tied["industry_shares"]}
        for place in self._tied["industries"]:
            place.share = shares.get(place.industry_id)
        return self._tied["industries"]

    @cached_property
    def schools(self) -> Schools:
        """Return the programmes that lead to the occupation and the institutions that give them."""
        offered_by = self.live_one_of("programme-offerings")
        return Schools(self.group, self._tied["programmes"], self.region, offered_by, self.start)

    @property
    def former_codes(self) -> list[FormerCode]:
        """Return the codes of NOC 2016 and 2011 that became the unit group."""
        return self._tied["former_codes"]

    @property
    def sources(self) -> list[Release]:
        """Return the releases that this page uses."""
        employment = self.employment.release if self.employment else None
        used = {
            "profiles": self.plain is not None,
            "in-demand": self.demand.release == self.releases.get("in-demand"),
            "in-demand-demonstration": self.demand.release == self.releases.get("in-demand-demonstration"),
            "workforce": employment == self.releases.get("workforce"),
            "workforce-demonstration": employment == self.releases.get("workforce-demonstration"),
            "outlooks-demonstration": any(r.dataset_id == "outlooks-demonstration" for r in self.prospects.releases),
            "oasis": bool(self.characteristics),
            "oasis-descriptors": bool(self.characteristics),
            "occupation-fields": bool(self.fields_of_interest),
            "fields-of-interest": bool(self.fields_of_interest),
            "occupation-industries": bool(self.industries),
            "occupation-shares": bool(self._tied["industry_shares"]),
            "naics": bool(self.industries),
            "programmes": bool(self.schools),
            "programme-occupations": bool(self.schools),
            "programme-offerings": bool(self.schools.given),
            "programme-offerings-demonstration": self.schools.is_demonstrated,
            "institutions": bool(self.schools.given),
            "noc-texts": bool(self.official_texts),
            "noc-2016": bool(self.former_codes),
        }
        return [self.releases[slug] for slug in SOURCES if slug in self.releases and used.get(slug, True)]
