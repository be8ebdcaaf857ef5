"""A look at NAICS, the 41 groupings and what is known of them; all of it is changed by a refresh, never by hand."""

from django.contrib import admin

from catalog.admin import ReadOnlyAdmin
from sectors.models import (
    FormerIndustry,
    Grouping,
    Industry,
    IndustryStatistic,
    IndustryText,
    LabourForceMonth,
    OccupationIndustry,
    OccupationShare,
    Organization,
    RegionalEmployment,
    SectorDescription,
    SectorProspect,
)


@admin.register(Industry)
class IndustryAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "level", "grouping", "retired_on")
    list_filter = ("level", "grouping")
    list_select_related = ("grouping",)
    search_fields = ("code", "name_fr", "name_en")
    fields = (
        "code",
        "name_fr",
        "name_en",
        "definition_fr",
        "definition_en",
        "level",
        "parent",
        "grouping",
        "retired_on",
    )


@admin.register(Grouping)
class GroupingAdmin(ReadOnlyAdmin):
    list_display = ("code", "name_fr", "name_en", "retired_on")
    fields = ("code", "name_fr", "name_en", "retired_on")


@admin.register(OccupationIndustry)
class OccupationIndustryAdmin(ReadOnlyAdmin):
    list_display = ("unit_group", "industry", "rank", "retired_on")
    list_filter = ("industry__grouping",)
    list_select_related = ("unit_group", "industry")
    search_fields = ("=unit_group__code", "=industry__code")


@admin.register(OccupationShare)
class OccupationShareAdmin(ReadOnlyAdmin):
    list_display = ("unit_group", "industry", "share", "release")
    list_filter = ("release",)
    list_select_related = ("unit_group", "industry", "release")
    search_fields = ("=unit_group__code", "=industry__code")


@admin.register(IndustryStatistic)
class IndustryStatisticAdmin(ReadOnlyAdmin):
    list_display = ("measure", "industries", "year", "value", "status", "release")
    list_filter = ("measure", "status", "release")
    list_select_related = ("release",)
    search_fields = ("industries", "=year")


@admin.register(LabourForceMonth)
class LabourForceMonthAdmin(ReadOnlyAdmin):
    list_display = ("month", "employed", "unemployment_rate", "participation_rate", "employment_rate", "release")
    list_filter = ("release",)
    list_select_related = ("release",)


@admin.register(RegionalEmployment)
class RegionalEmploymentAdmin(ReadOnlyAdmin):
    list_display = ("grouping", "region", "year", "employed", "status", "release")
    list_filter = ("region", "grouping", "release")
    list_select_related = ("grouping", "region", "release")


@admin.register(SectorProspect)
class SectorProspectAdmin(ReadOnlyAdmin):
    list_display = ("grouping", "region", "level", "release")
    list_filter = ("region", "grouping", "release")
    list_select_related = ("grouping", "region", "level", "release")


@admin.register(Organization)
class OrganizationAdmin(ReadOnlyAdmin):
    list_display = ("name", "kind", "field", "website", "evidence", "retired_on")
    list_filter = ("kind", "evidence", "groupings__grouping")
    search_fields = ("code", "short_name", "name_fr", "name_en")


@admin.register(IndustryText)
class IndustryTextAdmin(ReadOnlyAdmin):
    list_display = ("industry", "language", "element", "position", "text")
    list_filter = ("language", "element")
    list_select_related = ("industry",)
    search_fields = ("=industry__code", "text")


@admin.register(FormerIndustry)
class FormerIndustryAdmin(ReadOnlyAdmin):
    list_display = ("former_code", "former_name_fr", "former_name_en", "industry", "change")
    list_select_related = ("industry",)
    search_fields = ("=former_code", "=industry__code")


@admin.register(SectorDescription)
class SectorDescriptionAdmin(ReadOnlyAdmin):
    list_display = ("code", "grouping", "industry", "reviewed_on", "retired_on")
    list_filter = (("reviewed_on", admin.EmptyFieldListFilter),)
    list_select_related = ("grouping", "industry")
