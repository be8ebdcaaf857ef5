"""The terms of what is listed, each with how many establishments have it: made anew when a release goes live."""

from businesses.models import Establishment, Term
from businesses.search import spread

# A word without any letter is the number of a company: hundreds of thousands, of which none is a mistake for another.
NOW = f"""
CREATE TEMPORARY TABLE terms_now ON COMMIT DROP AS
SELECT word COLLATE "C" AS term, ndoc AS establishments
FROM ts_stat('SELECT terms FROM {Establishment._meta.db_table} WHERE is_listed') WHERE word ~ '[^0-9]'
"""
CHANGES = """
DELETE FROM {table} t WHERE NOT EXISTS (SELECT FROM terms_now n WHERE n.term = t.term);
UPDATE {table} t SET establishments = n.establishments FROM terms_now n
 WHERE n.term = t.term AND n.establishments <> t.establishments;
INSERT INTO {table} (term, stem, establishments)
SELECT term, CASE WHEN term LIKE '%:%' THEN '' ELSE coalesce((ts_lexize('french_stem', term))[1], term) END,
 establishments FROM terms_now n WHERE NOT EXISTS (SELECT FROM {table} t WHERE t.term = n.term);
DROP TABLE terms_now;
ANALYZE {table}
"""
INDEX = "establishment_terms"


def rebuild(cursor) -> None:
    """Write what differs, in the transaction of the cursor, and how common terms are spread."""
    recount(cursor)
    spread.rebuild(cursor)


def recount(cursor) -> None:
    """Write what differs, and leave the spread as it was: of few changes it knows enough."""
    cursor.execute("SET LOCAL work_mem = '64MB'")
    cursor.execute("SELECT gin_clean_pending_list(%s)", [INDEX])  # which every search would read
    cursor.execute(NOW)
    cursor.execute(CHANGES.format(table=Term._meta.db_table))
