"""From the register's files, copied as they are, to one row an establishment: all in SQL, set by set.

The rules, which docs/data.md words for people:

- an establishment counts when its enterprise is registered, has a legal name in force, and is in Québec;
- its trade name is its own, else the only other name in force of its enterprise; a natural person who has one is shown
  under it alone;
- the address of a natural person is never kept, nor one that the register marks as not available;
- its activity is its own, else that of its enterprise; the label of the code stands in for a missing text;
- sizes are parsed from the labels that come with the files.
"""

from businesses.datasets.places import TOWNS
from businesses.models import CaeIndustry
from catalog.staging import STAGE, Stage, listed
from catalog.verify import reject
from regions.models import PostalArea
from sectors.models import Industry

# Memory for each hash of the joins, which the planner would rather make by sorting all rows for each: that took half as
# long again, as did 4 MB; with 128 MB a refresh took two seconds of thirty more (November 2026).
SETTINGS = "SET LOCAL work_mem = '256MB'; SET LOCAL enable_mergejoin = off"

POSTAL_CODE = r"'^[A-Z]\d[A-Z]\d[A-Z]\d$'"
QUEBEC = "('G', 'H', 'J', 'K')"  # how its postal codes begin

# By another refresh, when the caller has a transaction of its own.
LEFT_BEHIND = """
DROP TABLE IF EXISTS
  pg_temp.register_sizes, pg_temp.register_activities, pg_temp.register_names, pg_temp.register_places
"""

# A bracket of employees, from its label: "De 1 à 5 employés", "Plus de 5 000 employés", "Aucun".
SIZES = r"""
CREATE TEMPORARY TABLE register_sizes ON COMMIT DROP AS
SELECT code,
  CASE WHEN label ~* '^aucun' THEN 0 ELSE numbers[1] END AS size_min,
  CASE WHEN label ~* '^aucun' THEN 0 ELSE numbers[2] END AS size_max
FROM raw_values, LATERAL (
  SELECT array_agg(found[1]::integer) AS numbers
  FROM regexp_matches(regexp_replace(label, '\s', '', 'g'), '\d{1,9}', 'g') found
) counted
WHERE domain = 'INTVAL_EMPLO_QUE'
"""

# What each code of activity is; in NAICS, by the longest of its beginnings that is known.
ACTIVITIES = rf"""
CREATE TEMPORARY TABLE register_activities ON COMMIT DROP AS
SELECT DISTINCT ON (codes.cae) codes.cae AS given, CASE WHEN codes.cae ~ '^\d{{4}}$' THEN codes.cae ELSE '' END AS cae,
  coalesce(label.label, '') AS label, known.industry_id, coalesce(known.confidence, '') AS industry_confidence,
  industry.grouping_id
FROM (SELECT cae FROM raw_establishments UNION SELECT cae FROM raw_enterprises) codes
LEFT JOIN raw_values label ON label.domain = 'ACT_ECON' AND label.code = codes.cae
LEFT JOIN {CaeIndustry._meta.db_table} known ON starts_with(codes.cae, known.code) AND known.retired_on IS NULL
LEFT JOIN {Industry._meta.db_table} industry ON industry.code = known.industry_id
ORDER BY codes.cae, length(known.code) DESC NULLS LAST
"""

NAMES = """
CREATE TEMPORARY TABLE register_names ON COMMIT DROP AS
SELECT enterprise,
  left(coalesce(max(btrim(name)) FILTER (WHERE kind = 'N'), max(btrim(name)) FILTER (WHERE kind = 'M')), 250)
    AS legal_name,
  CASE WHEN count(*) FILTER (WHERE kind NOT IN ('N', 'M')) = 1
    THEN left(max(btrim(name)) FILTER (WHERE kind NOT IN ('N', 'M')), 250) END AS other_name
FROM raw_names GROUP BY enterprise
"""

# Where an address is, once for all that end alike. The city is on the line before the postal code.
PLACES = rf"""
CREATE TEMPORARY TABLE register_places ON COMMIT DROP AS
WITH ends AS (
  SELECT line2, line3, upper(left(line4, 3)) AS fsa FROM raw_establishments GROUP BY 1, 2, 3
), cities AS (
  SELECT *, left(btrim(regexp_replace(CASE WHEN line3 <> '' THEN line3 ELSE line2 END,
    '[\s,]+\(?(Québec|Quebec|QC)\)?\s*$', '', 'i')), 100) AS locality
  FROM ends
), {TOWNS}
SELECT c.line2, c.line3, c.fsa, c.locality, area.latitude, area.longitude,
  town.code AS municipality_id, town.rcm_id, coalesce(town.region_id, area.region_id) AS region_id
FROM cities c
LEFT JOIN {PostalArea._meta.db_table} area ON area.fsa = c.fsa AND area.retired_on IS NULL
LEFT JOIN towns town ON town.folded = imt_fold(c.locality)
  AND (town.in_quebec = 1 OR town.in_region = 1 AND town.region_id = area.region_id)
"""

# Each column of the stage with its SQL, over the rows made below.
COLUMNS = {
    "_file": "%(file)s",
    "_line": "own._line",
    "key": "enterprise || '-' || suffix",
    "source_id": "%(source)s",
    "enterprise": "enterprise",
    "legal_name": "coalesce(CASE WHEN withheld = 'individual' THEN trade END, legal_name, '')",
    "trade_name": "CASE WHEN withheld = 'individual' OR trade IS NULL OR trade = legal_name THEN '' ELSE trade END",
    "is_main": "main IN ('O', '1')",
    "registered_on": """CASE WHEN registered LIKE '____-__-__%%' AND pg_input_is_valid(left(registered, 10), 'date')
        THEN left(registered, 10)::date END""",
    "withheld": "withheld",
    "address": """CASE WHEN withheld = ''
        THEN left(concat_ws(', ', nullif(line1, ''), CASE WHEN line3 <> '' THEN nullif(line2, '') END), 200)
        ELSE '' END""",
    "locality": "CASE WHEN withheld = '' THEN locality ELSE '' END",
    "postal_code": """CASE WHEN withheld = '' AND postal <> '' THEN left(postal, 3) || ' ' || right(postal, 3)
        ELSE '' END""",
    "fsa": "CASE WHEN withheld = '' THEN left(postal, 3) ELSE '' END",
    "municipality_id": "CASE WHEN withheld <> 'individual' THEN municipality_id END",
    "rcm_id": "rcm_id",
    "region_id": "region_id",
    "latitude": "CASE WHEN withheld = '' THEN latitude END",
    "longitude": "CASE WHEN withheld = '' THEN longitude END",
    "precision": "CASE WHEN withheld = '' AND latitude IS NOT NULL THEN 'postal-area' ELSE '' END",
    "telephone": "''",
    "website": "''",
    "size_min": "size_min",
    "size_max": "size_max",
    "size_year": r"CASE WHEN size_min IS NOT NULL AND year ~ '^(19|20)\d\d$' THEN year::integer END",
    "size_of": "CASE WHEN size_min IS NOT NULL THEN 'enterprise' ELSE '' END",
    "activity": "left(coalesce(nullif(own.activity, ''), activity.label), 250)",
    "other_activity": "left(coalesce(nullif(own.other_activity, ''), other_label.label, ''), 250)",
    "cae": "activity.cae",
    "industry_id": "industry_id",
    "industry_confidence": "industry_confidence",
    "grouping_id": "grouping_id",
}

ROWS = rf"""
INSERT INTO {STAGE} ({listed(COLUMNS)})
SELECT {", ".join(COLUMNS.values())}
FROM (
  SELECT e._line, enterprise, e.suffix, e.main, e.line1, e.line2, e.line3, c.registered, c.size, c.year, n.legal_name,
    place.locality, place.latitude, place.longitude, place.municipality_id, place.rcm_id, place.region_id,
    CASE WHEN e.cae <> '' THEN e.cae ELSE c.cae END AS cae,
    CASE WHEN e.cae <> '' THEN e.activity ELSE c.activity END AS activity,
    CASE WHEN e.cae <> '' THEN e.other_cae ELSE c.other_cae END AS other_cae,
    CASE WHEN e.cae <> '' THEN e.other_activity ELSE c.other_activity END AS other_activity,
    CASE WHEN c.form = 'IND' OR starts_with(enterprise, '22') THEN 'individual'
      WHEN e.available IN ('N', '0') THEN 'asked' ELSE '' END AS withheld,
    coalesce(nullif(left(btrim(e.name), 250), ''), n.other_name) AS trade,
    CASE WHEN upper(replace(e.line4, ' ', '')) ~ {POSTAL_CODE} THEN upper(replace(e.line4, ' ', '')) ELSE '' END
      AS postal
  FROM raw_establishments e
  JOIN raw_enterprises c USING (enterprise)
  LEFT JOIN register_names n USING (enterprise)
  LEFT JOIN register_places place
    ON place.line2 = e.line2 AND place.line3 = e.line3 AND place.fsa = upper(left(e.line4, 3))
  OFFSET 0  -- once a row, not once for each mention
) own
LEFT JOIN register_sizes ON register_sizes.code = own.size
JOIN register_activities activity ON activity.given = own.cae
LEFT JOIN raw_values other_label ON other_label.domain = 'ACT_ECON' AND other_label.code = own.other_cae
WHERE postal = '' OR left(postal, 1) IN {QUEBEC}
"""

# As many digits as numbers of enterprises have; a suffix of the register is a number. A pattern took twice as long.
WRONG_KEY = """key NOT LIKE '__________-%' OR length(key) NOT BETWEEN 12 AND 17
  OR translate(key, '0123456789', '') <> '-'"""


def join(stage: Stage) -> None:
    """Fill the stage from the tables that the register's files were copied to."""
    cursor = stage.cursor
    number = next(place for place, file in enumerate(stage.files) if file.layout.name == "establishments")
    cursor.execute(LEFT_BEHIND)
    cursor.execute(SETTINGS)
    for statement in (SIZES, ACTIVITIES, NAMES, PLACES):
        cursor.execute(statement)
    cursor.execute("ANALYZE register_activities, register_names, register_places")
    cursor.execute(ROWS, {"file": number, "source": stage.definition.slug})
    joined = cursor.rowcount
    cursor.execute("SELECT count(*) FROM raw_establishments")
    stage.counts.out_of_scope += cursor.fetchone()[0] - joined
    reject(stage, "code-format", ("enterprise",), WRONG_KEY)
    reject(stage, "no-name", ("enterprise",), "legal_name = ''")
