"""A small NAICS over the small world of occupations: one of each situation that a page of a sector has to tell apart.

62     health care, which spans two sectors of activity; 6221 and 62211 repeat one name
622    nurses first, economists for some; in demand now in Capitale-Nationale
31-33  a range, of which no occupation is known
       622 has figures of its own, with a suppressed one; 6221 and 621 those of a wider industry; 31-33 none at all
722    a subsector that no occupation is mostly in, though one is in its sector of activity
"""

from occupations.models import OutlookLevel
from regions.models import Region
from sectors.models import (
    Grouping,
    GroupingCode,
    Industry,
    IndustryStatistic,
    OccupationIndustry,
    Organization,
    OrganizationGrouping,
    RegionalEmployment,
    SectorDescription,
    SectorProspect,
)
from tests.occupations.detail import file_world
from tests.occupations.detail.world import build as build_occupations
from tests.occupations.detail.world import publish

GROUPINGS = {
    "06": ("Fabrication d’aliments", "Food manufacturing"),
    "33": ("Soins ambulatoires", "Ambulatory health care"),
    "34": ("Hôpitaux", "Hospitals"),
    "38": ("Hébergement et restauration", "Accommodation and food services"),
}
# Code: the class above, the sector of activity, the names.
INDUSTRIES = {
    "31-33": (None, None, "Fabrication", "Manufacturing"),
    "311": ("31-33", "06", "Fabrication d'aliments", "Food manufacturing"),
    "62": (None, None, "Soins de santé et assistance sociale", "Health care and social assistance"),
    "621": ("62", "33", "Services de soins ambulatoires", "Ambulatory health care services"),
    "622": ("62", "34", "Hôpitaux", "Hospitals"),
    "6221": ("622", "34", "Hôpitaux généraux", "General hospitals"),
    "62211": ("6221", "34", "Hôpitaux généraux", "General hospitals"),
    "622111": ("62211", "34", "Hôpitaux généraux, sauf pédiatriques", "General (except paediatric) hospitals"),
    "72": (None, "38", "Hébergement et services de restauration", "Accommodation and food services"),
    "721": ("72", "38", "Services d'hébergement", "Accommodation services"),
    "722": ("72", "38", "Services de restauration et débits de boissons", "Food services and drinking places"),
    "7225": ("722", "38", "Restaurants", "Eating places"),
}
TIES = [("31301", "622", 1), ("31301", "621", 2), ("31110", "621", 1), ("41401", "622", 3), ("72310", "721", 2)]

# Measure, industries, year: value, status.
STATISTICS = [
    ("employed", "62", 2024, 600_000, ""),
    *(("employed", "622", year, value, "") for year, value in ((2019, 200_000), (2020, 190_000), (2024, 230_000))),
    ("employed", "622", 2021, None, "x"),
    ("part-time", "622", 2024, 46_000, ""),
    ("weekly-earnings", "622", 2023, 1_234, "A"),
    ("weekly-earnings", "622", 2024, None, "F"),
]
LEVELS = [("growth", 1, "Croissance", "Growth"), ("decline", 2, "Recul", "Decline")]


def build() -> None:
    build_occupations()
    for slug in ("naics", "sector-groupings", "sector-grouping-codes", "occupation-industries"):
        publish(slug, kind="portal")
    Grouping.objects.bulk_create(Grouping(code=code, name_fr=fr, name_en=en) for code, (fr, en) in GROUPINGS.items())
    Industry.objects.bulk_create(
        Industry(code=code, parent_id=above, grouping_id=grouping, name_fr=fr, name_en=en)
        for code, (above, grouping, fr, en) in INDUSTRIES.items()
    )
    for code, grouping in {"311": "06", "621": "33", "622": "34", "72": "38"}.items():
        GroupingCode.objects.create(industry_id=code, member_of_id=grouping)
    for noc, industry, rank in TIES:
        OccupationIndustry.objects.create(unit_group_id=noc, industry_id=industry, rank=rank)
    file_world.in_demand()
    surveyed()
    by_region()
    described()
    represented()


def surveyed() -> None:
    """What surveys publish of hospitals and of the whole of health care."""
    jobs, pay = publish("industry-employment", kind="third-party"), publish("industry-earnings", kind="third-party")
    IndustryStatistic.objects.bulk_create(
        IndustryStatistic(
            release=pay if measure == "weekly-earnings" else jobs,
            measure=measure,
            industries=industries,
            year=year,
            value=value,
            status=status,
        )
        for measure, industries, year, value, status in STATISTICS
    )


def by_region() -> None:
    """Hospitals: growing in Québec and in Montréal, where jobs are up by a tenth; suppressed in Gaspésie."""
    prospects = publish("sector-prospects-demonstration", kind="demonstration", reference_period="2025-2029")
    jobs = publish("regional-employment-demonstration", kind="demonstration")
    for level, rank, fr, en in LEVELS:
        names = {
            "label_fr": fr,
            "label_en": en,
            "sentence_fr": f"Phrase sur {fr}.",
            "sentence_en": f"Sentence on {en}.",
        }
        OutlookLevel.objects.create(code=f"sector-growth:{level}", scale="sector-growth", rank=rank, **names)
    for region, level in (("00", "growth"), ("03", "decline"), ("06", "growth")):
        SectorProspect.objects.create(
            release=prospects, grouping_id="34", region_id=region, level_id=f"sector-growth:{level}"
        )
    for region, year, employed, status in (
        ("06", 2019, 50_000, ""),
        ("06", 2024, 55_000, ""),
        ("11", 2024, None, "x"),
    ):
        RegionalEmployment.objects.create(
            release=jobs, grouping_id="34", region_id=region, year=year, employed=employed, status=status
        )


def survey_places() -> None:
    """The places of the Labour Force Survey that are no regions, and the two regions that it counts together."""
    names = {
        "09": "Côte-Nord",
        "10": "Nord-du-Québec",
        "09-10": "Côte-Nord and Nord-du-Québec",
        "462": "Montréal CMA",
        "421": "Québec CMA",
    }
    Region.objects.bulk_create(
        Region(code=code, name_fr=name, name_en=name, economic_region=f"99{code}" if len(code) == 2 else "")
        for code, name in names.items()
    )


def described() -> None:
    """The portal's own words about hospitals."""
    publish("sector-descriptions", kind="portal")
    text = {
        "summary": "People are treated here.",
        "description": "Work never stops.",
        "includes": ["general hospitals", "psychiatric hospitals", "rehabilitation hospitals"],
        "not_here": [{"code": "621", "text": "clinics"}],
        "also_called": ["infirmary", "hospital centre", "ward"],
    }
    SectorDescription.objects.create(code="grouping-34", grouping_id="34", text_fr=text, text_en=text)


def represented() -> None:
    """A committee and an association of hospitals."""
    publish("sector-organizations", kind="portal")
    for code, kind, name, website in (
        ("acme", "association", "Association des hôpitaux", "https://hopitaux.example.org"),
        ("csmo", "committee", "Comité de la santé", ""),
    ):
        Organization.objects.create(
            code=code,
            kind=kind,
            name_fr=name,
            field_fr="Santé",
            field_en="Health",
            website=website,
            evidence="compiled",
        )
        OrganizationGrouping.objects.create(organization_id=code, grouping_id="34")
