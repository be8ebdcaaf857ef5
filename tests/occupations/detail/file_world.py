"""What the occupation file shows besides wages and prospects, added to the small world of `world.py`."""

from datetime import date

from catalog.models import Release
from occupations.models import (
    Characteristic,
    Descriptor,
    FieldOfInterest,
    InDemand,
    OccupationField,
    PlainProfile,
    Regulation,
    RegulatoryBody,
    SimilarOccupation,
    Workforce,
)
from occupations.models.workforce import AGES
from sectors.models import Grouping, Industry, OccupationIndustry
from tests.occupations.detail.world import publish

# Code, names, measure, and the ratings of nurses (value, lowest, highest, standing) and of nurse practitioners.
RATINGS = [
    ("C01a02", "Investigateur", "Investigative", "interest", (1, 1, 1, 60), (3, 3, 3, 90)),
    ("C01a04", "Social", "Social", "interest", (3, 3, 3, 90), (0, 0, 0, 0)),
    ("F01b02", "Rédaction", "Writing", "proficiency", (4, 3, 5, 80), (4, 4, 4, 80)),
    ("F01c01", "Numératie", "Numeracy", "proficiency", (2, 2, 2, 20), (5, 5, 5, 99)),
    ("G08a01", "Biologie", "Biology", "knowledge", (2, 2, 2, 85), (2, 2, 2, 85)),
    ("J01c02", "Contraintes de temps", "Time Pressure", "frequency", (5, 5, 5, 70), (5, 5, 5, 70)),
    ("J01c02-importance", "Contraintes de temps", "Time Pressure", "importance", (4, 4, 4, 60), (4, 4, 4, 60)),
    ("J01c03", "Type d’horaires", "Type of Schedules", "schedule", (3, 3, 3, 50), (1, 1, 1, 50)),
    ("J03a10", "Rester debout", "Standing", "duration", (3, 3, 3, 40), (3, 3, 3, 40)),
    ("K01a01", "Obtention d’information", "Getting information", "complexity", (4, 4, 4, 60), (4, 4, 4, 60)),
    ("K03a01", "Juger de la qualité", "Judging quality", "complexity", (3, 3, 3, 60), (4, 4, 4, 60)),
    ("K04a12", "Offrir des soins", "Providing care", "complexity", (5, 5, 5, 99), (4, 4, 4, 60)),
    ("K02a01", "Manipuler des objets", "Handling objects", "complexity", (1, 1, 1, 10), (4, 4, 4, 60)),
]


def rated() -> Release:
    """Ratings of nurses and of nurse practitioners, who resemble them."""
    release = publish("oasis", label="2023 v1.0", reference_period="2023")
    publish("oasis-descriptors")
    Descriptor.objects.bulk_create(
        Descriptor(code=code, name_fr=fr, name_en=en, measure=measure) for code, fr, en, measure, *_ in RATINGS
    )
    Characteristic.objects.bulk_create(
        Characteristic(
            release=release,
            unit_group_id=noc,
            descriptor_id=rating[0],
            **dict(zip(("value", "lowest", "highest", "standing"), rating[place], strict=True)),
        )
        for rating in RATINGS
        for noc, place in (("31301", 4), ("31302", 5))
    )
    SimilarOccupation.objects.create(unit_group_id="31301", other_id="31302", rank=1, likeness=88)
    return release


def placed() -> None:
    """Fields of interest and industries of nurses, the closest and the main one first."""
    for slug in ("fields-of-interest", "occupation-fields", "naics", "occupation-industries"):
        publish(slug, kind="portal")
    FieldOfInterest.objects.create(code="care", name_fr="Soins et assistance", name_en="Care and assistance")
    FieldOfInterest.objects.create(code="counselling", name_fr="Conseiller et aider", name_en="Counselling, helping")
    for rank, field in ((2, "counselling"), (1, "care")):
        OccupationField.objects.create(unit_group_id="31301", field_id=field, rank=rank)
    health = Grouping.objects.create(code="38", name_fr="Santé", name_en="Health care")
    Industry.objects.create(code="621", name_fr="Soins ambulatoires", name_en="Ambulatory care")
    Industry.objects.create(code="622", name_fr="Hôpitaux", name_en="Hospitals", grouping=health)
    for rank, industry in ((2, "621"), (1, "622")):
        OccupationIndustry.objects.create(unit_group_id="31301", industry_id=industry, rank=rank)


def in_demand() -> Release:
    """Nurses: in demand in Capitale-Nationale, not in Montréal nor in Québec, and nothing is said of Gaspésie."""
    release = publish("in-demand-demonstration", kind="demonstration", reference_period="2026-07 – 2026-12")
    for region, demand in (("00", False), ("03", True), ("06", False)):
        InDemand.objects.create(release=release, unit_group_id="31301", region_id=region, in_demand=demand)
    return release


def regulated() -> None:
    for slug in ("regulations", "regulatory-bodies"):
        publish(slug, kind="portal")
    order = RegulatoryBody.objects.create(
        code="oiiq",
        name_fr="Ordre infirmier",
        name_en="Order of nurses",
        is_order=True,
        website="https://oiiq.example/",
    )
    for title, covers_all in (("Nurse anaesthetist", False), ("Nurse", True)):
        Regulation.objects.create(
            unit_group_id="31301",
            body=order,
            title_fr=title,
            title_en=title,
            kind="exclusive-practice",
            covers_all=covers_all,
            evidence="compiled",
        )


def employed() -> Release:
    release = publish("workforce-demonstration", kind="demonstration", reference_period="2023")
    ages = dict.fromkeys(AGES, 100) | {"age_35_44": 500}
    Workforce.objects.create(
        release=release, unit_group_id="31301", employed=1000, women=900, men=100, full_time=750, part_time=250, **ages
    )
    Workforce.objects.create(
        release=release, unit_group_id="72310", employed=1000, women=300, men=700, full_time=1000, part_time=None
    )
    return release


TOLD_FR = {
    "summary": "Ces personnes soignent les malades à l’hôpital.",
    "duties": [
        {"job": "À l’étage", "duties": ["Donner les médicaments", "Changer les pansements"]},
        {"job": "À domicile", "duties": ["Visiter les malades", "Noter les progrès", "Rassurer les familles"]},
    ],
    "workplaces": ["hôpitaux", "CLSC"],
    "conditions": ["On marche beaucoup.", "On travaille parfois la nuit."],
    "requirements": ["Un baccalauréat est habituellement exigé.", "Le permis de l’OIIQ est obligatoire."],
    "also_called": ["garde-malade", "nurse", "garde"],
}
TOLD_EN = {
    "summary": "They care for sick people in hospitals.",
    "duties": [{"job": "", "duties": ["Give drugs", "Dress wounds", "Visit patients", "Take notes", "Calm families"]}],
    "workplaces": ["hospitals", "clinics"],
    "conditions": ["You walk a lot.", "You sometimes work at night."],
    "requirements": ["A bachelor’s degree is usually required."],
    "also_called": ["RN", "charge nurse", "ward nurse"],
}
RELATED = [
    {"code": "72310", "fr": "travaille aussi debout", "en": "also stands all day"},
    {"code": "31302", "fr": "peut aussi prescrire", "en": "can prescribe too"},
]


def told() -> PlainProfile:
    """What nurses do, in the portal's words."""
    publish("profiles", kind="portal")
    return PlainProfile.objects.create(
        unit_group_id="31301", text_fr=TOLD_FR, text_en=TOLD_EN, related=RELATED, reviewed_on=date(2026, 11, 22)
    )


def build_file() -> None:
    """Add everything to a world that is there."""
    for part in (rated, placed, in_demand, regulated, employed, told):
        part()
