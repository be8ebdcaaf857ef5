import pytest

from occupations.models import NocGroup, OutlookLevel
from regions.models import Region

CLASSES = {
    "3": ("Santé", "Health occupations"),
    "31": ("Professionnels de la santé", "Health professionals"),
    "31301": ("Infirmiers autorisés/infirmières autorisées", "Registered nurses"),
    "21232": ("Développeurs/développeuses de logiciels", "Software developers and programmers"),
    "72106": ("Soudeurs/soudeuses", "Welders"),
}
REGIONS = {
    "00": ("24", "Ensemble du Québec", "Whole of Québec"),
    "06": ("2440", "Montréal", "Montréal"),
    "11": ("2410", "Gaspésie–Îles-de-la-Madeleine", "Gaspésie–Îles-de-la-Madeleine"),
}


@pytest.fixture
def classes(db):
    """A handful of NOC classes, three of them unit groups."""
    NocGroup.objects.bulk_create(NocGroup(code=code, name_fr=fr, name_en=en) for code, (fr, en) in CLASSES.items())


@pytest.fixture
def regions(db):
    """The whole of Québec and two regions."""
    Region.objects.bulk_create(
        Region(code=code, name_fr=fr, name_en=en, economic_region=economic)
        for code, (economic, fr, en) in REGIONS.items()
    )


@pytest.fixture
def scale(db):
    """The levels of Job Bank's scale."""
    levels = ("very-good", "good", "moderate", "limited", "very-limited", "undetermined")
    OutlookLevel.objects.bulk_create(
        OutlookLevel(
            code=f"job-bank-2024:{level}",
            scale="job-bank-2024",
            rank=rank if level != "undetermined" else None,
            label_fr=level,
            label_en=level,
            sentence_fr=level,
            sentence_en=level,
        )
        for rank, level in enumerate(levels, start=1)
    )
