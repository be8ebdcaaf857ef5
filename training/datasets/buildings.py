"""From the lines of a release of institutions to one row each: buildings are gathered, and regions found."""

from regions.models import Municipality, PostalArea


def gather_buildings(cursor, stage: str) -> None:
    """Make one institution of the lines of its buildings: on the map, it is at the one that has its postal code.

    Where none has, it is at the first of the file.
    """
    cursor.execute(
        f"""
        DELETE FROM {stage} s USING (
            SELECT ctid, row_number() OVER (
                PARTITION BY code ORDER BY building_postal_code IS DISTINCT FROM postal_code, _line
            ) AS place FROM {stage}
        ) ranked
        WHERE s.ctid = ranked.ctid AND ranked.place > 1
        """
    )


def count_buildings(cursor, stage: str) -> None:
    cursor.execute(
        f"UPDATE {stage} s SET buildings = counted.buildings"
        f" FROM (SELECT code, count(*) AS buildings FROM {stage} GROUP BY code) counted"
        f" WHERE counted.code = s.code AND counted.buildings > 1"
    )


def find_region(cursor, stage: str) -> None:
    """Give each institution the region of its municipality; without one, that of its postal area."""
    cursor.execute(
        f"""
        UPDATE {stage} s SET region_id = coalesce(
            (SELECT region_id FROM {Municipality._meta.db_table} WHERE code = s.municipality_id),
            (SELECT region_id FROM {PostalArea._meta.db_table} WHERE fsa = left(s.postal_code, 3))
        )
        """
    )
