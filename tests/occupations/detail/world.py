"""A small world for the pages of occupations: one of each situation that a page has to tell apart.

31301  wages: Québec, Montréal, Capitale-Nationale (Québec's own figures again), Gaspésie (withheld, with a comment)
41401  a wage in Capitale-Nationale only; no prospects, no projection
00010  no wage anywhere; prospects undetermined; projection not published
72310  paid by the year
Prospects: Québec's from a third party, Montréal's a demonstration.
"""

from datetime import UTC, datetime

from catalog.models import Dataset, Release
from occupations.models import FormerCode, JobTitle, NocGroup, Outlook, OutlookLevel, Projection, Wage
from regions.models import Region

CLASSES = {
    "0": ("Cadres supérieurs", "Senior management"),
    "00": ("Corps législatifs et cadres", "Legislators and managers"),
    "000": ("Corps législatifs et cadres", "Legislators and managers"),
    "0001": ("Corps législatifs et cadres", "Legislators and managers"),
    "00010": ("Membres des corps législatifs", "Legislators"),
    "3": ("Secteur de la santé", "Health occupations"),
    "31": ("Personnel professionnel de la santé", "Professional occupations in health"),
    "311": ("Soins et consultation", "Health treating and consultation"),
    "3111": ("Dentistes et audiologistes", "Dentists and audiologists"),
    "31110": ("Dentistes", "Dentists"),
    "313": ("Soins infirmiers", "Nursing"),
    "3130": ("Professionnels des soins infirmiers", "Nursing professionals"),
    "31301": ("Infirmiers autorisés/infirmières autorisées", "Registered nurses"),
    "31302": ("Infirmiers praticiens/infirmières praticiennes", "Nurse practitioners"),
    "4": ("Enseignement et droit", "Education and law"),
    "41": ("Personnel professionnel du droit", "Professional occupations in law"),
    "414": ("Recherche sur les politiques", "Policy research"),
    "4140": ("Recherche sur les politiques", "Policy research"),
    "41401": ("Économistes", "Economists"),
    "7": ("Métiers et transport", "Trades and transport"),
    "72": ("Métiers techniques", "Technical trades"),
    "723": ("Construction", "Construction"),
    "7231": ("Charpenterie", "Carpentry"),
    "72310": ("Charpentiers-menuisiers/charpentières-menuisières", "Carpenters"),
}
REGIONS = {
    "00": ("24", "Ensemble du Québec", "Whole of Québec"),
    "03": ("2420", "Capitale-Nationale", "Capitale-Nationale"),
    "06": ("2440", "Montréal", "Montréal"),
    "11": ("2410", "Gaspésie–Îles-de-la-Madeleine", "Gaspésie–Îles-de-la-Madeleine"),
}
LEVELS = [
    ("very-good", 1, "Très bonnes", "Very good"),
    ("good", 2, "Bonnes", "Good"),
    ("moderate", 3, "Modérées", "Moderate"),
    ("limited", 4, "Limitées", "Limited"),
    ("very-limited", 5, "Très limitées", "Very limited"),
    ("undetermined", None, "Indéterminées", "Undetermined"),
]
WAGES = [
    ("31301", "00", "hour", "26.00", "40.00", "50.00"),
    ("31301", "03", "hour", "26.00", "40.00", "50.00"),
    ("31301", "06", "hour", "25.81", "38.00", "50.39"),
    ("41401", "03", "hour", "34.00", "46.70", "52.69"),
    ("72310", "00", "year", "41000", "61200", "90500"),
]
OUTLOOKS = [
    ("outlooks", "31301", "00", "good"),
    ("outlooks-demonstration", "31301", "06", "moderate"),
    ("outlooks", "00010", "00", "undetermined"),
]
KINDS = {"outlooks": "third-party", "outlooks-demonstration": "demonstration", "outlook-scales": "portal"}


def publish(slug: str, **fields) -> Release:
    """Make a release and point its dataset to it."""
    dataset = Dataset.objects.create(slug=slug)
    facts = {
        "label": "2025",
        "reference_period": "2025",
        "retrieved_at": datetime(2026, 1, 15, tzinfo=UTC),
        "kind": KINDS.get(slug, "official"),
        "note_fr": f"Note sur {slug}.",
        "note_en": f"Note on {slug}.",
        "state": Release.State.LIVE,
    }
    release = Release.objects.create(dataset=dataset, **(facts | fields))
    dataset.live_release = release
    dataset.save()
    return release


def build() -> dict[str, Release]:
    """Fill the database; return the live releases by the slug of their dataset."""
    slugs = ("regions", "noc", "noc-titles", "noc-2016", "outlook-scales", "outlooks", "outlooks-demonstration")
    releases = {slug: publish(slug) for slug in slugs}
    releases["wages"] = publish("wages", reference_period="2024")
    releases["cops"] = publish("cops", reference_period="2024-2033")
    NocGroup.objects.bulk_create(NocGroup(code=code, name_fr=fr, name_en=en) for code, (fr, en) in CLASSES.items())
    Region.objects.bulk_create(
        Region(code=code, name_fr=fr, name_en=en, economic_region=economic)
        for code, (economic, fr, en) in REGIONS.items()
    )
    OutlookLevel.objects.bulk_create(
        OutlookLevel(
            code=f"job-bank-2024:{level}",
            scale="job-bank-2024",
            rank=rank,
            label_fr=fr,
            label_en=en,
            sentence_fr=f"Phrase sur {fr}.",
            sentence_en=f"Sentence on {en}.",
        )
        for level, rank, fr, en in LEVELS
    )
    Wage.objects.bulk_create(
        Wage(release=releases["wages"], unit_group_id=noc, region_id=at, unit=unit, low=low, median=median, high=high)
        for noc, at, unit, low, median, high in WAGES
    )
    Wage.objects.create(
        release=releases["wages"],
        unit_group_id="31301",
        region_id="11",
        unit="hour",
        comment_fr="Échantillon trop petit.",
        comment_en="The sample is too small.",
    )
    Outlook.objects.bulk_create(
        Outlook(release=releases[slug], unit_group_id=noc, region_id=at, level_id=f"job-bank-2024:{level}")
        for slug, noc, at, level in OUTLOOKS
    )
    Projection.objects.create(release=releases["cops"], code="00010", unit_group_id="00010")
    Projection.objects.create(
        release=releases["cops"],
        code="31301",
        unit_group_id="31301",
        employment=363100,
        employment_growth=97700,
        retirements=62000,
        other_replacement=20000,
        job_openings=179800,
        school_leavers=155300,
        immigration=21700,
        other_seekers=-17500,
        job_seekers=159500,
        recent_conditions="strong-shortage-signs",
        future_conditions="strong-shortage-risk",
    )
    JobTitle.objects.bulk_create(
        JobTitle(unit_group_id="31301", language=language, title=title, is_illustrative=main)
        for language, title, main in (
            ("fr", "infirmier clinicien/infirmière clinicienne", True),
            ("fr", "consultant/consultante en soins infirmiers", False),
            ("en", "clinical nurse", True),
        )
    )
    FormerCode.objects.bulk_create(
        FormerCode(former_code=code, former_name_fr=fr, former_name_en=en, unit_group_id=noc)
        for code, fr, en, noc in (
            ("3012", "Infirmiers autorisés", "Registered nurses (2016)", "31301"),
            ("4151", "Psychologues", "Psychologists", "31302"),
            ("4151", "Psychologues", "Psychologists", "41401"),
            ("3111", "Médecins spécialistes", "Specialist physicians", "31302"),
        )
    )
    return releases
