"""The terms of what is listed, each with how many establishments have it: made anew when a release goes live."""

from businesses.models import Establishment, Term
from businesses.search import spread

TABLE = Term._meta.db_table
INDEX = "establishment_terms"
STEM = "CASE WHEN strpos(term, ':') > 0 THEN '' ELSE coalesce((ts_lexize('french_stem', term))[1], term) END"
# A word without any letter is the number of a company: hundreds of thousands, of which none is a mistake for another.
IS_KEPT = "~ '[^0-9]'"
NOW = f"""
CREATE TEMPORARY TABLE terms_now ON COMMIT DROP AS
SELECT word COLLATE "C" AS term, ndoc AS establishments
FROM ts_stat('SELECT terms FROM {Establishment._meta.db_table} WHERE is_listed') WHERE word {IS_KEPT}
"""
CHANGES = f"""
DELETE FROM {TABLE} t WHERE NOT EXISTS (SELECT FROM terms_now n WHERE n.term = t.term);
UPDATE {TABLE} t SET establishments = n.establishments FROM terms_now n
 WHERE n.term = t.term AND n.establishments <> t.establishments;
INSERT INTO {TABLE} (term, stem, establishments)
SELECT term, {STEM}, establishments FROM terms_now n WHERE NOT EXISTS (SELECT FROM {TABLE} t WHERE t.term = n.term);
DROP TABLE terms_now;
ANALYZE {TABLE}
"""
MOVED = "(SELECT term, sum(times) AS times FROM moved_terms GROUP BY term HAVING sum(times) <> 0) m"
MOVE = f"""
UPDATE {TABLE} t SET establishments = greatest(t.establishments + times, 0) FROM {MOVED} WHERE m.term = t.term;
INSERT INTO {TABLE} (term, stem, establishments)
SELECT term, {STEM}, times FROM {MOVED}
WHERE times > 0 AND term {IS_KEPT} AND NOT EXISTS (SELECT FROM {TABLE} t WHERE t.term = m.term);
DELETE FROM {TABLE} WHERE establishments = 0
"""


def rebuild(cursor) -> None:
    """Write what differs, in the transaction of the cursor, and how common terms are spread."""
    cursor.execute("SET LOCAL work_mem = '64MB'")
    put_in_the_index(cursor)
    cursor.execute(NOW)
    cursor.execute(CHANGES)
    spread.rebuild(cursor)


def move(cursor) -> None:
    """Add what `spread.move` found; rows of terms that nothing has any more go."""
    put_in_the_index(cursor)
    cursor.execute(MOVE)


def put_in_the_index(cursor) -> None:
    """Take the rows out of the list where they wait, and which every search would read."""
    cursor.execute("SELECT gin_clean_pending_list(%s)", [INDEX])
