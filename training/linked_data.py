"""Programmes and institutions as schema.org describes them, for the programs that read pages.

Figures of demonstration are left out, and with them the institutions that only they tell of: this vocabulary has no
badge to put beside a figure.
"""

from catalog.models import Kind
from occupations.linked_data import category, place
from training.models import Credential, Institution, Level
from training.profile import ProgrammeProfile


def programme(profile: ProgrammeProfile, address: str) -> dict:
    """Return the `EducationalOccupationalProgram` of a page (https://schema.org/EducationalOccupationalProgram)."""
    programme = profile.programme
    said = {
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalProgram",
        "name": programme.title,
        "url": address,
        "mainEntityOfPage": address,
        "educationalCredentialAwarded": Credential(programme.credential).label,
        "programType": Level(programme.level).label,
        "occupationalCategory": [category(each.group) for each in profile.leads_to],
    }
    if programme.code:
        said["identifier"] = programme.code
    if profile.length and profile.length["months"] and is_published(profile.length_release):
        said["timeToComplete"] = f"P{profile.length['months']}M"
    if is_published(profile.offered_by):
        said["provider"] = [organization(given.institution) for given in profile.where.given]
    return said


def is_published(release) -> bool:
    return release is not None and release.kind != Kind.DEMONSTRATION


def institution(found: Institution, address: str) -> dict:
    """Return the institution of a page, in full."""
    return {"@context": "https://schema.org", "mainEntityOfPage": address} | organization(found)


def organization(found: Institution) -> dict:
    is_college = found.kind != Institution.Kind.VOCATIONAL_CENTRE
    said = {
        "@type": "CollegeOrUniversity" if is_college else "EducationalOrganization",
        "name": found.name,
        "identifier": found.code,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": found.address,
            "addressLocality": found.municipality.name if found.municipality else "",
            "addressRegion": "QC",
            "postalCode": found.postal_code,
            "addressCountry": "CA",
        },
    }
    if found.region:
        said["location"] = place(found.region)
    if found.website:
        said["url"] = found.website
    if found.point:
        said["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": found.point.latitude,
            "longitude": found.point.longitude,
        }
    return said
