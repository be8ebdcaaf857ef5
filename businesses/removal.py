"""Leaving out of the directory what somebody asked to have left out: at once, and at each load (`obey_removals`)."""

from django.db import transaction
from django.db.models import Q

from businesses.models import Establishment, RemovalRequest
from catalog.models import DataVersion


@transaction.atomic
def obey(request: RemovalRequest) -> int:
    """Delete what a request is about; return how many establishments. Counts follow with the next load."""
    of_enterprise = Q(enterprise=request.enterprise) if request.enterprise else Q(key=request.establishment)
    deleted, _models = Establishment.objects.filter(of_enterprise).delete()
    DataVersion.bump()
    return deleted
