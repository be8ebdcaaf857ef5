"""What the sheet says, in the active language: that of the page, from the same presenters."""

from django.utils.translation import gettext as _

from imt.templatetags.portal import day
from occupations.models import NocGroup
from occupations.profile import OccupationProfile
from occupations.sheet import blocks, plain
from occupations.sheet.characteristics import characteristics, similar
from occupations.sheet.glance import glance
from occupations.sheet.projection import projection
from occupations.sheet.prospects import prospects
from occupations.sheet.requirements import demand, regulations
from occupations.sheet.training import training
from occupations.sheet.wages import wages

# Figures by age, sex and working time are on the page only.
LEFT_TO_THE_PAGE = {"workforce", "workforce-demonstration"}


def content(profile: OccupationProfile, address: str) -> dict:
    """Return what sheet.typ lays out, as plain JSON."""
    group, region = profile.group, profile.region
    return {
        "title": f"{group.name} – {region.name}",
        "name": group.name,
        "code": f"{_('NOC')} 2021, {NocGroup.Level(group.level).label.lower()} {group.code}",
        "region": region.name,
        "address": address,
        "retired": retired(group),
        "glance": {"title": _("At a glance"), "cards": glance(profile)},
        "sections": [each for each in sections(profile) if each["blocks"]],
    }


def retired(group: NocGroup) -> str:
    if group.retired_on is None:
        return ""
    said = _("This class left the classification on %(date)s. What was known of it stays here for reference.")
    return said % {"date": day(group.retired_on)}


def sections(profile: OccupationProfile):
    if profile.plain:
        yield plain.work(profile.plain)
    yield prospects(profile.prospects, profile.outlook_change)
    yield demand(profile.demand)
    yield wages(profile.wages, profile.wage_chart, profile.wage_place)
    if profile.plain:
        yield plain.requirements(profile.plain)
    if "regulations" in profile.releases:
        yield regulations(profile.regulations, profile.releases["regulations"])
    if profile.fields_of_interest:
        yield fields_of_interest(profile)
    if profile.characteristics:
        yield characteristics(profile.characteristics)
    yield projection(profile.projection)
    yield training(profile.schools, profile.releases.get("programme-occupations"))
    if profile.industries:
        yield sectors(profile)
    if profile.plain and profile.plain.related:
        yield plain.related(profile.plain)
    if profile.similar_occupations:
        yield similar(profile)
    yield titles(profile)
    if profile.has_official_texts:
        yield official_texts(profile)
    yield sources(profile)


def fields_of_interest(profile: OccupationProfile) -> dict:
    names = " · ".join(each.field.name for each in profile.fields_of_interest)
    return blocks.section(_("Fields of interest"), blocks.paragraph(names))


def sectors(profile: OccupationProfile) -> dict:
    places = [f"{place.industry.name} ({_('NAICS')} {place.industry_id})" for place in profile.industries]
    said = _("People of this occupation mostly work in:")
    return blocks.section(_("Sectors of activity"), blocks.paragraph(said), blocks.listing(places))


def titles(profile: OccupationProfile) -> dict:
    if not profile.titles:
        nothing = _("No job title is loaded for this occupation in this language.")
        return blocks.section(_("Job titles"), blocks.paragraph(nothing))
    names = [title.title for title in (*profile.main_titles, *profile.other_titles)]
    said = _("People who hold these jobs are counted in this occupation:")
    return blocks.section(_("Job titles"), blocks.paragraph(said), blocks.paragraph(" · ".join(names)))


def official_texts(profile: OccupationProfile) -> dict:
    parts = []
    for heading, sentences in profile.official_texts:
        parts += [blocks.subtitle(str(heading)), blocks.listing([sentence.text for sentence in sentences])]
    mark = _("Official text of Statistics Canada, as published in the classification.")
    return blocks.section(
        _("Official description"), blocks.paragraph(mark), blocks.paragraph(profile.place.definition), *parts
    )


def sources(profile: OccupationProfile) -> dict:
    parts = []
    for release in profile.sources:
        if release.dataset_id in LEFT_TO_THE_PAGE:
            continue
        parts += [blocks.source(release), blocks.paragraph(release.note)]
    return blocks.section(_("Sources"), *parts)
