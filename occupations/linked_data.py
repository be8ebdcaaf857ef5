"""An occupation as schema.org describes one, for the programs that read pages."""

from catalog.models import Kind
from occupations.models import NocGroup, Wage
from occupations.profile import OccupationProfile
from regions.models import Region

DURATION = {Wage.Unit.HOUR: "PT1H", Wage.Unit.YEAR: "P1Y"}


def occupation(profile: OccupationProfile, address: str) -> dict:
    """Return the `Occupation` of a page, in the active language (https://schema.org/Occupation).

    The median wage is given for the area that it is for, which may be wider than the region of the page. One that is
    not published is left out, and so is a demonstration: this vocabulary has no badge to put beside a figure.
    """
    group, row = profile.group, profile.wages.chosen.figure
    area = profile.region
    said = {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": group.name,
        "url": address,
        "mainEntityOfPage": address,
        "occupationalCategory": category(group),
        "educationRequirements": profile.teer.path,
    }
    if profile.plain:
        text = profile.plain.text
        said["description"] = text["summary"]
        said["responsibilities"] = [duty for group in text["duties"] for duty in group["duties"]]
        said["qualifications"] = " ".join(text["requirements"])
    if profile.main_titles:
        said["alternateName"] = [title.title for title in profile.main_titles]
    if row is not None and profile.wages.release.kind != Kind.DEMONSTRATION:
        area = row.region
        said["estimatedSalary"] = {
            "@type": "MonetaryAmountDistribution",
            "name": "base",
            "currency": "CAD",
            "duration": DURATION[row.wage.unit],
            "median": float(row.wage.median),
        }
    return said | {"occupationLocation": place(area)}


def category(group: NocGroup) -> dict:
    """Return the `CategoryCode` of a class (https://schema.org/CategoryCode), in the active language."""
    return {
        "@type": "CategoryCode",
        "codeValue": group.code,
        "name": group.name,
        "inCodeSet": {"@type": "CategoryCodeSet", "name": "National Occupational Classification (NOC) 2021"},
    }


def place(region: Region) -> dict:
    country = {"@type": "Country", "name": "Canada"}
    quebec = {"@type": "AdministrativeArea", "name": "Québec", "containedInPlace": country}
    if region.is_quebec:
        return quebec
    return {"@type": "AdministrativeArea", "name": region.name, "containedInPlace": quebec}
