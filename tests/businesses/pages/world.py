"""A small directory over the small world of sectors: one of each situation that a page has to tell apart.

bakeries       two of one enterprise, in Québec City and in Montréal, with sizes, telephone and website
hospital       large, of unknown bounds; its place is given, and not a postal area's
9123-4567      a numbered company of no known size, sector or place
withheld       a person's, without an address
gone           retired, not listed
"""

from datetime import date

from django.db import connection, transaction

from businesses.listing import COUNTS
from businesses.models import BusinessCount, Establishment
from businesses.search import vocabulary
from regions.models import Municipality, PostalArea, Rcm
from tests.occupations.detail.world import publish
from tests.sectors.pages.world import build as build_sectors

SOURCE = "business-lists"
QUEBEC, MONTREAL = (46.81, -71.21), (45.51, -73.56)


def build() -> None:
    build_sectors()
    publish(SOURCE, kind="third-party")
    Rcm.objects.create(code="230", name="Québec", region_id="03")
    Municipality.objects.create(code="23027", name="Québec", designation="Ville", region_id="03", rcm_id="230")
    Municipality.objects.create(code="66023", name="Montréal", designation="Ville", region_id="06")
    for fsa, region, (latitude, longitude) in (("G1R", "03", QUEBEC), ("H2X", "06", MONTREAL)):
        PostalArea.objects.create(fsa=fsa, region_id=region, latitude=latitude, longitude=longitude)
    bakery = {
        "enterprise": "1160000001",
        "legal_name": "Boulangerie Bérubé inc.",
        "activity": "Boulangerie",
        "industry_id": "722",
        "industry_confidence": "high",
        "grouping_id": "38",
        "size_year": 2025,
        "size_of": "enterprise",
    }
    add("bakery-1", **bakery, **in_quebec(), is_main=True, telephone="418 555-0101", size_min=5, size_max=9)
    add("bakery-2", **bakery, **in_montreal(), trade_name="Le Pain d’Élise", size_min=5, size_max=9)
    add(
        "hospital",
        legal_name="Hôpital général",
        activity="Hôpital",
        industry_id="6221",
        industry_confidence="given",
        grouping_id="34",
        size_min=500,
        website="https://hopital.example.org",
        **in_montreal() | {"latitude": 45.58, "precision": "given"},
    )
    add("9123-4567", legal_name="9123-4567 Québec inc.")
    add("withheld", legal_name="Élise Bérubé", withheld="individual", region_id="03", activity="Boulangerie")
    add("gone", legal_name="Boulangerie disparue", retired_on=date(2026, 1, 1), is_listed=False)
    settled()


def add(key: str, **values) -> Establishment:
    return Establishment.objects.create(key=key, source_id=SOURCE, **values)


def settled() -> None:
    """Do what follows a publication."""
    BusinessCount.objects.all().delete()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(COUNTS)
        vocabulary.rebuild(cursor)


def in_quebec() -> dict:
    return {
        "address": "1, rue Saint-Jean",
        "locality": "Québec",
        "municipality_id": "23027",
        "rcm_id": "230",
        "region_id": "03",
        "postal_code": "G1R 1A1",
        "fsa": "G1R",
        "latitude": QUEBEC[0],
        "longitude": QUEBEC[1],
        "precision": "postal-area",
    }


def in_montreal() -> dict:
    return {
        "address": "2, rue Ontario",
        "locality": "Montréal",
        "municipality_id": "66023",
        "region_id": "06",
        "postal_code": "H2X 1A1",
        "fsa": "H2X",
        "latitude": MONTREAL[0],
        "longitude": MONTREAL[1],
        "precision": "postal-area",
    }
