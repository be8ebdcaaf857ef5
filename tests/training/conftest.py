import pytest

from occupations.models import NocGroup
from regions.models import Municipality, PostalArea, Region
from training.models import CipClass, Credential, Institution, Programme, TrainingSector

REGIONS = {
    "00": ("24", "Ensemble du Québec", "Whole of Québec"),
    "05": ("2430", "Estrie", "Estrie"),
    "06": ("2440", "Montréal", "Montréal"),
}
PLUMBERS = "72300"


@pytest.fixture
def places(db):
    """Three regions, Sherbrooke and Montréal, and the postal areas J1H and H2L."""
    Region.objects.bulk_create(
        Region(code=code, name_fr=fr, name_en=en, economic_region=economic)
        for code, (economic, fr, en) in REGIONS.items()
    )
    Municipality.objects.bulk_create(
        Municipality(code=code, name=name, designation="Ville", region_id=region)
        for code, name, region in (("43027", "Sherbrooke", "05"), ("66023", "Montréal", "06"))
    )
    PostalArea.objects.bulk_create(
        PostalArea(fsa=fsa, region_id=region, latitude=latitude, longitude=longitude)
        for fsa, region, latitude, longitude in (("J1H", "05", 45.4, -71.9), ("H2L", "06", 45.52, -73.56))
    )


@pytest.fixture
def classes(db):
    """A training sector, a field of study, an occupation."""
    TrainingSector.objects.create(code="07", name_fr="Bâtiment et travaux publics", name_en="Buildings")
    CipClass.objects.create(code="46", name_en="Construction trades")
    NocGroup.objects.create(code=PLUMBERS, name_fr="Plombiers/plombières", name_en="Plumbers")


@pytest.fixture
def plumbing(classes) -> Programme:
    return Programme.objects.create(
        identifier="5333",
        official_code="5333",
        english_code="5833",
        title_fr="Plomberie et chauffage",
        title_en="Plumbing and Heating",
        credential=Credential.DEP,
        sector_id="07",
        evidence="relayed",
    )


@pytest.fixture
def centre(places) -> Institution:
    return Institution.objects.create(
        code="752470",
        name="Centre de formation professionnelle 24-Juin",
        kind=Institution.Kind.VOCATIONAL_CENTRE,
        network=Institution.Network.PUBLIC,
        language="fr",
        municipality_id="43027",
        region_id="05",
        latitude="45.4",
        longitude="-71.9",
    )
