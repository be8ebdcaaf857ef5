from django import template
from django.utils.translation import gettext_lazy as _

from catalog.health import BEAT, WORKER, Health

register = template.Library()

NAMES = {"database": _("database"), "redis": "Redis", WORKER: _("task runner"), BEAT: _("scheduler")}


@register.inclusion_tag("admin/catalog/health.html")
def portal_health():
    """How the portal is doing, for the first page of the admin."""
    health = Health.now()
    return {
        "health": health,
        "missing": [NAMES[who] for who in health.missing],
        "heartbeats": [(NAMES[who], seconds) for who, seconds in health.seconds_since_heartbeat.items()],
    }
