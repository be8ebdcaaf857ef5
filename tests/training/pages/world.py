"""A few programmes over the small world of occupations: one of each situation that a page has to tell apart.

5319     carpentry, in both languages; leads to carpenters, whom nothing says the prospects of
180a0    nursing, college; in French in Montréal and in Capitale-Nationale, in English in Montréal
bac-soins nursing, university; without a code, nor a title in English
5325     leads to nurses, and may lead to dentists; nobody says who gives it, nor what became of graduates
200b1    leads to nothing; too few graduates
Places: H2X is in the middle of Montréal, beside its college; G1R is in Québec; no one knows where H0H is.
"""

from datetime import date
from decimal import Decimal

from regions.models import Municipality, PostalArea
from tests.occupations.detail.world import build as build_occupations
from tests.occupations.detail.world import publish
from training.models import (
    GraduateOutcome,
    Institution,
    Offering,
    Programme,
    ProgrammeDuration,
    ProgrammeOccupation,
    TrainingSector,
)

# Identifier: official code, English code, titles, credential, sector.
PROGRAMMES = {
    "5319": ("5319", "5819", "Charpenterie-menuiserie", "Carpentry", "dep", "07"),
    "5325": ("5325", "5825", "Santé, assistance et soins infirmiers", "Health, Assistance and Nursing", "dep", "19"),
    "180a0": ("180.A0", "", "Soins infirmiers", "Nursing", "dec-technical", "19"),
    "200b1": ("200.B1", "", "Sciences de la nature", "Natural Science", "dec-pre-university", None),
    "bac-soins": ("", "", "Sciences infirmières", "", "bachelor", None),
}
# Code: name, kind, region, municipality, place.
INSTITUTIONS = {
    "100001": ("Cégep du Parc", "college", "06", "66023", ("45.51", "-73.57")),
    "100002": ("Cégep du Cap", "college", "03", "23027", ("46.81", "-71.21")),
    "200001": ("Centre de formation du Fleuve", "vocational-centre", "03", "23027", ("46.90", "-71.30")),
    "300001": ("Université de l’Île", "university", "06", "66023", (None, None)),
}
OFFERS = [
    ("180a0", "100001", "fr"),
    ("180a0", "100001", "en"),
    ("180a0", "100002", "fr"),
    ("5319", "200001", "fr"),
    ("bac-soins", "300001", "fr"),
]
TIES = [
    ("5319", "72310", "leads-to"),
    ("5325", "31301", "leads-to"),
    ("5325", "31110", "may-lead-to"),
    ("180a0", "31301", "leads-to"),
    ("bac-soins", "31301", "leads-to"),
]
POSTAL_AREAS = {"H2X": ("06", "45.51", "-73.57"), "G1R": ("03", "46.81", "-71.21"), "H0H": ("06", None, None)}


def build() -> None:
    build_occupations()
    for slug in ("training-sectors", "programmes", "institutions", "programme-occupations"):
        publish(slug, kind="portal")
    for code, fr, en in (("07", "Bâtiment", "Buildings"), ("19", "Santé", "Health Services")):
        TrainingSector.objects.create(code=code, name_fr=fr, name_en=en)
    for fsa, (region, latitude, longitude) in POSTAL_AREAS.items():
        PostalArea.objects.create(fsa=fsa, region_id=region, latitude=latitude, longitude=longitude)
    Municipality.objects.create(code="66023", name="Montréal", designation="Ville", region_id="06")
    Municipality.objects.create(code="23027", name="Québec", designation="Ville", region_id="03")
    for identifier, (official, english, fr, en, credential, sector) in PROGRAMMES.items():
        Programme.objects.create(
            identifier=identifier,
            official_code=official,
            english_code=english,
            title_fr=fr,
            title_en=en,
            credential=credential,
            sector_id=sector,
            evidence="relayed",
        )
    for code, (name, kind, region, municipality, (latitude, longitude)) in INSTITUTIONS.items():
        Institution.objects.create(
            code=code,
            name=name,
            kind=kind,
            region_id=region,
            municipality_id=municipality,
            latitude=latitude,
            longitude=longitude,
            address="1, rue Principale",
            postal_code="H2X 1A1",
            website="https://example.org/",
        )
    for programme, noc, kind in TIES:
        ProgrammeOccupation.objects.create(
            programme_id=programme, unit_group_id=noc, kind=kind, reviewed_on=date(2026, 11, 1)
        )
    figures()


def figures() -> None:
    """Who gives what, how long it takes, what became of graduates: the middle one is real."""
    offers = publish("programme-offerings-demonstration", kind="demonstration")
    for programme, institution, language in OFFERS:
        Offering.objects.create(release=offers, programme_id=programme, institution_id=institution, language=language)
    lengths = publish("programme-durations", kind="official")
    for programme, hours, months in (("5319", 1350, 12), ("180a0", 2805, 36), ("bac-soins", None, 36)):
        ProgrammeDuration.objects.create(release=lengths, programme_id=programme, hours=hours, months=months)
    outcomes = publish("graduate-outcomes-demonstration", kind="demonstration")
    for programme, placement in (("5319", "78.4"), ("180a0", "96.1")):
        GraduateOutcome.objects.create(
            release=outcomes,
            programme_id=programme,
            year=2024,
            placement_rate=Decimal(placement),
            related_rate=Decimal("88.0"),
            weekly_earnings=812,
            studying_rate=Decimal("30.5"),
        )
    GraduateOutcome.objects.create(release=outcomes, programme_id="200b1", year=2024, status="few-graduates")
