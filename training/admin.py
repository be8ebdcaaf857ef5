"""A look at what is known of training; all of it is changed by a refresh, never by hand."""

from django.contrib import admin

from catalog.admin import ReadOnlyAdmin
from training.models import (
    CipClass,
    GraduateOutcome,
    Institution,
    Offering,
    Programme,
    ProgrammeDuration,
    ProgrammeOccupation,
    TrainingSector,
)


@admin.register(TrainingSector)
class TrainingSectorAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "retired_on")
    fields = ("code", "name_fr", "name_en", "retired_on")


@admin.register(CipClass)
class CipClassAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "level", "retired_on")
    list_filter = ("level",)
    search_fields = ("code", "name_fr", "name_en")
    fields = ("code", "name_fr", "name_en", "definition_fr", "definition_en", "level", "parent", "retired_on")


@admin.register(Programme)
class ProgrammeAdmin(ReadOnlyAdmin):
    list_display = ("identifier", "title_fr", "title_en", "credential", "sector", "evidence", "status", "retired_on")
    list_filter = ("credential", "evidence", "status", "sector")
    list_select_related = ("sector",)
    search_fields = ("identifier", "official_code", "english_code", "title_fr", "title_en")
    fields = (
        "identifier",
        "official_code",
        "english_code",
        "title_fr",
        "title_en",
        "credential",
        "level",
        "sector",
        "sector_evidence",
        "cip",
        "prerequisites",
        "evidence",
        "status",
        "retired_on",
    )


@admin.register(Institution)
class InstitutionAdmin(ReadOnlyAdmin):
    list_display = ("code", "name", "kind", "network", "language", "municipality", "region", "teaches", "retired_on")
    list_filter = ("kind", "network", "teaches", "region")
    list_select_related = ("municipality", "region")
    search_fields = ("code", "name", "municipality__name")


@admin.register(ProgrammeOccupation)
class ProgrammeOccupationAdmin(ReadOnlyAdmin):
    list_display = ("programme", "unit_group", "kind", "reviewed_on", "retired_on")
    list_filter = ("kind", "programme__credential")
    list_select_related = ("programme", "unit_group")
    search_fields = ("=programme__identifier", "=unit_group__code")


@admin.register(Offering)
class OfferingAdmin(ReadOnlyAdmin):
    list_display = ("programme", "institution", "language", "release")
    list_filter = ("language", "release")
    list_select_related = ("programme", "institution", "release")
    search_fields = ("=programme__identifier", "=institution__code")


@admin.register(ProgrammeDuration)
class ProgrammeDurationAdmin(ReadOnlyAdmin):
    list_display = ("programme", "hours", "months", "release")
    list_filter = ("release",)
    list_select_related = ("programme", "release")
    search_fields = ("=programme__identifier",)


@admin.register(GraduateOutcome)
class GraduateOutcomeAdmin(ReadOnlyAdmin):
    list_display = (
        "programme",
        "year",
        "placement_rate",
        "related_rate",
        "weekly_earnings",
        "studying_rate",
        "status",
        "release",
    )
    list_filter = ("year", "status", "release")
    list_select_related = ("programme", "release")
    search_fields = ("=programme__identifier",)
