"""Leaving out of the directory what somebody asked to have left out: at once, and at each load (`obey_removals`)."""

from django.db import connection, transaction
from django.db.models import Q

from businesses import changes
from businesses.models import Establishment, RemovalRequest
from catalog.models import DataVersion


@transaction.atomic
def obey(request: RemovalRequest) -> int:
    """Delete what a request is about, and count the rest; return how many establishments."""
    of_enterprise = Q(enterprise=request.enterprise) if request.enterprise else Q(key=request.establishment)
    asked = Establishment.objects.filter(of_enterprise)
    with connection.cursor() as cursor:
        changes.note(cursor, *asked.values("key").query.sql_with_params())
        deleted, _models = asked.delete()
        changes.follow(cursor)
    DataVersion.bump()
    return deleted
