import pytest
from django.db import connection

from imt.middleware import PublicWrite, refuse_writes

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "sql", ["SELECT 1", "(SELECT 1) UNION ALL (SELECT 2)", "\n  with a as (select 1) select * from a"]
)
def test_public_pages_may_read(sql):
    with connection.execute_wrapper(refuse_writes), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("sql", ["DELETE FROM catalog_release", "(INSERT", "UPDATE catalog_release SET label = ''"])
def test_public_pages_may_not_write(sql):
    with connection.execute_wrapper(refuse_writes), connection.cursor() as cursor, pytest.raises(PublicWrite):
        cursor.execute(sql)
