"""What the directory lists, of all that its sources tell, and how much of it there is.

The rule of several sources: two listed rows are of one place when they have the same name, folded, and the same postal
code. The one of a list that somebody keeps wins over the register's, because it has a telephone and a website; of two
from one source both stay. Demonstration businesses are listed only as long as there are no others.
"""

from django.db.models import Sum
from django.utils import timezone

from businesses import changes
from businesses.models import BusinessCount, BusinessMovement, Establishment, RemovalRequest
from businesses.search import vocabulary
from catalog.models import Dataset, Release
from catalog.staging import DIFFERENCE

ESTABLISHMENTS = Establishment._meta.db_table
DATASETS = Dataset._meta.db_table
REQUESTS = RemovalRequest._meta.db_table
DEMONSTRATION = "businesses-demonstration"
REGISTER = "business-register"
LISTS = "business-lists"

MUCH = 0.02  # the share of what is listed

LISTED = f"""
UPDATE {ESTABLISHMENTS} e SET is_listed = NOT e.is_listed
WHERE is_listed IS DISTINCT FROM (
  retired_on IS NULL
  AND NOT (source_id = '{DEMONSTRATION}' AND EXISTS (
    SELECT FROM {DATASETS} WHERE slug IN ('{REGISTER}', '{LISTS}') AND live_release_id IS NOT NULL))
  AND NOT (source_id = '{REGISTER}' AND postal_code <> '' AND (folded_name, postal_code) IN (
    SELECT folded_name, postal_code FROM {ESTABLISHMENTS}
    WHERE source_id = '{LISTS}' AND retired_on IS NULL AND postal_code <> ''))
)
"""

# What somebody asked to have left out, while the load was under way too.
REMOVED = (
    f"DELETE FROM {ESTABLISHMENTS} WHERE key IN (SELECT establishment FROM {REQUESTS} WHERE establishment <> '')",
    f"DELETE FROM {ESTABLISHMENTS} WHERE enterprise <> '' AND enterprise IN (SELECT enterprise FROM {REQUESTS})",
)

COUNTS = f"""
INSERT INTO {BusinessCount._meta.db_table} (grouping_id, region_id, size_min, size_max, establishments)
SELECT grouping_id, region_id, size_min, size_max, count(*) FROM {ESTABLISHMENTS} WHERE is_listed GROUP BY 1, 2, 3, 4
"""

# What the release that just went live brought and took, against the one before.
MOVEMENTS = f"""
INSERT INTO {BusinessMovement._meta.db_table} (grouping_id, region_id, since, until, opened, closed)
SELECT e.grouping_id, e.region_id, %s, %s, count(*) FILTER (WHERE change IN ('added', 'returned')),
  count(*) FILTER (WHERE change = 'removed')
FROM {DIFFERENCE} d JOIN {ESTABLISHMENTS} e ON e.key = d.key
WHERE change <> 'changed' GROUP BY 1, 2
"""


def note(cursor) -> None:
    """Keep what the directory lists of the rows that are about to change, unless they are many."""
    few = f"SELECT key FROM {DIFFERENCE} WHERE {differing(cursor)} <= {MUCH} * {listed()}"
    changes.note(cursor, few)


def settle(cursor, others: bool = True) -> None:
    """Make the directory agree with its sources, in the transaction that makes one of them live.

    `others` says whether rows of other sources may be listed, or not any more, because of this one.
    """
    before, changed = listed(), differing(cursor)
    is_much = changed > MUCH * before
    if is_much:  # after a first load the planner still takes the table for an empty one
        cursor.execute(f"ANALYZE {ESTABLISHMENTS} (key, source_id, is_listed, retired_on, grouping_id, region_id)")
    for removed in REMOVED:
        changes.change(cursor, removed, was="is_listed")
    own = "" if others or is_much else f"AND key IN (SELECT key FROM {changes.TOUCHED})"
    changes.change(cursor, LISTED + own, was="NOT is_listed")
    if is_much or changes.noted(cursor) > MUCH * before:
        BusinessCount.objects.all().delete()
        cursor.execute(COUNTS)
        vocabulary.rebuild(cursor)
    else:
        changes.follow(cursor)


def differing(cursor) -> int:
    cursor.execute(f"SELECT count(*) FROM {DIFFERENCE}")
    return cursor.fetchone()[0]


def listed() -> int:
    return BusinessCount.objects.aggregate(total=Sum("establishments", default=0))["total"]


def settle_register(cursor) -> None:
    """Do the same for the register, and count what came and went since its release before.

    Of other sources only the demonstration gives way to it: to its first release.
    """
    before = (
        Release.objects.filter(dataset_id=REGISTER, state=Release.State.SUPERSEDED).order_by("-published_at").first()
    )
    settle(cursor, others=before is None)
    BusinessMovement.objects.all().delete()
    if before:
        cursor.execute(MOVEMENTS, [timezone.localdate(before.published_at), timezone.localdate()])
