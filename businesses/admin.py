"""The directory as its sources tell it, which a refresh changes; and the removal requests, which people keep."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from businesses import reports
from businesses.models import BusinessMovement, CaeIndustry, ErrorReport, Establishment, RemovalRequest
from businesses.removal import obey
from catalog.admin import ReadOnlyAdmin


@admin.register(Establishment)
class EstablishmentAdmin(ReadOnlyAdmin):
    list_display = ("key", "legal_name", "trade_name", "municipality", "industry", "source", "is_listed", "retired_on")
    list_filter = ("withheld", "industry_confidence", "is_listed")
    list_select_related = ("municipality", "industry", "source")
    search_fields = ("=key", "=enterprise")
    ordering = ("key",)  # by name would sort a million rows


@admin.register(CaeIndustry)
class CaeIndustryAdmin(ReadOnlyAdmin):
    list_display = ("code", "industry", "confidence", "retired_on")
    list_filter = ("confidence",)
    list_select_related = ("industry",)
    search_fields = ("^code", "=industry__code")


@admin.register(BusinessMovement)
class BusinessMovementAdmin(ReadOnlyAdmin):
    list_display = ("grouping", "region", "since", "until", "opened", "closed")
    list_filter = ("region", "grouping")
    list_select_related = ("grouping", "region")


@admin.register(RemovalRequest)
class RemovalRequestAdmin(admin.ModelAdmin):
    """No load touches these rows; Django's own log keeps who wrote them and when."""

    list_display = ("__str__", "asked_on", "note")
    search_fields = ("=establishment", "=enterprise")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        deleted = obey(obj)
        said = ngettext(
            "%(count)d establishment was taken out of the directory.",
            "%(count)d establishments were taken out of the directory.",
            deleted,
        )
        messages.info(request, said % {"count": deleted})


@admin.register(ErrorReport)
class ErrorReportAdmin(ReadOnlyAdmin):
    """The queue of what visitors report. To accept a request to be left out obeys it; other errors are mended at their
    source, and accepting them says that it was done."""

    list_display = ("reported_at", "name", "subject", "state", "is_confirmed", "message")
    list_filter = ("state", "subject", "is_confirmed")
    search_fields = ("=establishment", "name")
    actions = ("accept", "refuse")

    @admin.action(description=_("Accept these reports"), permissions=["settle"])
    def accept(self, request, queryset):
        self.settle(request, queryset, accepted=True)

    @admin.action(description=_("Refuse these reports"), permissions=["settle"])
    def refuse(self, request, queryset):
        self.settle(request, queryset, accepted=False)

    def settle(self, request, queryset, *, accepted: bool):
        for report in queryset.exclude(state__in=(ErrorReport.State.ACCEPTED, ErrorReport.State.REFUSED)):
            reports.settle(report, request.user, accepted=accepted)
            self.log_change(request, report, report.get_state_display())

    def has_settle_permission(self, request) -> bool:
        return request.user.has_perm("businesses.change_errorreport")
