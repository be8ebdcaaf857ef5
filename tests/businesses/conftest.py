import pytest

from businesses.models import CaeIndustry
from regions.models import Municipality, PostalArea, Rcm, Region
from sectors.models import Grouping, Industry

REGIONS = {"00": "Ensemble du Québec", "03": "Capitale-Nationale", "06": "Montréal", "12": "Chaudière-Appalaches"}
INDUSTRIES = {
    "72": ("38", None),
    "722": ("38", "72"),
    "7225": ("38", "722"),
    "811": ("39", None),
    "8111": ("39", "811"),
}


@pytest.fixture
def world(db):
    """Three regions, a few municipalities (two of one name), their postal areas, two sectors and three CAE codes."""
    for code, name in REGIONS.items():
        Region.objects.create(code=code, name_fr=name, name_en=name, economic_region=f"24{code}")
    Rcm.objects.create(code="220", name="MRC La Jacques-Cartier", region_id="03")
    towns = [
        ("66023", "Montréal", "06", None),
        ("22010", "Lac-Beauport", "03", "220"),
        ("03001", "Saint-Modèle", "03", None),
        ("12001", "Saint-Modèle", "12", None),
    ]
    for code, name, region, rcm in towns:
        Municipality.objects.create(code=code, name=name, designation="Ville", region_id=region, rcm_id=rcm)
    for fsa, region, point in (("H2X", "06", (45.5, -73.5)), ("G3B", "03", (46.9, -71.3)), ("G0B", "12", (None, None))):
        PostalArea.objects.create(fsa=fsa, region_id=region, latitude=point[0], longitude=point[1])
    for code, name in (("38", "Hébergement et restauration"), ("39", "Réparation")):
        Grouping.objects.create(code=code, name_fr=name, name_en=name)
    for code, (grouping, parent) in INDUSTRIES.items():
        Industry.objects.create(code=code, name_fr=code, name_en=code, grouping_id=grouping, parent_id=parent)
    for code, industry, confidence in (("92", "72", "medium"), ("921", "722", "high"), ("635", "8111", "high")):
        CaeIndustry.objects.create(code=code, industry_id=industry, confidence=confidence)
