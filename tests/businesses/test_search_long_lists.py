"""Lists too long to be read: each page is the one that reading them would give, whatever the way to it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from businesses import changes
from businesses.listing import COUNTS
from businesses.models import BusinessCount, Establishment, Spread, Term
from businesses.search import nearest, vocabulary
from businesses.search.conditions import Conditions, Near
from businesses.search.listing import MOST_COUNTED, Listing
from businesses.search.order import DISTANCE, NAME, SIZE, Order
from businesses.search.words import read
from catalog.models import Dataset
from regions.distance import Point
from regions.models import Region

ROWS = 26_000
HERE = Point(45.5, -73.5)
# Nearly all are garages, which stand together under G; some others are of the same activity; a third of all are in
# Montréal, and all of them within some tens of kilometres, many at one place.
INSERT = """
INSERT INTO businesses_establishment (key, source_id, enterprise, legal_name, trade_name, is_main, withheld, address,
  locality, postal_code, fsa, region_id, latitude, longitude, precision, telephone, website, size_min, size_of,
  activity, other_activity, cae, industry_confidence)
SELECT 'k' || lpad(i::text, 5, '0'), 'made', '',
  CASE WHEN i %% 8 = 0 THEN 'Atelier ' || i WHEN i %% 13 = 0 THEN (9000 + i %% 500) || '-' || i || ' Québec inc.'
    ELSE 'Garage ' || (i * 7919) %% 100000 END,
  '', false, '', '', '', '', '', CASE WHEN i %% 3 = 0 THEN '06' ELSE '03' END,
  45.5 + (i %% 40) / 200.0, -73.5, 'given', '', '', CASE WHEN i %% 5 > 0 THEN i %% 5 END, '',
  CASE WHEN i %% 104 = 0 THEN 'garage' ELSE 'autre' END, '', '', ''
FROM generate_series(1, %s) i
"""


@pytest.fixture
def directory(db):
    Dataset.objects.create(slug="made")
    for code, economic in (("00", "24"), ("03", "2420"), ("06", "2440")):
        Region.objects.create(code=code, name_fr=code, name_en=code, economic_region=economic)
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [ROWS])
        cursor.execute(COUNTS)
        cursor.execute("ANALYZE businesses_establishment")
        vocabulary.rebuild(cursor)


def keys_of(conditions: Conditions, order: Order) -> list[str]:
    """Read the whole list."""
    if conditions.is_impossible:
        return []
    return [position[-1] for position in order.values(conditions.at_hand()).order_by(*order.columns)]


QUESTIONS = {
    "everything": lambda: Conditions(),
    "a word": lambda: Conditions(read("garage")),
    "a beginning": lambda: Conditions(read("gara")),
    "a mistake": lambda: Conditions(read("garrage")),
    "a region": lambda: Conditions(facets={"region": ["r:03"]}),
    "a word in a region": lambda: Conditions(read("garage"), {"region": ["r:03"]}),
    "a rare word": lambda: Conditions(read("atelier")),
    "a place": lambda: Conditions(near=Near(HERE, 100)),
    "a word near": lambda: Conditions(read("garage"), near=Near(HERE, 12)),
    "nothing": lambda: Conditions(read("garage zzzzzz")),
}


@pytest.mark.parametrize("order", [Order(NAME), Order(SIZE), Order(DISTANCE, HERE)], ids=lambda order: order.name)
def test_each_page_is_that_of_the_list_read_whole(directory, order):
    for name, ask in QUESTIONS.items():
        whole = keys_of(ask(), order)
        if order.name == DISTANCE and ask().near is None:
            continue
        starts = [0, 1, 10, len(whole) // 3, len(whole) - 11, len(whole) - 3] if whole else []
        first = Listing(ask(), order, 10)
        assert first.page.keys == whole[:10], name
        expected = len(whole) if len(whole) <= MOST_COUNTED else None
        assert first.total == expected or (first.total == len(whole) and first.total > MOST_COUNTED), name
        for start in (start for start in starts if start >= 0):
            on = Listing(ask(), order, 10, after=whole[start]).page
            assert on.keys == whole[start + 1 : start + 11], (name, start)
            assert on.has_next == (start + 11 < len(whole)), (name, start)
            back = Listing(ask(), order, 10, before=whole[start]).page
            assert back.keys == whole[max(0, start - 10) : start], (name, start)
            assert back.has_previous == (start > 10), (name, start)


def test_common_words_have_their_spread_and_places_have_none(directory):
    spread = Spread.objects.get(pk="garage")
    assert sum(spread.counts) == Establishment.objects.filter(legal_name__startswith="Garage").count() + ROWS // 104
    assert len(spread.counts) == -(-ROWS // 3000)
    assert not Spread.objects.filter(term__startswith="r:").exists()


def test_a_page_of_a_long_list_is_found_along_the_names(directory):
    listing = Listing(Conditions(read("garage")), Order(NAME), 10)
    assert listing.is_long
    assert len(listing.page.keys) == 10
    assert "gathered" not in listing.__dict__


def test_the_nearest_are_read_place_by_place(directory):
    listing = Listing(Conditions(near=Near(HERE, 100)), Order(DISTANCE, HERE), 10)
    whole = keys_of(Conditions(near=Near(HERE, 100)), Order(DISTANCE, HERE))
    with CaptureQueriesContext(connection) as asked:
        assert listing.page.keys == whole[:10]
    assert not any("MATERIALIZED" in query["sql"] for query in asked), "a circle was read whole"


def test_where_places_are_many_the_nearest_are_found_in_circles(directory, monkeypatch):
    monkeypatch.setattr(nearest, "places", lambda near: None)
    order = Order(DISTANCE, HERE)
    whole = keys_of(Conditions(near=Near(HERE, 100)), order)
    for start in (0, 10, 5_000, len(whole) - 3):
        on = Listing(Conditions(near=Near(HERE, 100)), order, 10, after=whole[start])
        assert on.page.keys == whole[start + 1 : start + 11]


def counted() -> tuple[dict, set]:
    """Return the count of each term, and those by sector, region and size."""
    counts = BusinessCount.objects.values_list("grouping", "region", "size_min", "size_max", "establishments")
    return dict(Term.objects.values_list("term", "establishments")), set(counts)


@pytest.fixture
def few_changes(directory):
    """Take, bring, rename and move a few; a garage comes to the end of the order, where there was none."""
    keys = "SELECT 'k' || lpad(i::text, 5, '0') AS key FROM generate_series(1, 40) i UNION SELECT 'zinc'"
    with connection.cursor() as cursor:
        changes.note(cursor, keys)
        Establishment.objects.filter(key__lt="k00009").update(is_listed=False)
        Establishment.objects.filter(key__range=("k00010", "k00020")).delete()
        renamed = Establishment.objects.filter(key__range=("k00030", "k00040"))
        renamed.update(legal_name="Quincaillerie d’ici", region="03")
        Establishment.objects.create(key="zinc", source_id="made", legal_name="Zinc garage", region_id="06")
        changes.follow(cursor)


def test_few_changes_leave_what_counting_anew_would(few_changes):
    followed, spread = counted(), sum(Spread.objects.get(pk="garage").counts)
    assert followed[0]["quincaillerie"] == 11
    BusinessCount.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        vocabulary.rebuild(cursor)
    assert counted() == followed
    assert sum(Spread.objects.get(pk="garage").counts) == spread


def test_what_came_where_its_word_was_not_is_found_along_the_names(few_changes):
    whole = keys_of(Conditions(read("garage")), Order(NAME))
    assert whole[-1] == "zinc"
    last = Listing(Conditions(read("garage")), Order(NAME), 10, after=whole[-2])
    assert last.page.keys == ["zinc"]
