"""Where an establishment is, from the name of its municipality and its postal code; and the sector it belongs to."""

from regions.models import Municipality, PostalArea
from sectors.models import Industry

# Names of municipalities, and how many have each: a municipality is known by its name when that is the only one of
# Québec, or the only one of the region that the postal area lies in.
TOWNS = f"""towns AS MATERIALIZED (
  SELECT folded, code, rcm_id, region_id, count(*) OVER (PARTITION BY folded) AS in_quebec,
    count(*) OVER (PARTITION BY folded, region_id) AS in_region
  FROM (SELECT imt_fold(name) AS folded, * FROM {Municipality._meta.db_table} WHERE retired_on IS NULL) named
)"""

PLACE = """
WITH {towns}
UPDATE {stage} s SET municipality_id = found.code, rcm_id = found.rcm_id, region_id = found.region,
  latitude = coalesce(s.latitude, found.latitude), longitude = coalesce(s.longitude, found.longitude),
  precision = CASE WHEN s.latitude IS NOT NULL THEN 'given' WHEN found.latitude IS NOT NULL THEN 'postal-area'
    ELSE '' END,
  grouping_id = found.grouping_id
FROM (
  SELECT q.key, town.code, town.rcm_id, coalesce(town.region_id, area.region_id) AS region, area.latitude,
    area.longitude, industry.grouping_id
  FROM {stage} q
  LEFT JOIN {areas} area ON area.fsa = q.fsa AND area.retired_on IS NULL
  LEFT JOIN towns town ON town.folded = imt_fold(q.locality)
    AND (town.in_quebec = 1 OR town.in_region = 1 AND town.region_id = area.region_id)
  LEFT JOIN {industries} industry ON industry.code = q.industry_id
) found WHERE found.key = s.key
"""


def place(cursor, stage: str) -> None:
    """Complete the staged rows: municipality, RCM, region, middle of the postal area, sector of activity."""
    tables = {"areas": PostalArea._meta.db_table, "industries": Industry._meta.db_table}
    cursor.execute(PLACE.format(stage=stage, towns=TOWNS, **tables))
